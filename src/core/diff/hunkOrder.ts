import type { Hunk } from './hunk.ts';

/** The paths of a side's hunks, each once, in the order of their first hunk. */
export function pathsOf(hunks: readonly Hunk[]): readonly string[] {
  return [...new Set(hunks.map((hunk) => hunk.path))];
}

/** A side's hunks in the order in which people see and number them: file by file, each from top to bottom. */
export function hunksInOrder(hunks: readonly Hunk[]): readonly Hunk[] {
  const order = pathsOf(hunks);
  return [...hunks].sort(
    (one, other) =>
      order.indexOf(one.path) - order.indexOf(other.path) ||
      // A new name stands above what changes within the file.
      Number(other.change === 'rename') - Number(one.change === 'rename') ||
      one.baseStart - other.baseStart ||
      one.newStart - other.newStart,
  );
}
