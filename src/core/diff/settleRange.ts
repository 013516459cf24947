import type { ChangedRange } from './changedRange.ts';

/** Between which base lines a range may be moved without touching its neighbours. */
export interface Leeway {
  readonly lowest: number;
  readonly highest: number;
}

/** Further than that a range is not moved. */
const furthestMove = 100;
/** Further than that no line with text is looked for beyond blank ones. */
const furthestLook = 20;
const tabWidth = 4;

/**
 * An insertion of lines that begin like what follows them (or end like what precedes them) can stand in several places
 * with the same result; so can a deletion. Gives the place that reads best: whole blocks, split at blank lines and at
 * the outermost indentation, and the lower one of equals. Replacements stay where they are.
 */
export function settleRange(
  base: readonly string[],
  next: readonly string[],
  range: ChangedRange,
  leeway: Leeway,
): ChangedRange {
  const moves = possibleMoves(base, next, range, {
    lowest: Math.max(leeway.lowest, range.baseStart - furthestMove),
    highest: Math.min(leeway.highest, range.baseEnd + furthestMove),
  });
  if (moves.up === 0 && moves.down === 0) {
    return range;
  }
  let best = 0;
  let bestCost = Number.POSITIVE_INFINITY;
  const [lines, start, end] =
    range.baseStart === range.baseEnd ? [next, range.nextStart, range.nextEnd] : [base, range.baseStart, range.baseEnd];
  for (let move = -moves.up; move <= moves.down; move++) {
    const cost = splitCost(lines, start + move) + splitCost(lines, end + move);
    if (cost <= bestCost) {
      best = move;
      bestCost = cost;
    }
  }
  return {
    baseStart: range.baseStart + best,
    baseEnd: range.baseEnd + best,
    nextStart: range.nextStart + best,
    nextEnd: range.nextEnd + best,
  };
}

/** How many lines a pure insertion or deletion can move up and down without changing what it comes to. */
export function possibleMoves(
  base: readonly string[],
  next: readonly string[],
  range: ChangedRange,
  leeway: Leeway,
): { readonly up: number; readonly down: number } {
  const isInsertion = range.baseStart === range.baseEnd;
  if (!isInsertion && range.nextStart !== range.nextEnd) {
    return { up: 0, down: 0 };
  }
  const lines = isInsertion ? next : base;
  const start = isInsertion ? range.nextStart : range.baseStart;
  const end = isInsertion ? range.nextEnd : range.baseEnd;
  const mostUp = range.baseStart - leeway.lowest;
  const mostDown = leeway.highest - range.baseEnd;
  let up = 0;
  while (up < mostUp && lines[start - 1 - up] === lines[end - 1 - up]) {
    up++;
  }
  let down = 0;
  while (down < mostDown && lines[start + down] === lines[end + down]) {
    down++;
  }
  return { up, down };
}

/** How badly a text reads when it is split before that line. */
function splitCost(lines: readonly string[], at: number): number {
  if (at <= 0 || at >= lines.length) {
    return 0;
  }
  const below = nearestIndentation(lines, at, 1);
  const above = nearestIndentation(lines, at - 1, -1);
  let cost = 2 * Math.min(below, 40);
  if (isBlank(lines[at])) {
    cost += 2;
  } else {
    if (isBlank(lines[at - 1])) {
      cost -= 6;
    }
    if (below > above) {
      cost += 3;
    }
    if (below < above && /^\s*(?:[)\]}]|end\b|<\/)/.test(lines[at] ?? '')) {
      cost += 4;
    }
  }
  return cost;
}

/** The indentation, in columns, of the first line with text from there on; 0 when there is none near. */
function nearestIndentation(lines: readonly string[], from: number, step: 1 | -1): number {
  for (let looked = 0; looked < furthestLook; looked++) {
    const line = lines[from + looked * step];
    if (line === undefined) {
      return 0;
    }
    if (!isBlank(line)) {
      return indentation(line);
    }
  }
  return 0;
}

function indentation(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') {
      columns++;
    } else if (character === '\t') {
      columns += tabWidth - (columns % tabWidth);
    } else {
      break;
    }
  }
  return columns;
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === '';
}
