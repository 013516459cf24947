import type { DatabaseSync } from 'node:sqlite';
import type { LedgerRequest, RequestFilter, RequestPage } from '../../app/archivePorts.ts';
import { integer } from '../columns.ts';
import { ledgerRequest, requestColumns, requestTables } from './requestRecord.ts';

/** How many requests are looked at in one go: some milliseconds' work, however few of them are meant. */
const lookedAt = 2_000;

/** Where a row is in the order of time, in which requests of the same moment are told apart by their sequence. */
const place = '(counted_at, reservations.sequence)';
const latestFirst = 'ORDER BY counted_at DESC, reservations.sequence DESC';

/** The latest requests that a filter finds among the next few of its period, and where to go on. */
export function findRequests(
  database: DatabaseSync,
  filter: RequestFilter,
  before: number | null,
  limit: number,
): RequestPage {
  const { start, end } = filter.period;
  const from = before === null ? { at: end, sequence: 0 } : placeOf(database, before);
  if (from === null) return { requests: [], next: null };
  const last = database
    .prepare(`
      SELECT counted_at, sequence FROM reservations
      WHERE ${place} < (:at, :sequence) AND counted_at >= :start AND counted_at < :end ${latestFirst} LIMIT 1 OFFSET ${lookedAt - 1}`)
    .get({ ...from, start, end });
  const parameters = {
    ...from,
    end,
    lastAt: last === undefined ? start : integer(last, 'counted_at'),
    lastSequence: last === undefined ? 0 : integer(last, 'sequence'),
    provider: filter.model?.provider ?? null,
    model: filter.model?.model ?? null,
    scripted: filter.model === null ? null : Number(filter.model.scripted),
    taskKind: filter.taskKind,
    workspaceId: filter.workspaceId,
    outcome: filter.outcome,
    limit,
  };
  const requests = database
    .prepare(`
      SELECT ${requestColumns} FROM ${requestTables}
      WHERE ${place} < (:at, :sequence) AND ${place} >= (:lastAt, :lastSequence) AND counted_at < :end
        AND (:provider IS NULL OR (provider = :provider AND model = :model AND scripted = :scripted))
        AND (:taskKind IS NULL OR task_kind = :taskKind)
        AND (:workspaceId IS NULL OR reservations.workspace_id = :workspaceId)
        AND (:outcome IS NULL OR ifnull(outcome, 'open') = :outcome)
      ${latestFirst} LIMIT :limit`)
    .all(parameters)
    .map(ledgerRequest);
  return { requests, next: nextOf(requests, limit, last === undefined ? null : integer(last, 'sequence')) };
}

/** A full page may end before what was looked at does. */
function nextOf(requests: readonly LedgerRequest[], limit: number, last: number | null): number | null {
  return requests.length < limit ? last : (requests.at(-1)?.sequence ?? null);
}

/** Where a page ended. Should that request have been removed since, the one that was written before it takes its place. */
function placeOf(database: DatabaseSync, sequence: number): { at: number; sequence: number } | null {
  const found = database
    .prepare('SELECT counted_at FROM reservations WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1')
    .get(sequence);
  return found === undefined ? null : { at: integer(found, 'counted_at'), sequence };
}
