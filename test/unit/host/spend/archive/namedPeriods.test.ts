import assert from 'node:assert/strict';
import { localDay, localMonth, localYear } from '../../../../../src/core/spend/localPeriods.ts';
import {
  beforeThisYear,
  between,
  dayOfDate,
  lastMonth,
  olderThan,
  thisMonth,
  thisYear,
} from '../../../../../src/host/spend/archive/namedPeriods.ts';

const now = new Date(2026, 0, 31, 23, 59).getTime();

describe('the periods of exports and deletions', () => {
  it('are the person’s own months and years', () => {
    assert.deepEqual(thisMonth(now), { period: localMonth(now), suffix: '2026-01' });
    const december = localMonth(new Date(2025, 11, 15).getTime());
    assert.deepEqual(lastMonth(now), { period: december, suffix: '2025-12' });
    assert.deepEqual(thisYear(now), { period: localYear(now), suffix: '2026' });
    assert.deepEqual(beforeThisYear(now), {
      period: { start: 0, end: new Date(2026, 0, 1).getTime() },
      suffix: 'before-2026',
    });
  });

  it('leave whole days when they end so many days ago', () => {
    const { period, suffix } = olderThan(31, now);
    assert.equal(period.end, new Date(2025, 11, 31).getTime());
    assert.equal(suffix, 'before-2025-12-31');
  });

  it('go from one date to another, both included', () => {
    const [first, last] = [dayOfDate('2026-02-28'), dayOfDate(' 2026-03-29 ')];
    assert.ok(first !== null && last !== null);
    assert.deepEqual(between(first, last), {
      period: { start: new Date(2026, 1, 28).getTime(), end: new Date(2026, 2, 30).getTime() },
      suffix: '2026-02-28-to-2026-03-29',
    });
    assert.deepEqual(first, localDay(new Date(2026, 1, 28, 9).getTime()));
  });

  it('know what is no date', () => {
    for (const text of [
      '',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '26-01-01',
      '1.2.2026',
      '2026-1-1',
      '0001-01-01',
    ]) {
      assert.equal(dayOfDate(text), null, text);
    }
  });
});
