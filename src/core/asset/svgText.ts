/** A drawing within an answer. */
export interface SvgText {
  /** From its first tag on; as far as it has come. */
  readonly text: string;
  /** Whether it has come to its end. */
  readonly complete: boolean;
}

const opening = /<svg(?=[\s/>])/i;
const closing = /<\/svg\s*>/gi;

/** The drawing in an answer that is being written; null before it begins. */
export function svgIn(prose: string): SvgText | null {
  const start = prose.search(opening);
  if (start < 0) return null;
  const rest = prose.slice(start);
  const last = [...rest.matchAll(closing)].at(-1);
  // What comes behind the last closing tag may be a drawing within the drawing going on.
  return last === undefined
    ? { text: rest.replace(/\n```\s*$/, ''), complete: false }
    : { text: rest.slice(0, last.index + last[0].length), complete: true };
}

/** An answer's text without the drawing and the fence around it. */
export function withoutSvg(prose: string): string {
  const start = prose.search(opening);
  if (start < 0) return prose;
  const before = prose.slice(0, start).replace(/```[^\n`]*\n[^`]*$/, '');
  const found = svgIn(prose);
  const after = found?.complete === true ? prose.slice(start + found.text.length).replace(/^\s*```/, '') : '';
  return `${before}${after}`.trim();
}
