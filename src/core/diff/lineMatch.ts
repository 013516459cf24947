import { matchSequences } from './sequenceMatch.ts';
import { newWorkBudget, type WorkBudget } from './workBudget.ts';

/**
 * Which line of `next` each line of `base` became: an index, or -1 for a line that is gone. Indices only ever rise.
 *
 * Patience: lines that occur once on both sides hold the texts together, and what lies between them is matched the
 * same way; where there are none, the shortest edit decides. Always bounded by a budget of work; what is left when it
 * is used up counts as changed.
 */
export function matchLines(base: readonly string[], next: readonly string[]): Int32Array {
  const matches = new Int32Array(base.length).fill(-1);
  const start = commonStart(base, next);
  const end = commonEnd(base, next, start);
  for (let line = 0; line < start; line++) {
    matches[line] = line;
  }
  for (let line = 1; line <= end; line++) {
    matches[base.length - line] = next.length - line;
  }
  if (start + end < base.length && start + end < next.length) {
    const numbers = new Map<string, number>();
    const pair: Pair = {
      base: numbered(base, numbers, start, base.length - end),
      next: numbered(next, numbers, start, next.length - end),
      tally: newTally(numbers),
      budget: newWorkBudget(),
      match: (baseLine, nextLine) => {
        matches[start + baseLine] = start + nextLine;
      },
    };
    matchRegions(pair);
  }
  return matches;
}

/** Both texts as numbers, equal lines having equal ones, and what is needed to match them. */
interface Pair {
  readonly base: Int32Array;
  readonly next: Int32Array;
  readonly tally: Tally;
  readonly budget: WorkBudget;
  readonly match: (baseLine: number, nextLine: number) => void;
}

/** How often each number occurs in the region at hand, and where it does (the last place). All zero in between. */
interface Tally {
  readonly inBase: Int32Array;
  readonly inNext: Int32Array;
  readonly placeInNext: Int32Array;
}

interface Region {
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly nextStart: number;
  readonly nextEnd: number;
}

function commonStart(base: readonly string[], next: readonly string[]): number {
  const most = Math.min(base.length, next.length);
  let length = 0;
  while (length < most && base[length] === next[length]) {
    length++;
  }
  return length;
}

function commonEnd(base: readonly string[], next: readonly string[], start: number): number {
  const most = Math.min(base.length, next.length) - start;
  let length = 0;
  while (length < most && base[base.length - 1 - length] === next[next.length - 1 - length]) {
    length++;
  }
  return length;
}

function numbered(lines: readonly string[], numbers: Map<string, number>, start: number, end: number): Int32Array {
  const result = new Int32Array(end - start);
  for (let index = start; index < end; index++) {
    const line = lines[index] ?? '';
    let number = numbers.get(line);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(line, number);
    }
    result[index - start] = number;
  }
  return result;
}

function newTally(numbers: ReadonlyMap<string, number>): Tally {
  return {
    inBase: new Int32Array(numbers.size),
    inNext: new Int32Array(numbers.size),
    placeInNext: new Int32Array(numbers.size),
  };
}

function matchRegions(pair: Pair): void {
  const regions: Region[] = [{ baseStart: 0, baseEnd: pair.base.length, nextStart: 0, nextEnd: pair.next.length }];
  for (let region = regions.pop(); region !== undefined; region = regions.pop()) {
    const middle = trimmed(pair, region);
    const size = middle.baseEnd - middle.baseStart + middle.nextEnd - middle.nextStart;
    pair.budget.steps -= size;
    if (middle.baseStart === middle.baseEnd || middle.nextStart === middle.nextEnd || pair.budget.steps <= 0) {
      continue;
    }
    count(pair, middle);
    const anchors = longestRise(uniqueLines(pair, middle));
    if (anchors.length === 0) {
      matchShared(pair, middle);
    }
    forget(pair, middle);
    let { baseStart, nextStart } = middle;
    for (const [baseLine, nextLine] of anchors) {
      pair.match(baseLine, nextLine);
      regions.push({ baseStart, baseEnd: baseLine, nextStart, nextEnd: nextLine });
      baseStart = baseLine + 1;
      nextStart = nextLine + 1;
    }
    if (anchors.length > 0) {
      regions.push({ ...middle, baseStart, nextStart });
    }
  }
}

