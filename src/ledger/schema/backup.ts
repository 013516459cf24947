import { renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { SqliteModule } from '../sqliteModule.ts';
import { removeUnfinished, unfinishedName } from '../unfinishedFile.ts';
import { schemaVersionOf } from './schema.ts';

/**
 * Copies a ledger beside itself before it is upgraded, as `ledger.sqlite.schema-1`, whole and readable by the version
 * that wrote it. Several windows may do so at once: each copy is as good as the other.
 *
 * @param version that the file is at @returns where the copy lies; null when another window has upgraded it meanwhile
 * @throws SQLite's errors, with a full disk among them; nothing is left behind then
 */
export function backUp(sqlite: SqliteModule, database: DatabaseSync, path: string, version: number): string | null {
  const copy = `${path}.schema-${version}`;
  removeUnfinished(path);
  const unfinished = unfinishedName(copy);
  try {
    database.prepare('VACUUM INTO ?').run(unfinished);
    if (versionOfCopy(sqlite, unfinished) !== version) return null;
    renameSync(unfinished, copy);
    return copy;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function versionOfCopy(sqlite: SqliteModule, path: string): number {
  const copy = new sqlite.DatabaseSync(path, { readOnly: true });
  try {
    return schemaVersionOf(copy);
  } finally {
    copy.close();
  }
}
