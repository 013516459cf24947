import { randomInt, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { loadSqlite } from '../../../../src/ledger/sqliteModule.ts';
import { quietLog, reservation, settlement, systemClock } from '../ledgerFixture.ts';
import { FactsFile } from '../survival/facts.ts';
import { steppedSqlite } from '../survival/steppedSqlite.ts';
import type { WindowOrders } from '../survival/windowOrders.ts';

// A window that sends requests one after the other, keeps the facts of them, and ends at a step of its own if ordered to.
// Prints `open` before it opens the ledger, `begun` after its first request, and how many steps it took where it was to
// end after a number of requests. Argument: WindowOrders as JSON.
const {
  directory,
  factsPath,
  instant,
  requests,
  waits = false,
  sqliteVersion,
  end,
}: WindowOrders = JSON.parse(process.argv[2] ?? '');
const facts = new FactsFile(factsPath);
let steps = 0;

function step(): void {
  steps += 1;
  if (steps !== end?.step) return;
  switch (end.manner) {
    case 'killed':
      process.kill(process.pid, 'SIGKILL');
      break;
    case 'exited':
      process.exit(0);
      break;
    case 'crashed':
      // Nobody catches it: the process is gone as soon as what runs now is done, between two steps.
      queueMicrotask(() => {
        throw new Error('An uncaught exception');
      });
  }
}

const ledger = new SqliteLedger(
  { directory, clock: systemClock, log: quietLog, sessionId: randomUUID(), workspace: { id: 'w', name: 'shop' } },
  () => {
    const sqlite = loadSqlite();
    return sqlite === null ? null : steppedSqlite(sqlite, step, sqliteVersion ?? null);
  },
);
ledger.onDidRecover((path) => facts.add('set-aside', path));
process.stdout.write('open\n');
if (waits) await new Promise((resolve) => process.stdin.once('data', resolve));
for (let sent = 0; sent < (requests ?? Number.POSITIVE_INFINITY); sent += 1) {
  const request = reservation({ startedAt: instant, upperBound: randomInt(1, 1_000_000_000) });
  facts.add('reserving', request.requestId, request.upperBound ?? '');
  step();
  const failure = await ledger.reserve(request, null);
  if (failure === null) {
    facts.add('reserved', request.requestId);
    step();
    await nextTurn();
    step();
    const cost = randomInt(1, 1_000_000_000);
    facts.add('settling', request.requestId, cost);
    await ledger.settle(settlement(request.requestId, { endedAt: instant, costNanoDollars: cost }));
    facts.add('settled', request.requestId);
    step();
  } else {
    facts.add('failed', JSON.stringify(failure));
  }
  if (sent === 0) process.stdout.write('begun\n');
}
ledger.dispose();
process.stdout.write(`${steps}\n`, () => process.exit());
