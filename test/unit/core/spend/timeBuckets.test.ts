import assert from 'node:assert/strict';
import fc from 'fast-check';
import { localDay } from '../../../../src/core/spend/localPeriods.ts';
import { timeBuckets } from '../../../../src/core/spend/timeBuckets.ts';
import { inTimeZone } from './inTimeZone.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) });

describe('timeBuckets', () => {
  it('cuts a period without a gap or an overlap, and finds every instant’s bucket, in any zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, fc.integer({ min: 1, max: 9000 }), (zone, instant, days) => {
        inTimeZone(zone, () => {
          const { start } = localDay(instant);
          const period = { start, end: localDay(start + days * 24 * 60 * 60 * 1000).end };
          const { starts, indexOf } = timeBuckets(period);
          assert.equal(starts[0], start);
          for (const [index, begin] of starts.entries()) {
            const end = starts[index + 1] ?? period.end;
            assert.ok(end > begin);
            assert.equal(localDay(begin).start, begin, 'a bucket begins with a day');
            assert.equal(indexOf(begin), index);
            assert.equal(indexOf(end - 1), index);
          }
          assert.ok(starts.length <= 81, `${starts.length} bars`);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('takes days for two months, Mondays for a year, firsts of the month for some years and New Year’s Days beyond', () => {
    inTimeZone('Europe/Berlin', () => {
      const from = (year: number, month: number) => new Date(year, month, 1).getTime();
      // The 25 hours of the day on which daylight saving ends are one day.
      const days = timeBuckets({ start: from(2026, 9), end: from(2026, 11) });
      assert.deepEqual([days.unit, days.starts.length], ['day', 61]);
      const weeks = timeBuckets({ start: from(2025, 11), end: from(2026, 11) });
      assert.equal(weeks.unit, 'week');
      assert.ok(weeks.starts.slice(1).every((start) => new Date(start).getDay() === 1));
      const months = timeBuckets({ start: from(2024, 0), end: from(2026, 11) });
      assert.deepEqual([months.unit, months.starts.length], ['month', 35]);
      assert.ok(months.starts.every((start) => new Date(start).getDate() === 1));
      const years = timeBuckets({ start: from(2000, 0), end: from(2026, 11) });
      assert.deepEqual([years.unit, years.starts.length], ['year', 27]);
      assert.equal(years.starts[1], from(2001, 0));
    });
  });
});
