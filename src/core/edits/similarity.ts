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
