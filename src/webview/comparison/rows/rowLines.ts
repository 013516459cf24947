import type { Hunk } from '../../../core/diff/hunk.ts';
import type { CodeRow } from '../code/codeRow.ts';
import { pairRows } from '../code/hunkRows.ts';
import { composeLines } from '../views/clusters.ts';
import type { ComparisonRow } from './comparisonRows.ts';

/** The base text's lines that a row is about. */
export function baseRows(row: ComparisonRow, baseLines: readonly string[]): readonly CodeRow[] {
  const lines = baseLines.slice(row.baseStart, row.baseEnd);
  return pairRows([], lines, {
    oldNumber: row.baseStart + 1,
    newNumber: row.baseStart + 1,
    oldSource: (line) => ({ kind: 'base', path: row.path, line: row.baseStart + line }),
    newSource: (line) => ({ kind: 'base', path: row.path, line: row.baseStart + line }),
  });
}

/** What one side makes of these lines, with the words marked that are not in the base text. */
export function sideRows(row: ComparisonRow, baseLines: readonly string[], hunks: readonly Hunk[]): readonly CodeRow[] {
  const { path, baseStart } = row;
  const first = hunks[0];
  const shift = first === undefined ? 0 : first.newStart - first.baseStart;
  const composed = composeLines(baseLines, hunks, row);
  const rows = pairRows(
    baseLines.slice(row.baseStart, row.baseEnd),
    composed.map(({ text }) => text),
    {
      oldNumber: baseStart + 1,
      newNumber: baseStart + shift + 1,
      oldSource: (line) => ({ kind: 'base', path, line: baseStart + line }),
      newSource: (index) => {
        const line = composed[index];
        return line === undefined || line.hunk === null
          ? { kind: 'base', path, line: line?.line ?? 0 }
          : { kind: 'hunk', hunkId: line.hunk.id, line: line.line };
      },
    },
  );
  return rows.filter(({ kind }) => kind === 'added');
}
