import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../transaction.ts';
import { version1 } from './version1.ts';
import { version2 } from './version2.ts';
import { version3 } from './version3.ts';
import { version4 } from './version4.ts';

/**
 * One script per schema version, applied in order, each in the transaction that also counts the version up. A script
 * that was released is never changed: what it did is on people's disks.
 */
const migrations: readonly string[] = [version1, version2, version3, version4];

/** The schema version that this build reads and writes. */
export const schemaVersion = migrations.length;

/** The version a database file is at; 0 for a new one. */
export function schemaVersionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
}

/** Brings an older or new file up to `schemaVersion`. Two windows may try at once: one does, the other finds it done. */
export function migrate(database: DatabaseSync): void {
  if (schemaVersionOf(database) === schemaVersion) return;
  inTransaction(database, () => {
    for (let version = schemaVersionOf(database); version < schemaVersion; version += 1) {
      const script = migrations[version];
      if (script === undefined) return;
      database.exec(script);
      database.exec(`PRAGMA user_version = ${version + 1}`);
    }
  });
}
