import type { TextRange } from '../task.ts';
import { withoutTerminator } from './lines.ts';
import { matchSequences } from './sequenceMatch.ts';
import { newWorkBudget, type WorkBudget } from './workBudget.ts';

/**
 * What changed within the removed and the added lines of a hunk: for each line, in order, UTF-16 offsets. A line that
 * has no likeness on the other side has none, since everything in it is new.
 */
export interface WordMarks {
  readonly old: readonly (readonly TextRange[])[];
  readonly new: readonly (readonly TextRange[])[];
}

/** Lines longer than this are not looked into. */
const longestLine = 2000;
/** With more pairs of lines than this to compare, only lines at the same index are. */
const mostComparisons = 2500;
/** Less than this share of the characters in common, and a line is a new line, not a changed one. */
const leastInCommon = 0.4;

/**
 * Pairs the removed and the added lines of one hunk by likeness, in order, and marks what differs within each pair.
 * Terminators are not looked at. Takes a bounded time.
 */
export function markWords(oldLines: readonly string[], newLines: readonly string[]): WordMarks {
  const budget = newWorkBudget();
  const oldTokens = oldLines.map(tokensOf);
  const newTokens = newLines.map(tokensOf);
  const marks = {
    old: oldLines.map((): readonly TextRange[] => []),
    new: newLines.map((): readonly TextRange[] => []),
  };
  for (const [oldLine, newLine] of pairUp(oldTokens, newTokens)) {
    const pair = markPair(oldTokens[oldLine] ?? [], newTokens[newLine] ?? [], budget);
    marks.old[oldLine] = pair.old;
    marks.new[newLine] = pair.new;
  }
  return marks;
}

type Tokens = readonly string[];

/** Words, runs of white space, and single characters of anything else; none for a line that is too long. */
function tokensOf(line: string): Tokens {
  const text = withoutTerminator(line);
  return text.length > longestLine ? [] : (text.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? []);
}

function pairUp(oldTokens: readonly Tokens[], newTokens: readonly Tokens[]): readonly (readonly [number, number])[] {
  const rows = oldTokens.length;
  const columns = newTokens.length;
  if (rows * columns > mostComparisons) {
    return Array.from({ length: Math.min(rows, columns) }, (_, index) => [index, index] as const);
  }
  // best[row][column]: the greatest likeness that the lines from there on can have in total.
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const alike = new Float64Array(rows * columns);
  const oldCounts = oldTokens.map(wordCounts);
  const newCounts = newTokens.map(wordCounts);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const likeness = likenessOf(oldCounts[row], newCounts[column]);
      alike[row * columns + column] = likeness;
      best[row * width + column] = Math.max(
        likeness + (best[(row + 1) * width + column + 1] ?? 0),
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
      );
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const here = best[row * width + column] ?? 0;
    const likeness = alike[row * columns + column] ?? 0;
    if (likeness > 0 && here === likeness + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([row++, column++]);
    } else if (here === best[(row + 1) * width + column]) {
      row++;
    } else {
      column++;
    }
  }
  return pairs;
}

interface WordCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly characters: number;
}

function wordCounts(tokens: Tokens): WordCounts {
  const counts = new Map<string, number>();
  let characters = 0;
  for (const token of tokens) {
    if (token.trim() !== '') {
      counts.set(token, (counts.get(token) ?? 0) + 1);
      characters += token.length;
    }
  }
  return { counts, characters };
}

/** The share of characters in words that both lines have, 0 to 1, and 0 where it is too little to matter. */
function likenessOf(one: WordCounts | undefined, other: WordCounts | undefined): number {
  if (one === undefined || other === undefined || one.characters + other.characters === 0) {
    return 0;
  }
  let common = 0;
  for (const [token, count] of one.counts) {
    common += token.length * Math.min(count, other.counts.get(token) ?? 0);
  }
  const share = (2 * common) / (one.characters + other.characters);
  return share < leastInCommon ? 0 : share;
}

interface PairMarks {
  readonly old: readonly TextRange[];
  readonly new: readonly TextRange[];
}

function markPair(oldTokens: Tokens, newTokens: Tokens, budget: WorkBudget): PairMarks {
  const numbers = new Map<string, number>();
  const oldIsKept = new Uint8Array(oldTokens.length);
  const newIsKept = new Uint8Array(newTokens.length);
  let common = 0;
  matchSequences(numbered(oldTokens, numbers), numbered(newTokens, numbers), budget, (oldToken, newToken) => {
    oldIsKept[oldToken] = 1;
    newIsKept[newToken] = 1;
    common += textLength(oldTokens[oldToken] ?? '');
  });
  const characters = [...oldTokens, ...newTokens].reduce((sum, token) => sum + textLength(token), 0);
  if (2 * common < leastInCommon * characters || characters === 0) {
    return { old: [], new: [] };
  }
  return { old: rangesOf(oldTokens, oldIsKept), new: rangesOf(newTokens, newIsKept) };
}

function numbered(tokens: Tokens, numbers: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, (token) => {
    const number = numbers.get(token) ?? numbers.size;
    numbers.set(token, number);
    return number;
  });
}

/** White space says nothing about how much two lines have in common. */
function textLength(token: string): number {
  return token.trim().length;
}

/** The tokens that are not kept, as ranges; blanks between two of them are marked along. */
function rangesOf(tokens: Tokens, isKept: Uint8Array): readonly TextRange[] {
  const ranges: { start: number; end: number }[] = [];
  let offset = 0;
  let blanksSince: number | null = null;
  for (const [index, token] of tokens.entries()) {
    const end = offset + token.length;
    if (isKept[index] !== 1) {
      const before = ranges.at(-1);
      if (before !== undefined && (before.end === offset || before.end === blanksSince)) {
        before.end = end;
      } else {
        ranges.push({ start: offset, end });
      }
      blanksSince = end;
    } else if (token.trim() !== '') {
      blanksSince = null;
    }
    offset = end;
  }
  return ranges;
}
