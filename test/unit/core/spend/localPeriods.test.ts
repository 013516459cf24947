import assert from 'node:assert/strict';
import fc from 'fast-check';
import { localDay, localMonth } from '../../../../src/core/spend/localPeriods.ts';

const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
const hour = 60 * 60 * 1000;

describe('localDay', () => {
  it('holds the instant, begins where the day before ends, and falls on quarters of an hour', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = localDay(instant);
        assert.ok(day.start <= instant && instant < day.end);
        assert.equal(localDay(day.start - 1).end, day.start);
        assert.equal(localDay(day.end).start, day.end);
        assert.equal(day.start % (hour / 4), 0);
        assert.ok([23, 23.5, 24, 24.5, 25].includes((day.end - day.start) / hour));
      }),
    );
  });
});

describe('localMonth', () => {
  it('begins with a first day and ends with the next one', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const month = localMonth(instant);
        assert.ok(month.start <= instant && instant < month.end);
        assert.equal(new Date(month.start).getDate(), 1);
        assert.equal(new Date(month.end).getDate(), 1);
        assert.equal(localDay(month.start).start, month.start);
        assert.equal(localMonth(month.start - 1).end, month.start);
      }),
    );
  });
});
