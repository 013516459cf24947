import type { DatabaseSync } from 'node:sqlite';
import type { AcceptedChanges } from '../../app/ledgerPorts.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import { integer, provider, side, taskKind, text } from '../columns.ts';
import { workspaceOf } from './workspaceOf.ts';

/** The accepted changes of a period in order of time, some at a time. */
export function readAccepted(
  database: DatabaseSync,
  period: Period,
  after: AcceptedChanges | null,
  limit: number,
): readonly AcceptedChanges[] {
  const rows = database
    .prepare(`
      SELECT accepted_changes.*, workspaces.name AS workspace_name
      FROM accepted_changes LEFT JOIN workspaces USING (workspace_id)
      WHERE (accepted_at, change_id) > (:at, :id) AND accepted_at >= :start AND accepted_at < :end
      ORDER BY accepted_at, change_id LIMIT :limit`)
    .all({ at: after?.acceptedAt ?? period.start, id: after?.changeId ?? '', ...period, limit });
  return rows.map((row) => ({
    changeId: text(row, 'change_id'),
    comparisonId: text(row, 'comparison_id'),
    taskKind: taskKind(row),
    workspace: workspaceOf(row),
    side: side(row),
    provider: provider(row),
    model: text(row, 'model'),
    scripted: integer(row, 'scripted') !== 0,
    hunks: integer(row, 'hunks'),
    acceptedAt: integer(row, 'accepted_at'),
  }));
}
