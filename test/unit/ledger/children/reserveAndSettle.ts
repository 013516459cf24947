import { randomUUID } from 'node:crypto';
import { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { quietLog, reservation, settlement, systemClock } from '../ledgerFixture.ts';

// Reserves and settles one request after the other, and prints what is done once it is: `reserved ID`, `settled ID`.
// Argument: folder, or folder|count to stop after so many.
const [directory = '', count = 'Infinity'] = (process.argv[2] ?? '').split('|');
const ledger = new SqliteLedger({
  directory,
  clock: systemClock,
  log: quietLog,
  sessionId: randomUUID(),
  workspace: null,
});
for (let done = 0; done < Number(count); done += 1) {
  const request = reservation();
  const failure = await ledger.reserve(request, null);
  if (failure !== null) throw new Error(JSON.stringify(failure));
  process.stdout.write(`reserved ${request.requestId}\n`);
  await ledger.settle(settlement(request.requestId));
  process.stdout.write(`settled ${request.requestId}\n`);
}
ledger.dispose();
