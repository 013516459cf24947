import type { TextRange } from '../task.ts';
import { changedWords } from './changedWords.ts';
import { type LineWords, likeness, lineWords } from './lineWords.ts';

/**
 * What changed within the removed and the added lines of a hunk: for each line, in order, UTF-16 offsets. A line that
 * has no likeness on the other side has none, since everything in it is new.
 */
export interface WordMarks {
  readonly old: readonly (readonly TextRange[])[];
  readonly new: readonly (readonly TextRange[])[];
}

/** With more pairs of lines than this to compare, only lines at the same index are. */
const mostComparisons = 2500;

/**
 * Pairs the removed and the added lines of one hunk by likeness, in order, and marks the words that differ within each
 * pair. Neither terminators nor indentation are looked at. Takes a bounded time.
 */
export function markWords(oldLines: readonly string[], newLines: readonly string[]): WordMarks {
  const oldWords = oldLines.map(lineWords);
  const newWords = newLines.map(lineWords);
  const marks = {
    old: oldLines.map((): readonly TextRange[] => []),
    new: newLines.map((): readonly TextRange[] => []),
  };
  for (const [oldLine, newLine] of pairUp(oldWords, newWords)) {
    const [one, other] = [oldWords[oldLine], newWords[newLine]];
    if (one !== undefined && other !== undefined && likeness(one, other) > 0) {
      const pair = changedWords(one, other);
      marks.old[oldLine] = pair.old;
      marks.new[newLine] = pair.new;
    }
  }
  return marks;
}

function pairUp(
  oldWords: readonly LineWords[],
  newWords: readonly LineWords[],
): readonly (readonly [number, number])[] {
  const rows = oldWords.length;
  const columns = newWords.length;
  if (rows * columns > mostComparisons) {
    return Array.from({ length: Math.min(rows, columns) }, (_, index) => [index, index] as const);
  }
  // best[row][column]: the greatest likeness that the lines from there on can have in total.
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const alike = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const [one, other] = [oldWords[row], newWords[column]];
      const share = one === undefined || other === undefined ? 0 : likeness(one, other);
      alike[row * columns + column] = share;
      best[row * width + column] = Math.max(
        share + (best[(row + 1) * width + column + 1] ?? 0),
        best[(row + 1) * width + column] ?? 0,
        best[row * width + column + 1] ?? 0,
      );
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const here = best[row * width + column] ?? 0;
    const share = alike[row * columns + column] ?? 0;
    if (share > 0 && here === share + (best[(row + 1) * width + column + 1] ?? 0)) {
      pairs.push([row++, column++]);
    } else if (here === best[(row + 1) * width + column]) {
      row++;
    } else {
      column++;
    }
  }
  return pairs;
}
