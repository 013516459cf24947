/** Only so much before a call is looked at, in characters. */
const longest = 200;

/** What compilers put before the names of props: Vue's, and Svelte's. */
const added = /^(?:__props|\$props|\$\$props|\$setup|_ctx)\./;

/**
 * What is called at a place in a module's code, as it is written there: `orders.map`; null where that is not seen.
 *
 * @param line of the call's opening bracket, 1-based, as QuickJS says it
 * @param column of the same, 1-based
 */
export function calledExpression(code: string, line: number, column: number): string | null {
  const lines = code.split('\n');
  // What comes before a module's code stands on its first line.
  const text = lines[line - 1];
  if (line < 2 || text === undefined || text[column - 1] !== '(') return null;
  const before = [...lines.slice(Math.max(0, line - 6), line - 1), text.slice(0, column - 1)]
    .join('\n')
    .slice(-longest);
  // An imported function is called as `_module.name.call(void 0, …)` or `(0, _module.name)(…)`.
  const imported = /(?:\b_[\w$]+\.([\w$]+)\.call|\(0, ?[\w$]+\.([\w$]+)\))$/.exec(before)?.slice(1).find(Boolean);
  if (imported !== undefined) return imported;
  const chain = /(?<![\w$.])[A-Za-z_$][\w$]*(?:\s*\??\.\s*[\w$]+)*$/.exec(before)?.[0];
  return chain === undefined ? null : chain.replace(/\s+/g, '').replace(added, '');
}
