import { renameSync } from 'node:fs';
import { migrate } from './schema/schema.ts';
import type { SqliteModule } from './sqliteModule.ts';
import { removeUnfinished, unfinishedName } from './unfinishedFile.ts';

/**
 * Makes a ledger where none lies. It is made under another name and then put in place whole, so that an empty file in its
 * place never is one in the making, but one that has lost what it held. To be done under the ledger's lock.
 */
export function makeLedger(sqlite: SqliteModule, path: string): void {
  removeUnfinished(path);
  const unfinished = unfinishedName(path);
  try {
    const database = new sqlite.DatabaseSync(unfinished);
    try {
      database.exec('PRAGMA synchronous = FULL');
      migrate(database);
    } finally {
      database.close();
    }
    renameSync(unfinished, path);
  } finally {
    removeUnfinished(path);
  }
}
