import { randomUUID } from 'node:crypto';
import { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { quietLog, reservation, systemClock } from '../ledgerFixture.ts';

// Reserves one request, prints it, and waits to be killed. Argument: folder.
const directory = process.argv[2] ?? '';
const ledger = new SqliteLedger({
  directory,
  clock: systemClock,
  log: quietLog,
  sessionId: randomUUID(),
  workspace: null,
});
const request = reservation({ upperBound: 120_000_000 });
const failure = await ledger.reserve(request, null);
process.stdout.write(`${failure === null ? request.requestId : JSON.stringify(failure)}\n`);
setInterval(() => {}, 1_000);
