import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WorkspaceName } from '../app/ledgerPorts.ts';

/** The names of workspaces, each kept once. */
export class WorkspaceRows {
  private readonly insert: StatementSync;

  constructor(database: DatabaseSync) {
    // A folder that was renamed is shown by its latest name.
    this.insert = database.prepare(`
      INSERT INTO workspaces VALUES (:id, :name)
      ON CONFLICT DO UPDATE SET name = excluded.name WHERE name <> excluded.name`);
  }

  /** The workspace's id as rows have it, its name written where it is new; empty for a window without a folder. */
  idOf(workspace: WorkspaceName | null): string {
    if (workspace === null) return '';
    this.insert.run({ id: workspace.id, name: workspace.name });
    return workspace.id;
  }
}
