import assert from 'node:assert/strict';
import { createFormats } from '../../../../src/webview/spend/formats.ts';

const english = createFormats('en', 'America/New_York');
const german = createFormats('de', 'Europe/Berlin');
const newYear = Date.parse('2027-01-01T02:30:00Z');

describe('the formats of the dashboard', () => {
  it('are of the given zone and language, wherever the page itself is', () => {
    assert.equal(english.bucket(newYear, 'day'), 'Dec 31, 2026');
    assert.equal(german.bucket(newYear, 'day'), '1. Jan. 2027');
    assert.equal(english.bucket(newYear, 'month'), 'Dec 2026');
    assert.equal(english.tick(newYear, 'week'), 'Dec 31');
    assert.match(english.moment(newYear), /^Dec 31, 2026, 9:30:00\sPM$/);
  });

  it('name the year of a time where it is not this year, in the zone of the ledger', () => {
    assert.match(english.shortMoment(newYear, newYear), /^Dec 31, \d\d:30\sPM$/);
    assert.match(english.shortMoment(newYear, newYear + 24 * 60 * 60 * 1000), /^Dec 31, 2026, \d\d:30\sPM$/);
    assert.equal(english.bucket(newYear, 'year'), '2026');
    assert.equal(german.tick(newYear, 'year'), '2027');
  });

  it('name one day once, and the last day of a span rather than the first after it', () => {
    const day = 24 * 60 * 60 * 1000;
    const start = Date.parse('2026-11-26T23:00:00Z');
    assert.equal(german.days(start, start + day), '27. Nov. 2026');
    assert.equal(german.days(start, start + 2 * day), '27. Nov. 2026 – 28. Nov. 2026');
  });

  it('write a column of money with as many decimals in every row, and never zero for what was spent', () => {
    const small = english.moneyColumn(9_000_000_000);
    assert.deepEqual([small(9_000_000_000), small(1)], ['$9.0000', '<$0.0001']);
    const large = english.moneyColumn(12_000_000_000);
    assert.deepEqual(
      [large(12_000_000_000), large(40_000_000), large(1), large(0)],
      ['$12.00', '$0.04', '<$0.01', '$0.00'],
    );
  });

  it('write what was lost by caching with a minus', () => {
    assert.equal(english.money(-40_000_000), '−$0.0400');
  });
});
