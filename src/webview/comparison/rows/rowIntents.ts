import type { Hunk } from '../../../core/diff/hunk.ts';
import { otherSide, type Side } from '../../../core/side.ts';
import type { ComparisonRow, RowState } from './comparisonRows.ts';

/** What a person takes in a row. */
export type RowTake = Side | 'neither';

/** A choice on one hunk, as the host is told it. */
interface HunkIntent {
  readonly type: 'hunk-accepted' | 'hunk-rejected' | 'hunk-reopened';
  readonly hunkId: string;
}

/**
 * The intents that decide a row, or take its decision back when it stands already. Of hunks that agree, and of those
 * that give way to what is taken, the host knows by itself. To take a side that leaves the lines alone is to leave them.
 */
export function chooseInRow(row: ComparisonRow, state: RowState, take: RowTake): readonly HunkIntent[] {
  const all = row.kind === 'agreed' ? row.left : [...row.left, ...row.right];
  const isTaken = state === take || (state === 'both' && take !== 'neither');
  if (isTaken) return (take === 'neither' || row.kind === 'agreed' ? all : row[take]).map(intent('hunk-reopened'));
  if (take === 'neither') return all.map(intent('hunk-rejected'));
  if (row.kind === 'agreed') return row.left.map(intent('hunk-accepted'));
  if (row[take].length === 0) return row[otherSide(take)].map(intent('hunk-rejected'));
  return row[take].map(intent('hunk-accepted'));
}

function intent(type: HunkIntent['type']): (hunk: Hunk) => HunkIntent {
  return ({ id }) => ({ type, hunkId: id });
}
