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

  /** @param workspaces writes the name of a workspace that is new */
  add(changes: AcceptedChanges, workspaces: Pick<WorkspaceRows, 'idOf'> = this.workspaces): void {
    const { workspace, scripted, ...rest } = changes;
    this.insert.run({ ...rest, workspaceId: workspaces.idOf(workspace), scripted: scripted ? 1 : 0 });
  }
}
