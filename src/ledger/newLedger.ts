import { existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { migrate } from './schema/schema.ts';
import type { SqliteModule } from './sqliteModule.ts';
import { removeUnfinished, unfinishedName } from './unfinishedFile.ts';

/**
 * Makes a ledger where none lies. It is made under another name and then put in place whole, so that an empty file in its
 * place never is one in the making, but one that has lost what it held. Several windows may do so at once: the first one
 * to be done makes it.
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
    putInPlace(unfinished, path);
  } finally {
    removeUnfinished(path);
  }
}

const withoutHardLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** A link, unlike a rename, fails where another window was faster. */
function putInPlace(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return;
    if (!withoutHardLinks.has(code)) throw error;
    if (existsSync(path)) rmSync(unfinished);
    else renameSync(unfinished, path);
  }
}
