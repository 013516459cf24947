import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs work that writes as one transaction: all of it is durable when this returns, or none of it ever was. The lock is
 * taken at the start, so that a transaction never has to give up halfway because another window wrote meanwhile.
 *
 * @throws what the work throws, or SQLite's own error; `busy` ones may be tried again
 */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Runs work that only reads, so that all of it sees the same state. */
export function inSnapshot<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN DEFERRED');
  try {
    return work();
  } finally {
    rollBack(database);
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself already, as it does after a full disk; then there is nothing left to do.
  }
}
