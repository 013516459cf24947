import type { ChangedRange } from './changedRange.ts';
import { changedRanges } from './changedRanges.ts';
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
  /** Every change, from top to bottom. Neither their lowest nor their highest lines ever go up again. */
  readonly meanwhile: readonly Touch[];
  /** The lines of the current text that have a key. */
  readonly placesOf: (key: string) => readonly number[];
  /** The line ending of the current text. */
  readonly ending: LineEnding;
  /** Whether the base text had another one. */
  readonly isConverted: boolean;
}

/** A change made meanwhile, with the base lines that it may as well have been made at. */
export interface Touch extends ChangedRange {
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
  const placesOf = placesByKey(currentKeys);
  return {
    baseText,
    currentText,
    baseLines,
    currentLines,
    baseKeys,
    currentKeys,
    meanwhile,
    placesOf,
    ending,
    isConverted,
  };
}

/** Looks all lines over when it is first asked; most rebases never do. */
function placesByKey(keys: readonly string[]): (key: string) => readonly number[] {
  let places: Map<string, number[]> | null = null;
  return (key) => {
    if (places === null) {
      places = new Map();
      for (const [index, one] of keys.entries()) {
        const known = places.get(one);
        if (known === undefined) {
          places.set(one, [index]);
        } else {
          known.push(index);
        }
      }
    }
    return places.get(key) ?? [];
  };
}

/** The changes that base lines overlap with or stand right beside, in order. */
export function touchesNear({ meanwhile }: RebaseTexts, start: number, end: number): readonly Touch[] {
  const first = firstIndex(meanwhile, (touch) => touch.highest >= start);
  const after = firstIndex(meanwhile, (touch) => touch.lowest > end);
  return meanwhile.slice(first, after);
}

/** How many lines the changes that end at that base line or above added, less those they removed. */
export function linesAddedUpTo({ meanwhile }: RebaseTexts, line: number): number {
  const last = meanwhile[firstIndex(meanwhile, (touch) => touch.baseEnd > line) - 1];
  return last === undefined ? 0 : last.nextEnd - last.baseEnd;
}

/** How many lines the changes that begin above that base line added, less those they removed. */
export function linesAddedAbove({ meanwhile }: RebaseTexts, line: number): number {
  const last = meanwhile[firstIndex(meanwhile, (touch) => touch.baseStart >= line) - 1];
  return last === undefined ? 0 : last.nextEnd - last.baseEnd;
}

/** Where the changes begin for which something holds that holds for all further down, too. */
function firstIndex(meanwhile: readonly Touch[], holds: (touch: Touch) => boolean): number {
  let low = 0;
  let high = meanwhile.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const touch = meanwhile[middle];
    if (touch !== undefined && holds(touch)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
