import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { known, quietLog, reservation, systemClock } from '../ledgerFixture.ts';

// Reserves a request at every given instant, then prints how many of them are today's and this month's at the last
// instant. The time zone is the process's own. Argument: instants as ISO 8601 in UTC, ascending, with commas between.
const instants = (process.argv[2] ?? '').split(',').map((text) => Date.parse(text));
const directory = mkdtempSync(join(tmpdir(), 'tiebreak-zone-'));
const ledger = new SqliteLedger({
  directory,
  clock: systemClock,
  log: quietLog,
  sessionId: 'session',
  workspace: null,
});
for (const startedAt of instants) await ledger.reserve(reservation({ startedAt }), null);
const totals = known(await ledger.totals(instants.at(-1) ?? 0));
process.stdout.write(`${totals.today[0]?.requests ?? 0} ${totals.month[0]?.requests ?? 0}\n`);
ledger.dispose();
rmSync(directory, { recursive: true });
