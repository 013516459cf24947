import { svgIn, withoutSvg } from './svgText.ts';

/** A description that is longer than this is none. */
export const longestAltText = 500;

const labelled = /^[\s>*_#-]*alt(?:ernative)?[ -]?text[*_]*\s*[:：]\s*[*_]*(.+?)[*_]*\s*$/im;

/**
 * The alt text that an answer proposes: the line that says so, else the title or description within its drawing, else
 * what it says in a sentence beside the picture; empty when there is nothing of the kind.
 */
export function altTextIn(prose: string): string {
  const beside = withoutSvg(prose);
  const [, line = ''] = labelled.exec(beside) ?? [];
  const svg = svgIn(prose)?.text ?? '';
  const found = unquoted(line) || within(svg, 'title') || within(svg, 'desc') || onlySentence(beside);
  return found.replace(/\s+/g, ' ').trim().slice(0, longestAltText);
}

function unquoted(text: string): string {
  return text.trim().replace(/^["“”'`](.*)["“”'`]$/, '$1');
}

function within(svg: string, element: 'title' | 'desc'): string {
  const [, text = ''] = new RegExp(`<${element}(?:\\s[^>]*)?>([^<]*)</${element}>`, 'i').exec(svg) ?? [];
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_all, name: string) => entities[name] ?? '').trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function onlySentence(text: string): string {
  return text.includes('\n') || text.length > longestAltText ? '' : text;
}
