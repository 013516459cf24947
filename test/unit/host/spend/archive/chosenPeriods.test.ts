import assert from 'node:assert/strict';
import { localDay, localMonth } from '../../../../../src/core/spend/localPeriods.ts';
import {
  beforeThisYear,
  between,
  everything,
  givenPeriod,
  lastMonth,
  olderThan,
  thisMonth,
  thisYear,
  typedDay,
} from '../../../../../src/host/spend/archive/chosenPeriods.ts';

const now = new Date(2026, 0, 30, 23, 59).getTime();
const tomorrow = new Date(2026, 0, 31).getTime();

describe('the periods of exports and deletions', () => {
  it('are the person’s own months and years, those that go on up to today, as in the dashboard', () => {
    const thisYearsStart = new Date(2026, 0, 1).getTime();
    assert.deepEqual(thisMonth(now), { period: { start: thisYearsStart, end: tomorrow }, suffix: '2026-01' });
    const december = localMonth(new Date(2025, 11, 15).getTime());
    assert.deepEqual(lastMonth(now), { period: december, suffix: '2025-12' });
    assert.deepEqual(thisYear(now), { period: { start: thisYearsStart, end: tomorrow }, suffix: '2026' });
    assert.deepEqual(beforeThisYear(now), {
      period: { start: 0, end: new Date(2026, 0, 1).getTime() },
      suffix: 'before-2026',
    });
  });

  it('are everything that there is, to the end of whichever comes later: today or the latest entry', () => {
    const march = localDay(new Date(2025, 2, 3, 4).getTime());
    assert.deepEqual(everything({ start: march.start + 5, end: march.end }, now), {
      period: { start: march.start, end: tomorrow },
      suffix: '',
    });
    assert.equal(everything({ start: march.start, end: tomorrow + 9 }, now).period.end, tomorrow + 9);
    assert.deepEqual(everything(null, now).period, localDay(now));
  });

  it('may be given to a command, as two numbers', () => {
    const [start, end] = [new Date(2026, 1, 28).getTime(), new Date(2026, 2, 30).getTime()];
    const given = { period: { start, end }, suffix: '2026-02-28-to-2026-03-29' };
    assert.deepEqual(givenPeriod({ start, end }), given);
    assert.deepEqual(givenPeriod({ start, end, more: 'ignored' }), given);
    assert.equal(givenPeriod(localDay(start))?.suffix, '2026-02-28');
    for (const argument of [
      undefined,
      null,
      7,
      'start',
      {},
      { start },
      { start: String(start), end },
      { start: Number.NaN, end },
      { start, end: Number.POSITIVE_INFINITY },
      { start, end: 8.64e15 + 1 },
      { start: end, end: start },
      { start, end: start },
    ]) {
      assert.equal(givenPeriod(argument), null, JSON.stringify(argument));
    }
  });

  it('leave whole days when they end so many days ago', () => {
    const { period, suffix } = olderThan(30, now);
    assert.equal(period.end, new Date(2025, 11, 31).getTime());
    assert.equal(suffix, 'before-2025-12-31');
  });

  it('go from one date to another, both included', () => {
    const [first, last] = [typedDay('2026-02-28'), typedDay(' 2026-03-29 ')];
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
      '0099-12-31',
      '1969-12-31',
    ]) {
      assert.equal(typedDay(text), null, text);
    }
  });
});
