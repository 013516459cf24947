import { randomUUID } from 'node:crypto';
import type { ArchivedRequest } from '../../../../src/app/archivePorts.ts';
import { archiveOf, found } from '../archive/archiveFixture.ts';
import { LedgerFolder, reservation } from '../ledgerFixture.ts';

// Has a request at every quarter of an hour and a millisecond before it, then prints the report's days: date, hours and
// requests. The time zone is the process's own, and the date is Intl's. Arguments: ISO 8601 in UTC, from,to.
const [from = '', to = ''] = (process.argv[2] ?? '').split(',');
const folder = new LedgerFolder();
const archive = archiveOf(folder.open());
const requests: ArchivedRequest[] = [];
for (let instant = Date.parse(from); instant < Date.parse(to); instant += 15 * 60 * 1000) {
  for (const countedAt of [instant, instant + 15 * 60 * 1000 - 1]) {
    const { requestId: _id, ...facts } = reservation({ startedAt: countedAt });
    requests.push({ ...facts, requestId: randomUUID(), sessionId: 'session', countedAt, settlement: null });
  }
}
found(await archive.add({ requests, accepted: [] }));
const report = found(await archive.report({ start: Date.parse(from), end: Date.parse(to) }));
const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
const expected = new Map<string, number>();
for (const { countedAt } of requests) {
  const name = date.format(countedAt);
  expected.set(name, (expected.get(name) ?? 0) + 1);
}
for (const { start, end, rows } of report.days) {
  const name = date.format(start);
  const count = rows[0]?.requests ?? 0;
  process.stdout.write(`${name} ${(end - start) / 3_600_000} ${count === expected.get(name) ? 'agrees' : count}\n`);
}
process.stdout.write(`${report.days.length === expected.size ? 'all' : expected.size}\n`);
folder.cleanUp();
