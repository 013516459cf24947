/** The style sheets that stand in a page, with what is left of their tags; in one pass, however many only begin. */
export function writtenStyles(html: string): readonly string[] {
  const ended = html.split(/<\/style/i).slice(0, -1);
  return ended.map((before) => before.slice(Math.max(0, before.search(/<style\b/i))));
}
