const declared = /<!ENTITY\s+([\w.-]+)\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\s*>/g;
/** Longer ones are no colours or names of namespaces. */
const longestValue = 200;

/**
 * A drawing's text with the entities that it declares in their places: drawing programs name colours and namespaces so.
 * Only plain words are taken, which cannot name others in turn; the text is not looked at otherwise.
 * https://www.w3.org/TR/xml/#sec-entity-decl
 */
export function withEntities(svg: string): string {
  const begin = /<svg[\s>]/i.exec(svg)?.index ?? 0;
  const values = new Map<string, string>();
  for (const [, name = '', double, single] of svg.slice(0, begin).matchAll(declared)) {
    const value = double ?? single ?? '';
    if (value.length <= longestValue) values.set(name, value);
  }
  if (values.size === 0) return svg;
  return svg.slice(begin).replace(/&([\w.-]+);/g, (entity, name: string) => values.get(name) ?? entity);
}
