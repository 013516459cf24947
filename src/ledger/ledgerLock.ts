import type { SqliteModule } from './sqliteModule.ts';

/** How long another window is waited for, in milliseconds and on the thread that draws nothing meanwhile. */
const blockingWait = 25;

/**
 * Does something while no other window opens a ledger of this path, makes one or sets one aside: which file stands at
 * the path, and which log belongs to it, does not change meanwhile. The lock is that of an empty SQLite file beside it,
 * so the system lets go of it when the process dies.
 *
 * @throws SQLite's own error; `busy` while another window has the lock
 */
export function withLedgerLock<Result>(sqlite: SqliteModule, path: string, work: () => Result): Result {
  const lock = new sqlite.DatabaseSync(`${path}.lock`);
  try {
    lock.exec(`PRAGMA busy_timeout = ${blockingWait}; BEGIN EXCLUSIVE`);
    return work();
  } finally {
    // Closing ends the transaction, which wrote nothing.
    lock.close();
  }
}
