import type { DatabaseSync } from 'node:sqlite';
import type { RemovedCount } from '../../app/archivePorts.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import { integer } from '../columns.ts';
import { isLeftBehind, leftBehindAt } from './leftBehind.ts';
import { beginTurn } from './turns.ts';

/** How many entries are looked up at a time. */
const batch = 50;

/** What a turn has removed; `isDone` when nothing is left to remove. */
interface Removed extends RemovedCount {
  readonly isDone: boolean;
}

/**
 * Removes entries of a period, as many as one turn has time for. What is under way stays. Triggers take what is removed
 * out of the sums. Belongs into a transaction.
 */
export function removeEntries(database: DatabaseSync, period: Period, now: number): Removed {
  const isOver = beginTurn();
  const find = database.prepare(`
    SELECT sequence FROM reservations LEFT JOIN settlements USING (sequence)
    WHERE counted_at >= :start AND counted_at < :end AND (outcome IS NOT NULL OR ${isLeftBehind})
    ORDER BY counted_at LIMIT ${batch}`);
  const remove = database.prepare('DELETE FROM reservations WHERE sequence = ?');
  const removeAccepted = database.prepare(`
    DELETE FROM accepted_changes WHERE change_id IN (
      SELECT change_id FROM accepted_changes WHERE accepted_at >= ? AND accepted_at < ? LIMIT ${batch}
    )`);
  let requests = 0;
  let accepted = 0;
  const removed = (isDone: boolean) => ({ requests, accepted, isDone });
  for (let more = true; more; ) {
    const rows = find.all({ ...period, ...leftBehindAt(now) });
    for (const row of rows) {
      remove.run(integer(row, 'sequence'));
      requests += 1;
    }
    more = rows.length === batch;
    if (more && isOver()) return removed(false);
  }
  for (let more = true; more; ) {
    const { changes } = removeAccepted.run(period.start, period.end);
    accepted += Number(changes);
    more = Number(changes) === batch;
    if (more && isOver()) return removed(false);
  }
  removeUnusedNames(database);
  return removed(true);
}

function removeUnusedNames(database: DatabaseSync): void {
  database.exec(`
    DELETE FROM workspaces
    WHERE NOT EXISTS (SELECT 1 FROM spend_sums WHERE span = 'workspace' AND place = workspaces.workspace_id)
      AND NOT EXISTS (SELECT 1 FROM accepted_changes WHERE accepted_changes.workspace_id = workspaces.workspace_id)`);
}
