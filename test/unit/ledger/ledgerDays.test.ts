import assert from 'node:assert/strict';
import { LedgerChild } from './childProcess.ts';

/** Zone; instants, the last of which is now; how many are today's, how many this month's. */
const cases: readonly [name: string, zone: string, instants: readonly string[], today: number, month: number][] = [
  ['UTC', 'UTC', ['2026-10-31T23:59:59Z', '2026-11-01T00:00:00Z', '2026-11-01T12:00:00Z'], 2, 2],
  [
    'west of Greenwich',
    'America/New_York',
    ['2026-11-02T04:59:00Z', '2026-11-02T05:00:00Z', '2026-11-02T06:00:00Z'],
    2,
    3,
  ],
  ['a zone with three quarters of an hour', 'Asia/Kathmandu', ['2026-11-30T18:14:59Z', '2026-11-30T18:15:00Z'], 1, 1],
  ['a zone with half an hour', 'Asia/Kolkata', ['2026-11-30T18:29:59Z', '2026-11-30T18:30:00Z'], 1, 1],
  // 25 hours: 28 March 2027 begins at 23:00Z (winter), 25 October 2026 begins at 22:00Z (summer) and ends at 23:00Z.
  [
    'the day that daylight saving ends',
    'Europe/Berlin',
    ['2026-10-24T21:59:00Z', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z'],
    2,
    3,
  ],
  // 23 hours.
  [
    'the day that daylight saving begins',
    'Europe/Berlin',
    ['2027-03-27T22:59:00Z', '2027-03-27T23:00:00Z', '2027-03-28T21:59:59Z'],
    2,
    3,
  ],
  ['the day after daylight saving begins', 'Europe/Berlin', ['2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'], 1, 2],
  // Midnight of 6 September 2026 does not exist in Chile: the day begins at 01:00, 04:00Z.
  ['a day without a midnight', 'America/Santiago', ['2026-09-06T03:59:59Z', '2026-09-06T04:00:00Z'], 1, 2],
  [
    'half an hour of daylight saving',
    'Australia/Lord_Howe',
    ['2026-10-03T13:29:59Z', '2026-10-03T13:30:00Z', '2026-10-04T12:59:59Z'],
    2,
    3,
  ],
];

describe('days and months of the ledger', function () {
  this.timeout(60_000);
  for (const [name, zone, instants, today, month] of cases) {
    it(`are the person’s own: ${name} (${zone})`, async () => {
      const child = new LedgerChild('totalsInTimeZone', instants.join(','), { TZ: zone });
      assert.deepEqual(await child.ended(), [`${today} ${month}`]);
    });
  }
});
