import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatCost, formatDollars, formatUpperBound } from '../../../../src/core/spend/money.ts';

const dollar = 1_000_000_000;

describe('formatDollars', () => {
  it('shows four decimals below ten dollars and two from there on', () => {
    assert.equal(formatDollars(42_100_000), '$0.0421');
    assert.equal(formatDollars(39_000_000), '$0.0390');
    assert.equal(formatDollars(9.9999 * dollar), '$9.9999');
    assert.equal(formatDollars(10 * dollar), '$10.00');
    assert.equal(formatDollars(1_234.567 * dollar), '$1,234.57');
  });

  it('never shows more decimals just because of rounding', () => {
    assert.equal(formatDollars(9_999_960_000), '$10.00');
  });

  it('shows nothing spent as zero, and anything spent as more than zero', () => {
    assert.equal(formatDollars(0), '$0.0000');
    assert.equal(formatDollars(1), '<$0.0001');
    assert.equal(formatDollars(49_999), '<$0.0001');
    assert.equal(formatDollars(50_000), '$0.0001');
    fc.assert(fc.property(fc.integer({ min: 1 }), (amount) => formatDollars(amount) !== '$0.0000'));
  });

  it('writes numbers as the person does', () => {
    assert.equal(formatDollars(42_100_000, 'de').replaceAll(/\s/g, ' '), '0,0421 $');
    assert.equal(formatDollars(42_100_000, 'en-GB'), '$0.0421');
  });
});

describe('formatUpperBound', () => {
  it('rounds up to cents, so that the bound holds', () => {
    assert.equal(formatUpperBound(120_000_000), '$0.12');
    assert.equal(formatUpperBound(120_000_001), '$0.13');
    assert.equal(formatUpperBound(1), '$0.01');
    assert.equal(formatUpperBound(0), '$0.00');
  });
});

describe('formatCost', () => {
  it('shows an exact cost as it is and an estimate as such', () => {
    assert.equal(formatCost({ kind: 'exact', nanoDollars: 39_000_000 }), '$0.0390');
    assert.equal(formatCost({ kind: 'estimate', nanoDollars: 21_100_000 }), '~$0.0211');
  });

  it('shows an unknown cost with its bound, where there is one', () => {
    assert.equal(formatCost({ kind: 'unknown', upperBound: 120_000_000 }), 'unknown (at most $0.12)');
    assert.equal(formatCost({ kind: 'unknown', upperBound: null }), 'unknown');
  });

  it('takes the words of another language', () => {
    const words = { unknown: 'unbekannt', unknownAtMost: 'unbekannt (höchstens {0})' };
    assert.equal(
      formatCost({ kind: 'unknown', upperBound: 120_000_000 }, 'de', words).replaceAll(/\s/g, ' '),
      'unbekannt (höchstens 0,12 $)',
    );
  });
});
