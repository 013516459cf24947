import type { ChangedRange } from './changedRange.ts';
import { changedRanges } from './changedRanges.ts';
import type { LineChange } from './hunk.ts';
import { splitLines } from './lines.ts';

/** Up to so many characters of text between two changes of some size, they are one change: a lone brace, a blank. */
const mostCharactersBetween = 3;
/** How many lines at least one of them must have, removed and added together, for that. */
const fewestLinesBeside = 6;

/**
 * The changes that make `next` out of `base`, in order: all applied give `next`, none give `base`, byte for byte. Two
 * changes never touch. Never takes long: texts that have too little in common get fewer, coarser changes.
 */
export function diffLines(base: string, next: string): readonly LineChange[] {
  if (base === next) {
    return [];
  }
  const baseLines = splitLines(base);
  const nextLines = splitLines(next);
  return joined(changedRanges(baseLines, nextLines), baseLines).map((range) => ({
    baseStart: range.baseStart,
    baseEnd: range.baseEnd,
    newStart: range.nextStart,
    newLines: nextLines.slice(range.nextStart, range.nextEnd),
  }));
}

/** Joins rewritten passages that only a brace or a blank line keeps apart; nobody wants to decide on those one by one. */
function joined(ranges: readonly ChangedRange[], baseLines: readonly string[]): readonly ChangedRange[] {
  const result: ChangedRange[] = [];
  for (const range of ranges) {
    const before = result.at(-1);
    if (before !== undefined && belongTogether(before, range, baseLines)) {
      result[result.length - 1] = { ...range, baseStart: before.baseStart, nextStart: before.nextStart };
    } else {
      result.push(range);
    }
  }
  return result;
}

function belongTogether(before: ChangedRange, after: ChangedRange, baseLines: readonly string[]): boolean {
  if (!isLargeRewrite(before) && !isLargeRewrite(after)) {
    return false;
  }
  let characters = 0;
  for (let line = before.baseEnd; line < after.baseStart && characters <= mostCharactersBetween; line++) {
    characters += (baseLines[line] ?? '').trim().length;
  }
  return characters <= mostCharactersBetween && after.baseStart - before.baseEnd <= mostCharactersBetween;
}

function isLargeRewrite(range: ChangedRange): boolean {
  const removed = range.baseEnd - range.baseStart;
  const added = range.nextEnd - range.nextStart;
  return removed > 0 && added > 0 && removed + added >= fewestLinesBeside;
}
