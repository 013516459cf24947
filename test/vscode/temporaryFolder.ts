import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder for one run; the caller removes it with {@link removeFolder}. */
export function createTemporaryFolder(purpose: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `tiebreak-${purpose}-`));
}

/** Removes a folder with all that is in it. Processes that are just ending may still write there, hence the retries. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
