import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entriesOf, temporaryEnding } from './keptFiles.ts';
import type { KeptComparison } from './retention.ts';
import { longestKept, mostKept, outlived } from './retention.ts';

/** What tidying up has to know. */
export interface SweepOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether this window works on a comparison, so that it stays whatever its age. */
  readonly inUse: (comparisonId: string) => boolean;
  /** Asked only when it matters: it means reading the file. */
  readonly isSettled: (comparisonId: string) => Promise<boolean>;
}

/** What a process that was killed left half-written; nothing takes so long to write, in milliseconds. */
const abandonedAfter = 10 * 60_000;

/**
 * Removes the comparisons that have outlived their time, and what killed processes and damage left behind.
 *
 * @returns the ids of the comparisons that are left
 * @throws errors of the file system
 */
export async function sweep(folder: string, { now, inUse, isSettled }: SweepOptions): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  const isOver = ({ name, writtenAt }: { readonly name: string; readonly writtenAt: number }) =>
    (name.endsWith(temporaryEnding) && now - writtenAt > abandonedAfter) ||
    (name.endsWith('.damaged') && now - writtenAt > longestKept);
  for (const entry of entries.filter(isOver)) await rm(join(folder, entry.name), { force: true });

  const kept = entries.flatMap(({ name, writtenAt }) =>
    name.endsWith('.json') ? [{ comparisonId: name.slice(0, -'.json'.length), writtenAt }] : [],
  );
  const isFull = kept.length > mostKept;
  const judged: KeptComparison[] = [];
  for (const { comparisonId, writtenAt } of kept) {
    if (inUse(comparisonId)) judged.push({ comparisonId, writtenAt: now, isSettled: false });
    else judged.push({ comparisonId, writtenAt, isSettled: isFull && (await isSettled(comparisonId)) });
  }
  const gone = outlived(judged, now);
  for (const comparisonId of gone) await rm(join(folder, `${comparisonId}.json`), { force: true });
  return kept.map(({ comparisonId }) => comparisonId).filter((comparisonId) => !gone.includes(comparisonId));
}
