import { conflictsOf } from '../../core/diff/conflict.ts';
import type { Hunk } from '../../core/diff/hunk.ts';
import { rebaseHunks } from '../../core/diff/rebase.ts';

/** Where a hunk stands in the person's text as it is now. Lines are 0-based and half-open. */
export interface HunkPlace {
  /** Its id and new lines are those that would be written. */
  readonly hunk: Hunk;
  readonly start: number;
  readonly end: number;
  /** True when these very lines were changed since: the place is then that of the whole conflict. */
  readonly isLost: boolean;
}

/**
 * Places hunks of one file and one side in the text as it is now, from top to bottom. Left out is what the text says
 * already.
 */
export function placeHunks(baseText: string, currentText: string, hunks: readonly Hunk[]): readonly HunkPlace[] {
  const { landed, missed } = rebaseHunks(baseText, currentText, hunks);
  const places = landed.map((hunk) => ({ hunk, start: hunk.baseStart, end: hunk.baseEnd, isLost: false }));
  if (missed.length > 0) {
    const conflicts = conflictsOf(baseText, currentText, hunks);
    for (const hunk of missed) {
      const conflict = conflicts.find(({ hunkIds }) => hunkIds.includes(hunk.id));
      const start = conflict?.currentStart ?? hunk.baseStart;
      places.push({ hunk, start, end: conflict?.currentEnd ?? start, isLost: true });
    }
  }
  return places.sort((one, other) => one.start - other.start || one.end - other.end);
}
