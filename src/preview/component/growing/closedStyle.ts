/** A half-written style sheet up to its last whole rule, with what is open around it closed. */
export function closedStyle(css: string): string {
  const plain = css.replace(/\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g, (all) =>
    ' '.repeat(all.length),
  );
  const end = plain.lastIndexOf('}') + 1;
  const depth = [...plain.slice(0, end)].reduce((sum, sign) => sum + (sign === '{' ? 1 : sign === '}' ? -1 : 0), 0);
  return css.slice(0, end) + '}'.repeat(Math.max(0, depth));
}
