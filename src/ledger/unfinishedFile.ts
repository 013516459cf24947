import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const unfinished = /\.(\d+)\.tmp(-journal|-wal|-shm)?$/;

/** What a file is called while this process writes it, before it is whole and takes its name. */
export function unfinishedName(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/**
 * Removes what processes left unfinished beside a ledger when they were killed, and what an earlier try of this one did.
 * A file whose process still runs, or whose number another process has by now, stays.
 */
export function removeUnfinished(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const owner = name.startsWith(`${basename(path)}.`) ? unfinished.exec(name)?.[1] : undefined;
    if (owner === undefined) continue;
    if (Number(owner) === process.pid || !isRunning(Number(owner))) rmSync(`${dirname(path)}/${name}`, { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: there is one, of somebody else.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
