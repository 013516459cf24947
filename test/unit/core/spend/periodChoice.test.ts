import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Period } from '../../../../src/core/spend/localPeriods.ts';
import { dayOfDate, isPlausibleDate, type PeriodChoice, periodOf } from '../../../../src/core/spend/periodChoice.ts';
import { inTimeZone } from './inTimeZone.ts';

/** In Berlin, on the day after daylight saving ended. */
const now = Date.parse('2026-10-26T10:00:00Z');
const text = ({ start, end }: Period) => `${new Date(start).toISOString()} ${new Date(end).toISOString()}`;
const berlin = (choice: PeriodChoice, extent: Period | null = null) =>
  inTimeZone('Europe/Berlin', () => text(periodOf(choice, now, extent)));

describe('periodOf', () => {
  it('means whole days of the person, today among them, across the end of daylight saving', () => {
    const today = '2026-10-26T23:00:00.000Z';
    assert.equal(berlin({ kind: 'last-7-days' }), `2026-10-19T22:00:00.000Z ${today}`);
    assert.equal(berlin({ kind: 'last-30-days' }), `2026-09-26T22:00:00.000Z ${today}`);
    assert.equal(berlin({ kind: 'this-month' }), `2026-09-30T22:00:00.000Z ${today}`);
    assert.equal(berlin({ kind: 'last-month' }), '2026-08-31T22:00:00.000Z 2026-09-30T22:00:00.000Z');
    assert.equal(berlin({ kind: 'this-year' }), `2025-12-31T23:00:00.000Z ${today}`);
  });

  it('means everything from the first entry’s day on, and today where there is nothing', () => {
    const extent = { start: Date.parse('2026-03-29T10:00:00Z'), end: Date.parse('2026-10-20T22:00:00Z') };
    assert.equal(berlin({ kind: 'everything' }, extent), '2026-03-28T23:00:00.000Z 2026-10-26T23:00:00.000Z');
    assert.equal(berlin({ kind: 'everything' }), '2026-10-25T23:00:00.000Z 2026-10-26T23:00:00.000Z');
  });

  it('takes both days of a span, in either order, and today for days that there are not', () => {
    const span = '2026-03-28T23:00:00.000Z 2026-03-30T22:00:00.000Z';
    assert.equal(berlin({ kind: 'custom', from: '2026-03-29', to: '2026-03-30' }), span);
    assert.equal(berlin({ kind: 'custom', from: '2026-03-30', to: '2026-03-29' }), span);
    assert.equal(
      berlin({ kind: 'custom', from: '2026-02-30', to: '2026-03-01' }),
      '2026-10-25T23:00:00.000Z 2026-10-26T23:00:00.000Z',
    );
  });
});

describe('isPlausibleDate', () => {
  it('takes a day from the year 2000 to tomorrow, and no year that is still being typed', () => {
    inTimeZone('Europe/Berlin', () => {
      for (const date of ['2000-01-01', '2026-10-26', '2026-10-27'])
        assert.equal(isPlausibleDate(date, now), true, date);
      for (const date of ['', '0002-10-26', '0202-10-26', '1999-12-31', '2026-10-28', '2026-02-30', '20026-01-01']) {
        assert.equal(isPlausibleDate(date, now), false, date);
      }
    });
  });
});

describe('dayOfDate', () => {
  it('reads what a date field gives, and nothing else', () => {
    for (const date of ['', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', '2026-02-29', '0002-01-01', 'today']) {
      assert.equal(dayOfDate(date), null, date);
    }
    assert.ok(dayOfDate('2028-02-29') !== null);
    fc.assert(
      fc.property(fc.date({ min: new Date(2000, 0, 1), max: new Date(2090, 0, 1), noInvalidDate: true }), (date) => {
        const padded = (part: number) => String(part).padStart(2, '0');
        const day = dayOfDate(`${date.getFullYear()}-${padded(date.getMonth() + 1)}-${padded(date.getDate())}`);
        assert.ok(day !== null && day.start <= date.getTime() && date.getTime() < day.end);
      }),
    );
  });
});
