/** Longer lines are only compared to the letter: comparing takes the square of the length. */
const longestCompared = 1000;

/** How alike two lines are: 1 for the same, 0 for nothing in common; the share of characters that need not be edited. */
export function similarity(one: string, other: string): number {
  if (one === other) {
    return 1;
  }
  const longest = Math.max(one.length, other.length);
  return longest > longestCompared ? 0 : 1 - editDistance(one, other) / longest;
}

/**
 * What the similarity of two lines is at most, found in no more steps than they have characters: each letter that one
 * has more often than the other has to be edited.
 */
export function mostSimilarity(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  const ratio = longest === 0 ? 1 : Math.min(one.length, other.length) / longest;
  if (ratio < 0.5 || longest > longestCompared) {
    return longest > longestCompared && one !== other ? 0 : ratio;
  }
  const counts = new Int32Array(64);
  for (let index = 0; index < one.length; index++) addAt(counts, one.charCodeAt(index), 1);
  for (let index = 0; index < other.length; index++) addAt(counts, other.charCodeAt(index), -1);
  const [more, fewer] = counts.reduce<readonly [number, number]>(
    ([above, below], count) => (count > 0 ? [above + count, below] : [above, below - count]),
    [0, 0],
  );
  return 1 - Math.max(more, fewer) / longest;
}

/** Letters that share a place make lines look more alike than they are, never less. */
function addAt(counts: Int32Array, code: number, change: number): void {
  const place = code % counts.length;
  counts[place] = (counts[place] ?? 0) + change;
}

/** Levenshtein's distance, two rows at a time. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[other.length] ?? 0;
}
