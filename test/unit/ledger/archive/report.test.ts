import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { localDay } from '../../../../src/core/spend/localPeriods.ts';
import type { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { LedgerChild } from '../childProcess.ts';
import { LedgerFolder, only, reservation, settlement } from '../ledgerFixture.ts';
import { allTime, archiveOf, found, seededRandom } from './archiveFixture.ts';

/** Zone; from and to; the hours of the day that is not like others. */
const zones: readonly [name: string, zone: string, from: string, to: string, odd: string][] = [
  ['UTC', 'UTC', '2026-10-30T00:00Z', '2026-11-02T00:00Z', '2026-11-01 24 agrees'],
  ['an end of daylight saving', 'Europe/Berlin', '2026-10-23T22:00Z', '2026-10-26T23:00Z', '2026-10-25 25 agrees'],
  ['a beginning of it', 'Europe/Berlin', '2027-03-26T23:00Z', '2027-03-29T22:00Z', '2027-03-28 23 agrees'],
  ['west of Greenwich', 'America/New_York', '2026-10-31T04:00Z', '2026-11-02T05:00Z', '2026-11-01 25 agrees'],
  ['half an hour', 'Asia/Kolkata', '2026-11-29T18:30Z', '2026-12-02T18:30Z', '2026-12-01 24 agrees'],
  ['three quarters of an hour', 'Asia/Kathmandu', '2026-11-29T18:15Z', '2026-12-02T18:15Z', '2026-12-01 24 agrees'],
  ['a day without a midnight', 'America/Santiago', '2026-09-04T04:00Z', '2026-09-08T03:00Z', '2026-09-06 23 agrees'],
  ['half an hour saved', 'Australia/Lord_Howe', '2026-10-02T13:30Z', '2026-10-05T13:00Z', '2026-10-04 23.5 agrees'],
  ['furthest east', 'Pacific/Kiritimati', '2026-11-29T10:00Z', '2026-12-01T10:00Z', '2026-12-01 24 agrees'],
];

describe('the report of the archive', function () {
  this.timeout(60_000);
  let folder: LedgerFolder;
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => folder.cleanUp());

  for (const [name, zone, from, to, odd] of zones) {
    it(`has each request in its own day of the person’s time zone: ${name} (${zone})`, async () => {
      const lines = await new LedgerChild('reportInTimeZone', `${from},${to}`, { TZ: zone }).ended();
      assert.ok(lines.includes(odd), lines.join('\n'));
      assert.deepEqual(
        lines.slice(0, -1).filter((line) => !line.endsWith(' agrees')),
        [],
      );
      assert.equal(lines.at(-1), 'all');
    });
  }

  it('is empty for an empty ledger, over whole days', async () => {
    const now = Date.now();
    const report = found(await archiveOf(folder.open()).report({ start: now, end: now + 1 }));
    assert.deepEqual(report, { period: localDay(now), days: [], kinds: [], workspaces: [], models: [], accepted: [] });
  });

  it('adds up to the same by day, kind, workspace and model, and to what the rows say', async () => {
    const random = seededRandom(4);
    const ledger = folder.open();
    await spend(ledger, random);
    const report = found(await archiveOf(ledger).report(allTime));
    const total = (rows: readonly { requests: number; nanoDollars: number; cacheSavings: number }[]) => [
      rows.reduce((sum, row) => sum + row.requests, 0),
      rows.reduce((sum, row) => sum + row.nanoDollars, 0),
      rows.reduce((sum, row) => sum + row.cacheSavings, 0),
    ];
    const [row] = folder.query(
      'SELECT count(*) AS a, sum(ifnull(nano_dollars, 0)) AS b, sum(ifnull(cache_savings, 0)) AS c FROM requests',
    );
    const expected = [row?.['a'], row?.['b'], row?.['c']];
    assert.deepEqual(total(report.models), expected);
    assert.deepEqual(total(report.days.flatMap(({ rows }) => rows)), expected);
    assert.deepEqual(total(report.kinds.flatMap(({ rows }) => rows)), expected);
    assert.deepEqual(total(report.workspaces.flatMap(({ rows }) => rows)), expected);
    assert.deepEqual(
      report.workspaces.map(({ workspace }) => workspace),
      [null, { id: 'a', name: 'Alpha' }, { id: 'b', name: 'Beta' }],
    );
    assert.deepEqual(new Set(report.kinds.map(({ taskKind }) => taskKind)), new Set(['ask', 'fix']));
    assert.ok(report.models.some((model) => model.unknownUpperBound === null && model.unknownRequests > 0));
    assert.deepEqual(
      report.days.map(({ start }) => start),
      report.days.map(({ start }) => start).toSorted((one, other) => one - other),
    );
  });

  it('leaves out what is before and after the days asked for', async () => {
    const ledger = folder.open();
    const day = localDay(Date.now() - 40 * 86_400_000);
    for (const startedAt of [day.start - 1, day.start, day.end - 1, day.end]) {
      await ledger.reserve(reservation({ startedAt }), null);
    }
    const report = found(await archiveOf(ledger).report({ start: day.start + 5, end: day.end - 5 }));
    assert.deepEqual(report.period, day);
    assert.equal(report.days.length, 1);
    assert.equal(only(report.models).requests, 2);
  });

  it('counts hunks, and a comparison once however often something of it was accepted', async () => {
    const ledger = folder.open();
    const accepted = (comparisonId: string, hunks: number, acceptedAt: number) => {
      const { side, provider, model, scripted, taskKind, workspace } = reservation();
      const changeId = randomUUID();
      return { changeId, comparisonId, side, provider, model, scripted, taskKind, workspace, hunks, acceptedAt };
    };
    const now = Date.now();
    await ledger.recordAccepted([accepted('one', 2, now), accepted('one', 3, now - 1), accepted('two', 1, now)]);
    await ledger.recordAccepted([{ ...accepted('two', 7, now), scripted: true }]);
    await ledger.recordAccepted([accepted('old', 9, now - 400 * 86_400_000)]);
    const { provider, model } = reservation();
    const report = found(await archiveOf(ledger).report({ start: now - 86_400_000, end: now + 1 }));
    assert.deepEqual(report.accepted, [
      { provider, model, scripted: false, hunks: 6, comparisons: 2 },
      { provider, model, scripted: true, hunks: 7, comparisons: 1 },
    ]);
  });

  it('reads more days than one turn has time for', async () => {
    const archive = archiveOf(folder.open());
    const { requestId: _id, ...facts } = reservation();
    const requests = Array.from({ length: 3_000 }, (_, index) => ({
      ...facts,
      requestId: randomUUID(),
      sessionId: 's',
      countedAt: Date.UTC(2015, 0, 1, 12) + index * 86_400_000,
      settlement: null,
    }));
    found(await archive.add({ requests, accepted: [] }));
    const report = found(await archive.report(allTime));
    assert.equal(report.days.length, 3_000);
    assert.equal(only(report.models).requests, 3_000);
  });
});

/** Requests of all kinds over some weeks. */
async function spend(ledger: SqliteLedger, random: () => number): Promise<void> {
  const workspaces = [null, { id: 'a', name: 'Alpha' }, { id: 'b', name: 'Beta' }];
  for (let count = 0; count < 120; count += 1) {
    const request = reservation({
      taskKind: random() < 0.5 ? 'fix' : 'ask',
      workspace: workspaces[count % 3] ?? null,
      model: random() < 0.5 ? 'gpt-5.5' : 'gpt-5.4',
      scripted: random() < 0.2,
      startedAt: Date.UTC(2026, 2, 1) + Math.floor(count * random() * 3_600_000 * 20),
      upperBound: random() < 0.2 ? null : 50_000_000,
    });
    await ledger.reserve(request, null);
    const cacheSavings = Math.floor((random() - 0.5) * 1e6);
    const costNanoDollars = random() < 0.2 ? null : Math.floor(random() * 1e9);
    if (random() < 0.8) await ledger.settle(settlement(request.requestId, { costNanoDollars, cacheSavings }));
  }
}
