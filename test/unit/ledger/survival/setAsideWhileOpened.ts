import { randomUUID } from 'node:crypto';
import * as sqlite from 'node:sqlite';
import type { Failure } from '../../../../src/core/failure.ts';
import { fileIdentity } from '../../../../src/ledger/fileIdentity.ts';
import { withLedgerLock } from '../../../../src/ledger/ledgerLock.ts';
import { makeLedger } from '../../../../src/ledger/newLedger.ts';
import { setAside } from '../../../../src/ledger/quarantine.ts';
import { sqliteFault } from '../../../../src/ledger/sqliteFault.ts';
import { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { LedgerFolder, quietLog, reservation, systemClock } from '../ledgerFixture.ts';
import { steppedSqlite } from './steppedSqlite.ts';
import type { SurvivalReport } from './survivalReport.ts';

const requests = 3;

/**
 * Another window sets the ledger aside and begins a new one while this one opens it, at every step at which the lock lets
 * it. What this window then writes is in the new one. The first request may still be in the file that it had open.
 */
export function setAsideWhileOpened(report: SurvivalReport): void {
  report.fault('file set aside by another window at every step of opening it', async (tally) => {
    for (let step = 1; ; step += 1) {
      const { wasReached, wasSetAside, violations } = await openedWhile(step);
      if (!wasReached) return;
      if (wasSetAside) tally.count(violations);
    }
  });
}

async function openedWhile(step: number) {
  const folder = new LedgerFolder();
  try {
    await folder.open().reserve(reservation(), null);
    let steps = 0;
    let wasSetAside = false;
    const stepping = () => {
      steps += 1;
      if (steps === step) wasSetAside = replaceUnlessLocked(folder.path);
    };
    const ledger = new SqliteLedger(
      { directory: folder.directory, clock: systemClock, log: quietLog, sessionId: randomUUID(), workspace: null },
      () => steppedSqlite(sqlite, stepping, null),
    );
    const failures: (Failure | null)[] = [];
    // The first request's steps are those that are tried out.
    failures.push(await ledger.reserve(reservation(), null));
    const wasReached = steps >= step;
    for (let sent = 1; sent < requests; sent += 1) failures.push(await ledger.reserve(reservation(), null));
    ledger.dispose();
    const written = Number(folder.query('SELECT count(*) AS count FROM reservations')[0]?.count);
    const violations = [
      ...failures.flatMap((failure) => (failure === null ? [] : [JSON.stringify(failure)])),
      ...(written >= requests - 1 ? [] : [`step ${step}: ${written} of ${requests} requests are in the new ledger`]),
    ];
    return { wasReached, wasSetAside, violations };
  } finally {
    folder.cleanUp();
  }
}

/** What another window does that found the file damaged. @returns false where the lock kept it from that */
function replaceUnlessLocked(path: string): boolean {
  try {
    return withLedgerLock(sqlite, path, () => {
      setAside(path, fileIdentity(path), Date.now());
      makeLedger(sqlite, path);
      return true;
    });
  } catch (error) {
    if (sqliteFault(error) !== 'busy') throw error;
    return false;
  }
}
