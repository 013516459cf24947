import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AcceptedChanges } from '../app/ledgerPorts.ts';
import { WorkspaceRows } from './workspaceRows.ts';

/** What the person accepted: one row per landing and contender. Every method belongs into a transaction. */
export class AcceptedRows {
  private readonly workspaces: WorkspaceRows;
  private readonly insert: StatementSync;

  constructor(database: DatabaseSync) {
    this.workspaces = new WorkspaceRows(database);
    this.insert = database.prepare(`
      INSERT INTO accepted_changes VALUES (
        :changeId, :comparisonId, :taskKind, :workspaceId, :side, :provider, :model, :scripted, :hunks, :acceptedAt
      ) ON CONFLICT DO NOTHING`);
  }

  add(changes: AcceptedChanges): void {
    const { workspace, scripted, ...rest } = changes;
    this.insert.run({ ...rest, workspaceId: this.workspaces.idOf(workspace), scripted: scripted ? 1 : 0 });
  }
}
