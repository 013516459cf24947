import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

/** A damage that SQLite itself takes for a new beginning. It has the result code that SQLite gives a corrupt file. */
class DamagedLedger extends Error {
  readonly errcode = 11;
}

/** What SQLite keeps beside a file; without the file nobody knows what belongs to it. */
export const companions: readonly string[] = ['-wal', '-shm', '-journal'];

/** The first four bytes of a write-ahead log, for either byte order of its checksums: https://sqlite.org/fileformat2.html */
const logMarks: ReadonlySet<number> = new Set([0x377f0682, 0x377f0683]);

/**
 * Looks for what SQLite would pass over without a word, beginning anew on top of it: an empty file, a log that is none,
 * and a log whose file is gone. A file that is missing with all that belongs to it is no damage.
 *
 * @throws DamagedLedger
 */
export function requireUndamaged(path: string): void {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) {
    const remains = companions.filter((suffix) => existsSync(path + suffix));
    if (remains.length > 0) throw new DamagedLedger(`the file is gone, but not ${remains.join(', ')}`);
  } else if (file.isFile() && file.size === 0) {
    throw new DamagedLedger('the file is empty');
  }
  const mark = firstWord(`${path}-wal`);
  // Zeros are a log that was begun when the machine lost power: nothing in it was ever confirmed.
  if (mark !== null && mark !== 0 && !logMarks.has(mark)) throw new DamagedLedger('its write-ahead log is none');
}

/** The first four bytes of a file; null where it has none. */
function firstWord(path: string): number | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    // There is none, or none any more: SQLite removes it when the last window closes, at any moment.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(4);
    return readSync(file, bytes) === 4 ? bytes.readUInt32BE() : null;
  } finally {
    closeSync(file);
  }
}
