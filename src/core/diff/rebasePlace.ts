import type { ChangedRange } from './changedRange.ts';
import { changedRanges } from './changedRanges.ts';
import { byPlace } from './compose.ts';
import type { Hunk } from './hunk.ts';
import { type LineEnding, lineEndingOf, splitLines, withoutTerminator } from './lines.ts';
import { possibleMoves } from './settleRange.ts';

/** Both texts of a rebase and what was changed between them. */
export interface RebaseTexts {
  readonly baseText: string;
  readonly currentText: string;
  readonly baseLines: readonly string[];
  readonly currentLines: readonly string[];
  /** The lines without their terminators, which is how they are compared. */
  readonly baseKeys: readonly string[];
  readonly currentKeys: readonly string[];
  readonly meanwhile: readonly Touch[];
  /** The line ending of the current text. */
  readonly ending: LineEnding;
  /** Whether the base text had another one. */
  readonly isConverted: boolean;
}

/** A change made meanwhile, with the base lines that it may as well have been made at. */
interface Touch extends ChangedRange {
  readonly lowest: number;
  readonly highest: number;
}

/** Compares the two texts of a rebase. */
export function rebaseTexts(baseText: string, currentText: string): RebaseTexts {
  const baseLines = splitLines(baseText);
  const currentLines = splitLines(currentText);
  const baseKeys = baseLines.map(withoutTerminator);
  const currentKeys = currentLines.map(withoutTerminator);
  const ranges = changedRanges(baseKeys, currentKeys);
  const meanwhile = ranges.map((range, index): Touch => {
    const moves = possibleMoves(baseKeys, currentKeys, range, {
      lowest: ranges[index - 1]?.baseEnd ?? 0,
      highest: ranges[index + 1]?.baseStart ?? baseKeys.length,
    });
    return { ...range, lowest: range.baseStart - moves.up, highest: range.baseEnd + moves.down };
  });
  const ending = lineEndingOf(currentText);
  const isConverted = currentText !== '' && ending !== lineEndingOf(baseText);
  return { baseText, currentText, baseLines, currentLines, baseKeys, currentKeys, meanwhile, ending, isConverted };
}

/** The hunks that the current text has already: together they are exactly what was changed, at all or around them. */
export function presentHunks(texts: RebaseTexts, hunks: readonly Hunk[]): ReadonlySet<Hunk> {
  if (texts.meanwhile.length > 0 && isPresent(texts, { start: 0, end: texts.baseLines.length, hunks })) {
    return new Set(hunks);
  }
  const present = new Set<Hunk>();
  for (const cluster of clusters(texts, hunks)) {
    if (isPresent(texts, cluster)) {
      for (const hunk of cluster.hunks) {
        present.add(hunk);
      }
    }
  }
  return present;
}

/** Whether the current text has, for these lines of the base, just what the hunks make of them. */
function isPresent(texts: RebaseTexts, { start, end, hunks }: BaseLines): boolean {
  const expected: string[] = [];
  let at = start;
  for (const hunk of hunks.toSorted(byPlace)) {
    expected.push(...texts.baseKeys.slice(at, hunk.baseStart), ...hunk.newLines.map(withoutTerminator));
    at = hunk.baseEnd;
  }
  expected.push(...texts.baseKeys.slice(at, end));
  const actual = texts.currentKeys.slice(start + linesAddedUpTo(texts, start - 1), end + linesAddedUpTo(texts, end));
  return expected.length === actual.length && expected.every((key, index) => key === actual[index]);
}

/**
 * By how many lines a hunk is further down (or up, if negative) in the current text, or null when its place is gone or
 * in doubt.
 */
export function shiftOf(texts: RebaseTexts, hunk: Hunk): number | null {
  if (hunk.change !== 'edit') {
    // A whole file is only made where there still is none, and only deleted as it was.
    return texts.meanwhile.length === 0 ? 0 : null;
  }
  const isClear =
    hunk.baseStart === hunk.baseEnd
      ? isInsertionClear(texts.meanwhile, hunk.baseStart)
      : isReplacementClear(texts, hunk.baseStart, hunk.baseEnd);
  return isClear ? linesAddedUpTo(texts, hunk.baseStart) : null;
}

function isInsertionClear(meanwhile: readonly Touch[], place: number): boolean {
  const touching = meanwhile.filter((touch) => touch.lowest <= place && place <= touch.highest);
  const isOnlyBeside = touching.every(
    (touch) => touch.baseStart < touch.baseEnd && (touch.lowest === place || touch.highest === place),
  );
  return isOnlyBeside && touching.length < 2;
}

function isReplacementClear(texts: RebaseTexts, start: number, end: number): boolean {
  if (texts.meanwhile.some((touch) => touch.lowest < end && start < touch.highest)) {
    return false;
  }
  const isChangedAbove = texts.meanwhile.some((touch) => touch.highest === start);
  const isChangedBelow = texts.meanwhile.some((touch) => touch.lowest === end);
  // With nothing left around them to tell where they belong, lines must at least be the only ones of their kind.
  return !(isChangedAbove && isChangedBelow) || occurrences(texts.currentKeys, texts.baseKeys.slice(start, end)) === 1;
}

function occurrences(lines: readonly string[], block: readonly string[]): number {
  let count = 0;
  for (let start = 0; start + block.length <= lines.length; start++) {
    if (block.every((line, index) => line === lines[start + index])) {
      count++;
    }
  }
  return count;
}

/** How many lines the changes that end at that base line or above added, less those they removed. */
function linesAddedUpTo(texts: RebaseTexts, line: number): number {
  const last = texts.meanwhile.findLast((touch) => touch.baseEnd <= line);
  return last === undefined ? 0 : last.nextEnd - last.baseEnd;
}

/** A range of base lines and the hunks in it. */
interface BaseLines {
  readonly start: number;
  readonly end: number;
  readonly hunks: readonly Hunk[];
}

interface Cluster extends BaseLines {
  /** Whether any line of it was changed meanwhile. */
  readonly isTouched: boolean;
}

/** Hunks and the changes that touch them or each other, as ranges of base lines with unchanged lines in between. */
function clusters(texts: RebaseTexts, hunks: readonly Hunk[]): readonly Cluster[] {
  const parts: Cluster[] = [
    ...hunks.map((hunk) => ({ start: hunk.baseStart, end: hunk.baseEnd, isTouched: false, hunks: [hunk] })),
    ...texts.meanwhile.map((touch) => ({ start: touch.lowest, end: touch.highest, isTouched: true, hunks: [] })),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
  const result: Cluster[] = [];
  for (const part of parts) {
    const before = result.at(-1);
    if (before !== undefined && part.start <= before.end) {
      result[result.length - 1] = {
        start: before.start,
        end: Math.max(before.end, part.end),
        isTouched: before.isTouched || part.isTouched,
        hunks: [...before.hunks, ...part.hunks],
      };
    } else {
      result.push(part);
    }
  }
  return result.filter((cluster) => cluster.isTouched && cluster.hunks.length > 0);
}
