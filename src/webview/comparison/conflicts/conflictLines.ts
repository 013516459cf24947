import type { ConflictView } from '../../../shared/comparisonView.ts';
import type { CodeRow } from '../code/codeRow.ts';
import { pairRows } from '../code/hunkRows.ts';

/** One of a conflict's three texts; words that are not as they were when asked are marked. */
export function conflictLines(conflict: ConflictView, part: 'base' | 'mine' | 'theirs'): readonly CodeRow[] {
  const { base, line } = conflict;
  const lines = conflict[part];
  const source = (index: number) =>
    ({ kind: 'hunk', hunkId: `conflict:${conflict.hunkId}:${part}`, line: index }) as const;
  return pairRows(part === 'base' ? [] : base, lines, {
    oldNumber: line,
    newNumber: line,
    oldSource: source,
    newSource: source,
  }).filter(({ kind }) => kind === 'added');
}
