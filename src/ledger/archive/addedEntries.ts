import type { DatabaseSync } from 'node:sqlite';
import type { ArchivedRequest, ArchivePart, ImportCount } from '../../app/archivePorts.ts';
import type { WorkspaceName } from '../../app/ledgerPorts.ts';
import type { LedgerFile } from '../ledgerFile.ts';
import { requireSafeSums } from '../safeSums.ts';
import { isLeftBehind, leftBehindAt } from './leftBehind.ts';

/**
 * Adds what is not in the ledger yet. A request that is there stays as it is, but for one that was left open here and has
 * ended there: one that a window is at work on is settled by that window alone. Belongs into a transaction.
 *
 * @param now milliseconds since the epoch
 * @throws SumsTooLarge beside SQLite's errors
 */
export function addEntries(file: LedgerFile, part: ArchivePart, now: number): ImportCount {
  const { database } = file;
  const workspaces = new KnownWorkspaces(database);
  const addRequest = requestAdder(database, workspaces);
  const isKnown = database.prepare('SELECT 1 FROM accepted_changes WHERE change_id = ?');
  const findLeftBehind = database.prepare(`
    SELECT 1 FROM reservations WHERE request_id = :requestId AND ${isLeftBehind}`);
  const count = { added: 0, settled: 0, known: 0 };
  for (const request of part.requests) {
    const isNew = addRequest(request);
    const { requestId, settlement } = request;
    const canSettle = settlement !== null && findLeftBehind.get({ requestId, ...leftBehindAt(now) }) !== undefined;
    const result = canSettle ? file.requests.settle({ requestId, ...settlement }) : null;
    count[isNew ? 'added' : result === 'settled' ? 'settled' : 'known'] += 1;
  }
  if (count.added + count.settled > 0) requireSafeSums(database);
  for (const changes of part.accepted) {
    const isNew = isKnown.get(changes.changeId) === undefined;
    if (isNew) file.accepted.add(changes, workspaces);
    count[isNew ? 'added' : 'known'] += 1;
  }
  return count;
}

/** Writes a request, marked as imported. @returns a function that gives false for one that is there */
function requestAdder(database: DatabaseSync, workspaces: KnownWorkspaces): (request: ArchivedRequest) => boolean {
  const insert = database.prepare(`
    INSERT INTO reservations (
      request_id, session_id, comparison_id, task_kind, workspace_id, side, attempt, request, provider, model, scripted,
      started_at, counted_at, upper_bound
    ) VALUES (
      :requestId, :sessionId, :comparisonId, :taskKind, :workspaceId, :side, :attempt, :request, :provider, :model,
      :scripted, :startedAt, :countedAt, :upperBound
    ) ON CONFLICT (request_id) DO NOTHING`);
  const mark = database.prepare('INSERT INTO imported_requests VALUES (?)');
  return ({ settlement: _settlement, workspace, scripted, ...facts }) => {
    const workspaceId = workspaces.idOf(workspace);
    const { changes, lastInsertRowid } = insert.run({ ...facts, workspaceId, scripted: scripted ? 1 : 0 });
    if (Number(changes) === 0) return false;
    mark.run(lastInsertRowid);
    return true;
  };
}

/** The names of workspaces, which an import adds to but never changes: it may be older. */
class KnownWorkspaces {
  private readonly insert;

  constructor(database: DatabaseSync) {
    this.insert = database.prepare('INSERT INTO workspaces VALUES (:id, :name) ON CONFLICT DO NOTHING');
  }

  idOf(workspace: WorkspaceName | null): string {
    if (workspace === null) return '';
    this.insert.run({ id: workspace.id, name: workspace.name });
    return workspace.id;
  }
}
