import type { WorkBudget } from './workBudget.ts';

/** Edits after which the best way so far is taken as it is and the search starts anew from its end. */
const mostEditsAtOnce = 128;

/**
 * Finds a long common subsequence of two sequences of numbers (Myers, "An O(ND) Difference Algorithm", 1986, greedy
 * forward form) and reports each common element, in order, with its index in both. Bounded: long differences are
 * walked in stages, which may miss the shortest way, and nothing more is reported when the budget is used up.
 */
export function matchSequences(
  one: Int32Array,
  other: Int32Array,
  budget: WorkBudget,
  report: (indexInOne: number, indexInOther: number) => void,
): void {
  let x = 0;
  let y = 0;
  while (x < one.length && y < other.length && budget.steps > 0) {
    const stage = walkStage(one.subarray(x), other.subarray(y), budget);
    for (const [start, length] of stage.snakes) {
      for (let step = 0; step < length; step++) {
        report(x + start.x + step, y + start.y + step);
      }
    }
    x += stage.end.x;
    y += stage.end.y;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Stage {
  /** Runs of common elements: where they start and how long they are. */
  readonly snakes: readonly (readonly [start: Point, length: number])[];
  readonly end: Point;
}

function walkStage(one: Int32Array, other: Int32Array, budget: WorkBudget): Stage {
  const width = one.length;
  const height = other.length;
  const most = Math.min(mostEditsAtOnce, width + height);
  const middle = most + 1;
  // furthest[middle + k] is the furthest x on diagonal k (x - y = k); trace keeps it as it was before each round.
  const furthest = new Int32Array(2 * most + 3).fill(-1);
  furthest[middle + 1] = 0;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2));
    const lowest = -edits + 2 * Math.max(0, edits - height);
    const highest = edits - 2 * Math.max(0, edits - width);
    for (let diagonal = lowest; diagonal <= highest; diagonal += 2) {
      let x = stepOnto(diagonal, edits, furthest, middle);
      let y = x - diagonal;
      const start = x;
      while (x < width && y < height && one[x] === other[y]) {
        x++;
        y++;
      }
      furthest[middle + diagonal] = x;
      budget.steps -= 2 + x - start;
      if (x >= width && y >= height) {
        return wayBack({ x, y }, edits, trace);
      }
    }
    if (edits === most || budget.steps <= 0) {
      return wayBack(bestEnd(furthest, middle, [lowest, highest], { x: width, y: height }), edits, trace);
    }
  }
  return { snakes: [], end: { x: width, y: height } };
}

/** The x at which that diagonal is entered with that many edits: from the diagonal beside it that got further. */
function stepOnto(diagonal: number, edits: number, furthest: Int32Array, middle: number): number {
  const index = middle + diagonal;
  return comesFromAbove(diagonal, edits, furthest, middle)
    ? (furthest[index + 1] ?? 0)
    : (furthest[index - 1] ?? 0) + 1;
}

function comesFromAbove(diagonal: number, edits: number, furthest: Int32Array, middle: number): boolean {
  const index = middle + diagonal;
  return diagonal === -edits || (diagonal !== edits && (furthest[index - 1] ?? 0) < (furthest[index + 1] ?? 0));
}

/** The end of the way that got furthest, the most even one of equals. Ways that left the grid do not count. */
function bestEnd(furthest: Int32Array, middle: number, diagonals: readonly [number, number], size: Point): Point {
  let best: Point = { x: 0, y: 0 };
  for (let diagonal = diagonals[0]; diagonal <= diagonals[1]; diagonal += 2) {
    const x = furthest[middle + diagonal] ?? 0;
    const y = x - diagonal;
    const gain = x + y - best.x - best.y;
    const isFurther = gain > 0 || (gain === 0 && Math.abs(diagonal) < Math.abs(best.x - best.y));
    if (isFurther && x <= size.x && y <= size.y) {
      best = { x, y };
    }
  }
  return best;
}

function wayBack(end: Point, editsAtEnd: number, trace: readonly Int32Array[]): Stage {
  const snakes: (readonly [Point, number])[] = [];
  let { x, y } = end;
  for (let edits = editsAtEnd; edits >= 0; edits--) {
    const furthest = trace[edits] ?? new Int32Array(0);
    const diagonal = x - y;
    const entry = stepOnto(diagonal, edits, furthest, edits + 1);
    if (x > entry) {
      snakes.push([{ x: entry, y: entry - diagonal }, x - entry]);
    }
    const fromAbove = comesFromAbove(diagonal, edits, furthest, edits + 1);
    x = fromAbove ? entry : entry - 1;
    y = fromAbove ? entry - diagonal - 1 : entry - diagonal;
  }
  return { snakes: snakes.reverse(), end };
}