/** Matches what is equal at both ends of a region and gives what lies between. */
function trimmed(pair: Pair, region: Region): Region {
  const { base, next } = pair;
  let { baseStart, baseEnd, nextStart, nextEnd } = region;
  while (baseStart < baseEnd && nextStart < nextEnd && base[baseStart] === next[nextStart]) {
    pair.match(baseStart++, nextStart++);
  }
  while (baseStart < baseEnd && nextStart < nextEnd && base[baseEnd - 1] === next[nextEnd - 1]) {
    pair.match(--baseEnd, --nextEnd);
  }
  return { baseStart, baseEnd, nextStart, nextEnd };
}

function count({ base, next, tally }: Pair, region: Region): void {
  for (let line = region.baseStart; line < region.baseEnd; line++) {
    const number = base[line] ?? 0;
    tally.inBase[number] = (tally.inBase[number] ?? 0) + 1;
  }
  for (let line = region.nextStart; line < region.nextEnd; line++) {
    const number = next[line] ?? 0;
    tally.inNext[number] = (tally.inNext[number] ?? 0) + 1;
    tally.placeInNext[number] = line;
  }
}

function forget({ base, next, tally }: Pair, region: Region): void {
  for (let line = region.baseStart; line < region.baseEnd; line++) {
    tally.inBase[base[line] ?? 0] = 0;
  }
  for (let line = region.nextStart; line < region.nextEnd; line++) {
    tally.inNext[next[line] ?? 0] = 0;
  }
}

type LinePair = readonly [baseLine: number, nextLine: number];

/** The lines of a region that occur once on both sides, in the order of the base. */
function uniqueLines({ base, tally }: Pair, region: Region): readonly LinePair[] {
  const unique: LinePair[] = [];
  for (let line = region.baseStart; line < region.baseEnd; line++) {
    const number = base[line] ?? 0;
    if (tally.inBase[number] === 1 && tally.inNext[number] === 1) {
      unique.push([line, tally.placeInNext[number] ?? 0]);
    }
  }
  return unique;
}

/** The longest choice of pairs whose second lines rise too (patience sorting). */
function longestRise(pairs: readonly LinePair[]): readonly LinePair[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  const placeOf = (index: number | undefined): number => pairs[index ?? -1]?.[1] ?? -1;
  for (const [index, [, place]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if (placeOf(tops[half]) < place) {
        low = half + 1;
      } else {
        high = half;
      }
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const rise: LinePair[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) {
      rise.push(pair);
    }
  }
  return rise.reverse();
}

/** Matches a region without unique lines by its shortest edit. Lines that only one side has are left out first. */
function matchShared({ base, next, tally, budget, match }: Pair, region: Region): void {
  const ofBase: number[] = [];
  for (let line = region.baseStart; line < region.baseEnd; line++) {
    if ((tally.inNext[base[line] ?? 0] ?? 0) > 0) {
      ofBase.push(line);
    }
  }
  const ofNext: number[] = [];
  for (let line = region.nextStart; line < region.nextEnd; line++) {
    if ((tally.inBase[next[line] ?? 0] ?? 0) > 0) {
      ofNext.push(line);
    }
  }
  const one = Int32Array.from(ofBase, (line) => base[line] ?? 0);
  const other = Int32Array.from(ofNext, (line) => next[line] ?? 0);
  matchSequences(one, other, budget, (indexInOne, indexInOther) => {
    match(ofBase[indexInOne] ?? 0, ofNext[indexInOther] ?? 0);
  });
}
