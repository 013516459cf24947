/** A kept comparison, as far as it matters for how long it is kept. */
export interface KeptComparison {
  readonly comparisonId: string;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
  readonly isSettled: boolean;
}

/** At most that many comparisons are kept for a workspace. */
export const mostKept = 50;

/** A comparison that was not touched for so long is forgotten, in milliseconds. */
export const longestKept = 30 * 24 * 60 * 60_000;

/**
 * The ids of those to forget, so that not too many and none too old are left: decided ones before undecided ones, and
 * of either kind the oldest first.
 *
 * @param now milliseconds since the epoch
 */
export function outlived(kept: readonly KeptComparison[], now: number): readonly string[] {
  const tooOld = kept.filter(({ writtenAt }) => now - writtenAt > longestKept);
  const rest = kept
    .filter((each) => !tooOld.includes(each))
    .toSorted((one, other) => Number(one.isSettled) - Number(other.isSettled) || other.writtenAt - one.writtenAt);
  return [...tooOld, ...rest.slice(mostKept)].map(({ comparisonId }) => comparisonId);
}
