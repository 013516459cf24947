/** Where a contender stands in a comparison. */
export type Side = 'left' | 'right';

/** Both sides in reading order. */
export const sides: readonly Side[] = ['left', 'right'];

/** The side across. */
export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}
