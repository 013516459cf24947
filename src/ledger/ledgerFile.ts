import type { DatabaseSync } from 'node:sqlite';
import type { Log } from '../app/ports.ts';
import { AcceptedRows } from './acceptedRows.ts';
import { requireUndamaged } from './damage.ts';
import type { FileIdentity } from './fileIdentity.ts';
import { fileIdentity } from './fileIdentity.ts';
import { safeJournalMode } from './journalMode.ts';
import { withLedgerLock } from './ledgerLock.ts';
import { makeLedger } from './newLedger.ts';
import { RequestRows } from './requestRows.ts';
import { backUp } from './schema/backup.ts';
import { migrate, schemaVersion, schemaVersionOf } from './schema/schema.ts';
import { SpendSums } from './spendSums.ts';
import { sqliteFault } from './sqliteFault.ts';
import type { SqliteModule } from './sqliteModule.ts';

/** SQLite itself waits this long for another window, in milliseconds and on the thread that draws nothing meanwhile. */
const blockingWait = 25;

/** A ledger that a newer Tiebreak wrote. This one cannot know what its rows mean, so it leaves it alone. */
class NewerSchema extends Error {
  constructor(found: number) {
    super(`it was written by a newer version of Tiebreak, with schema ${found}; this version knows ${schemaVersion}`);
  }
}

/** The open database file. Everything here is synchronous and throws SQLite's own errors. */
export class LedgerFile {
  readonly database: DatabaseSync;
  readonly requests: RequestRows;
  readonly accepted: AcceptedRows;
  readonly spend: SpendSums;
  private readonly path: string;
  private readonly identity: FileIdentity;
  private seenVersion: number;

  /** Opens the file, making or upgrading it where needed. @throws NewerSchema and DamagedLedger beside SQLite's errors */
  constructor(sqlite: SqliteModule, directory: string, path: string, log: Log) {
    this.path = path;
    // The file and its log are opened by their names, one after the other: both have to be of the same ledger.
    const opened = withLedgerLock(sqlite, path, () => openAlone(sqlite, directory, path, log));
    this.database = opened.database;
    this.identity = opened.identity;
    try {
      const version = schemaVersionOf(this.database);
      this.database.exec('PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF');
      if (version > 0 && version < schemaVersion) {
        const copy = backUp(sqlite, this.database, path, version);
        if (copy !== null) log.info(`The ledger is upgraded. As it was, it is kept as ${copy}.`);
      }
      migrate(this.database);
      this.requests = new RequestRows(this.database);
      this.accepted = new AcceptedRows(this.database);
      this.spend = new SpendSums(this.database);
      this.seenVersion = this.dataVersion();
    } catch (error) {
      this.database.close();
      throw error;
    }
  }

  /** False once another window has set the file aside, or someone has deleted it: then rows written here would be lost. */
  isCurrent(): boolean {
    return this.identity !== null && fileIdentity(this.path) === this.identity;
  }

  /** True when another window has written since this was last asked. */
  changedElsewhere(): boolean {
    const version = this.dataVersion();
    const changed = version !== this.seenVersion;
    this.seenVersion = version;
    return changed;
  }

  close(): void {
    this.database.close();
  }

  private dataVersion(): number {
    return Number(this.database.prepare('PRAGMA data_version').get()?.data_version ?? 0);
  }
}

/**
 * Opens the file, makes it where there is none, and has SQLite open what belongs to it. Which file that is can be told
 * here alone: as soon as the lock is gone, another window may set it aside and begin a new one in its place.
 */
function openAlone(sqlite: SqliteModule, directory: string, path: string, log: Log) {
  requireUndamaged(path);
  if (fileIdentity(path) === null) makeLedger(sqlite, path);
  // Should somebody who knows no lock put another file there meanwhile, the older identity makes it be opened again.
  const identity = fileIdentity(path);
  const database = new sqlite.DatabaseSync(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${blockingWait}`);
    const version = schemaVersionOf(database);
    if (version > schemaVersion) throw new NewerSchema(version);
    chooseJournal(database, directory, log);
    return { database, identity };
  } catch (error) {
    database.close();
    throw error;
  }
}

function chooseJournal(database: DatabaseSync, directory: string, log: Log): void {
  const sqliteVersion = String(database.prepare('SELECT sqlite_version() AS version').get()?.version);
  const wanted = safeJournalMode(sqliteVersion, directory);
  try {
    const mode = database.prepare(`PRAGMA journal_mode = ${wanted}`).get()?.journal_mode;
    if (mode !== wanted) log.warn(`The ledger's journal mode is ${String(mode)}, not ${wanted}.`);
  } catch (error) {
    // Changing it needs the file for itself. Another window has it, and both modes work: a later start will change it.
    if (sqliteFault(error) !== 'busy') throw error;
    log.warn(`The ledger's journal mode could not be made ${wanted} while another window uses it.`);
  }
}
