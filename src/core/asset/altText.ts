import { svgIn, withoutSvg } from './svgText.ts';

/** A description that is longer than this is none. */
export const longestAltText = 500;

/** How a line begins that says which the alt text is. */
const label = /^[\s>*_#-]{0,20}alt(?:ernative)?[ -]?text[*_]{0,3}\s{0,3}[:：]/i;

/**
 * The alt text that an answer proposes: the line that says so, else the title or description within its drawing, else
 * what it says in a sentence beside the picture; empty when there is nothing of the kind.
 */
export function altTextIn(prose: string): string {
  const beside = withoutSvg(prose);
  const svg = svgIn(prose)?.text ?? '';
  const found = unquoted(labelled(beside)) || within(svg, 'title') || within(svg, 'desc') || onlySentence(beside);
  return found.replace(/\s+/g, ' ').trim().slice(0, longestAltText);
}

/**
 * What stands behind the label or in the line below it, without emphasis; empty where there is none. It is asked for with
 * every word that comes, so it looks at each line's beginning alone.
 */
function labelled(text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => label.test(line));
  if (at < 0) return '';
  const [first = '', ...below] = lines.slice(at);
  const beside = plain(first.replace(label, ''));
  return beside === '' ? plain(below.find((line) => line.trim() !== '') ?? '') : beside;
}

/** Without the emphasis around it, and not much longer than what is kept in the end. */
function plain(line: string): string {
  return line
    .slice(0, 2 * longestAltText)
    .replace(/^[\s*_]+/, '')
    .replace(/[\s*_]+$/, '');
}

function unquoted(text: string): string {
  return text.trim().replace(/^["“”'`](.*)["“”'`]$/, '$1');
}

function within(svg: string, element: 'title' | 'desc'): string {
  const [, text = ''] = new RegExp(`<${element}(?:\\s[^>]{0,500})?>([^<]{0,5000})</${element}>`, 'i').exec(svg) ?? [];
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_all, name: string) => entities[name] ?? '').trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function onlySentence(text: string): string {
  return text.includes('\n') || text.length > longestAltText ? '' : text;
}
