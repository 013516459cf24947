import type { ChangedRange } from './changedRange.ts';
import { matchLines } from './lineMatch.ts';
import { settleRange } from './settleRange.ts';

/**
 * What has to be changed in `base` to get `next`, in order, with at least one common line between two changes. A pure
 * insertion or deletion that could as well stand some lines higher or lower stands where a reader expects it.
 */
export function changedRanges(base: readonly string[], next: readonly string[]): readonly ChangedRange[] {
  const raw = unmatchedRanges(matchLines(base, next), base.length, next.length);
  const settled: ChangedRange[] = [];
  for (const [index, range] of raw.entries()) {
    const before = settled.at(-1);
    const after = raw[index + 1];
    settled.push(
      settleRange(base, next, range, {
        lowest: before === undefined ? 0 : before.baseEnd + 1,
        highest: after === undefined ? base.length : after.baseStart - 1,
      }),
    );
  }
  return settled;
}

function unmatchedRanges(matches: Int32Array, baseLength: number, nextLength: number): readonly ChangedRange[] {
  const ranges: ChangedRange[] = [];
  let baseStart = 0;
  let nextStart = 0;
  for (let line = 0; line <= baseLength; line++) {
    const match = line === baseLength ? nextLength : (matches[line] ?? -1);
    if (match === -1) {
      continue;
    }
    if (line > baseStart || match > nextStart) {
      ranges.push({ baseStart, baseEnd: line, nextStart, nextEnd: match });
    }
    baseStart = line + 1;
    nextStart = match + 1;
  }
  return ranges;
}
