import { chmodSync } from 'node:fs';
import type { LedgerFolder } from '../ledgerFixture.ts';

/**
 * Runs something without write access to a ledger's file, or to its folder and all in it; where the tests run as root,
 * whom no access right stops, as nobody.
 */
export async function withoutRights<Result>(
  folder: LedgerFolder,
  what: 'file' | 'folder',
  run: () => Promise<Result>,
): Promise<Result> {
  const user = process.geteuid?.();
  chmodSync(folder.directory, what === 'file' ? 0o777 : 0o555);
  chmodSync(folder.path, 0o444);
  if (user === 0) process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    if (user === 0) process.seteuid?.(0);
    chmodSync(folder.directory, 0o755);
    chmodSync(folder.path, 0o644);
  }
}
