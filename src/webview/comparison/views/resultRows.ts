import type { Hunk } from '../../../core/diff/hunk.ts';
import type { CodeRow } from '../code/codeRow.ts';
import { pairRows } from '../code/hunkRows.ts';

/** The lines that a hunk puts into the result; `newStart` has to be the result's own. */
export function resultRows(hunk: Hunk): readonly CodeRow[] {
  return pairRows([], hunk.newLines, {
    oldNumber: hunk.baseStart + 1,
    newNumber: hunk.newStart + 1,
    oldSource: (line) => ({ kind: 'base', path: hunk.path, line }),
    newSource: (line) => ({ kind: 'hunk', hunkId: hunk.id, line }),
  });
}
