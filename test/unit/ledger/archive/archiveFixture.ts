import type { ArchivePart, RequestFilter } from '../../../../src/app/archivePorts.ts';
import type { Failure } from '../../../../src/core/failure.ts';
import type { Period } from '../../../../src/core/spend/localPeriods.ts';
import { SqliteArchive } from '../../../../src/ledger/archive/sqliteArchive.ts';
import type { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { systemClock } from '../ledgerFixture.ts';

/** All time that a ledger can be about. */
export const allTime: Period = { start: 0, end: Date.UTC(2100) };

/** Every request of all time. */
export const everyRequest: RequestFilter = {
  period: allTime,
  model: null,
  taskKind: null,
  workspaceId: null,
  outcome: null,
};

export function archiveOf(ledger: SqliteLedger): SqliteArchive {
  return new SqliteArchive(ledger.access);
}

/** A result, where a failure would be a mistake. */
export function found<Result extends object>(result: Result | Failure): Exclude<Result, Failure> {
  if ('kind' in result && result.kind === 'ledger-unavailable') {
    throw new Error(`The ledger is unavailable: ${JSON.stringify(result)}`);
  }
  return result as Exclude<Result, Failure>;
}

/** Everything of a period in one part. */
export async function everything(archive: SqliteArchive, period: Period = allTime): Promise<ArchivePart> {
  const parts: ArchivePart[] = [];
  for await (const part of archive.entries(period)) parts.push(found<ArchivePart>(part));
  return { requests: parts.flatMap((part) => part.requests), accepted: parts.flatMap((part) => part.accepted) };
}

/** The same numbers between 0 and 1 on every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A clock that a test sets. */
export function settableClock(start: number) {
  let now = start;
  return {
    ...systemClock,
    now: () => now,
    set: (instant: number) => {
      now = instant;
    },
  };
}
