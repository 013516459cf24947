/** What differs between two lines that are mostly the same: UTF-16 offsets into the old one, and what stands there anew. */
export interface LineMiddle {
  readonly start: number;
  readonly end: number;
  readonly added: string;
}

/** More than this in the middle of a line is read better as a line of its own. In UTF-16 units. */
const longestMiddle = 40;

/**
 * The one place where two lines differ, grown to whole words, or null when they differ in so much that marks within the
 * line would be harder to read than two lines. Takes lines without terminators.
 */
export function middleOf(oldLine: string, newLine: string): LineMiddle | null {
  const shorter = Math.min(oldLine.length, newLine.length);
  let head = 0;
  while (head < shorter && oldLine[head] === newLine[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && oldLine.at(-1 - tail) === newLine.at(-1 - tail)) tail += 1;
  while (head > 0 && (cutsWord(oldLine, head) || cutsWord(newLine, head))) head -= 1;
  while (tail > 0 && (cutsWord(oldLine, oldLine.length - tail) || cutsWord(newLine, newLine.length - tail))) tail -= 1;
  const removed = oldLine.slice(head, oldLine.length - tail);
  const added = newLine.slice(head, newLine.length - tail);
  const kept = oldLine.slice(0, head).trim().length + oldLine.slice(oldLine.length - tail).trim().length;
  if (added.length > longestMiddle || removed.length > longestMiddle || kept < removed.trim().length) return null;
  return { start: head, end: oldLine.length - tail, added };
}

/** Whether a cut would part a word, or an operator such as `<=`. */
function cutsWord(line: string, at: number): boolean {
  const pair = line.slice(at - 1, at + 1);
  return (
    /^[\p{L}\p{N}\p{M}_\ud800-\udfff]{2}$/u.test(pair) ||
    /^[<>=!&|+\-*/?]{2}$/.test(pair) ||
    /^[\ud800-\udbff]/.test(pair)
  );
}
