import type { FileChange, LineChange } from '../diff/hunk.ts';
import { diffLines } from '../diff/lineDiff.ts';
import { splitLines } from '../diff/lines.ts';
import type { MatchTier } from './matchTier.ts';
import { type TierMark, tierOfChange } from './tierMarks.ts';

/** Changed lines, and how well the place of the edits was found that changed them. */
export type PlacedChange = LineChange & { readonly tier: MatchTier };

/** A change of a file that has no lines of its own. */
export const wholeFile: PlacedChange = { baseStart: 0, baseEnd: 0, newStart: 0, newLines: [], tier: 'exact' };

/** What makes one text of a file out of another, where null is no file; null where nothing changed. */
export function fileChange(
  base: string | null,
  text: string | null,
  marks: readonly TierMark[],
): { readonly change: FileChange; readonly changes: readonly PlacedChange[] } | null {
  if (base === null) {
    return text === null ? null : { change: 'create', changes: [{ ...wholeFile, newLines: splitLines(text) }] };
  }
  if (text === null) {
    return { change: 'delete', changes: [{ ...wholeFile, baseEnd: splitLines(base).length }] };
  }
  const changes = diffLines(base, text).map((change) => ({ ...change, tier: tierOfChange(change, marks) }));
  return changes.length === 0 ? null : { change: 'edit', changes };
}
