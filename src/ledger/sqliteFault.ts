/** What a failed statement means for the ledger. */
type SqliteFault = 'busy' | 'read-only' | 'corrupt' | 'other';

// Primary result codes, https://www.sqlite.org/rescode.html
const busy = 5;
const locked = 6;
const readOnly = 8;
const corrupt = 11;
const notADatabase = 26;

/** Sorts an error that node:sqlite threw. `busy` passes by itself; `corrupt` never does. What was opened
 * `read-only`, since it could not be written then, stays so until it is opened again. */
export function sqliteFault(error: unknown): SqliteFault {
  const code = primaryCode(error);
  if (code === busy || code === locked) return 'busy';
  if (code === readOnly) return 'read-only';
  if (code === corrupt || code === notADatabase) return 'corrupt';
  return 'other';
}

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  // The upper bits hold the extended code.
  return error.errcode & 0xff;
}
