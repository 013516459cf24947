/** Earlier versions have known faults in how they seal a webview off. */
const firstSealed = [1, 136, 2] as const;

/** Whether this version of VS Code is one that pages with scripts may be run in. */
export function isSealed(version: string): boolean {
  const numbers = version.split(/[.-]/).slice(0, firstSealed.length).map(Number);
  for (const [index, first] of firstSealed.entries()) {
    const number = numbers[index] ?? 0;
    if (!(number >= first)) return false;
    if (number > first) return true;
  }
  return true;
}
