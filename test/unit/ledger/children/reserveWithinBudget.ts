import { randomUUID } from 'node:crypto';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { quietLog, reservation, systemClock } from '../ledgerFixture.ts';

// Waits for a line, so that all begin together, then tries to reserve a dollar each time under a budget for the day, and
// prints how each try ended: `reserved`, or the kind of the failure. Argument: folder|tries|budget in dollars.
const [directory = '', tries = '0', dollars = '0'] = (process.argv[2] ?? '').split('|');
const dollar = 1_000_000_000;
const ledger = new SqliteLedger({
  directory,
  clock: systemClock,
  log: quietLog,
  sessionId: randomUUID(),
  workspace: null,
});
await ledger.totals(Date.now());
process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
for (let done = 0; done < Number(tries); done += 1) {
  const failure = await ledger.reserve(reservation({ upperBound: dollar }), {
    ...noBudgets,
    day: Number(dollars) * dollar,
  });
  process.stdout.write(`${failure?.kind ?? 'reserved'}\n`);
}
ledger.dispose();
process.exit();
