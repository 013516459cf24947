import { changedRanges } from '../diff/changedRanges.ts';
import type { LineChange } from '../diff/hunk.ts';
import { type MatchTier, worseTier } from './matchTier.ts';

/** Lines of a candidate's text that an edit made whose place was not found to the letter. 0-based, half-open. */
export interface TierMark {
  readonly start: number;
  readonly end: number;
  readonly tier: MatchTier;
}

/** Marks on a text after it was changed: they move with their lines, and grow over what was changed within them. */
export function movedMarks(
  marks: readonly TierMark[],
  before: readonly string[],
  after: readonly string[],
): readonly TierMark[] {
  if (marks.length === 0) {
    return marks;
  }
  const ranges = changedRanges(before, after);
  const moved = (line: number, isEnd: boolean): number => {
    const inside = ranges.find(({ baseStart, baseEnd }) => baseStart < line && line < baseEnd);
    if (inside !== undefined) {
      return isEnd ? inside.nextEnd : inside.nextStart;
    }
    const above = ranges.findLast(({ baseEnd }) => baseEnd <= line);
    return above === undefined ? line : line + above.nextEnd - above.baseEnd;
  };
  return marks.map(({ start, end, tier }) => ({ start: moved(start, false), end: moved(end, true), tier }));
}

/** The least exact tier of the marks that a change of a candidate touches. */
export function tierOfChange(change: LineChange, marks: readonly TierMark[]): MatchTier {
  const end = change.newStart + change.newLines.length;
  return marks
    .filter((mark) => mark.start <= end && change.newStart <= mark.end)
    .reduce<MatchTier>((worst, mark) => worseTier(worst, mark.tier), 'exact');
}
