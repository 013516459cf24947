import assert from 'node:assert/strict';
import { formatLimit, formatRounded } from '../../../../src/core/spend/roundMoney.ts';

describe('formatRounded', () => {
  it('gives cents from ten cents on', () => {
    assert.equal(formatRounded(100_000_000), '$0.10');
    assert.equal(formatRounded(4_204_000_000), '$4.20');
    assert.equal(formatRounded(1_234_500_000_000), '$1,234.50');
  });

  it('gives two digits that count below, so that nothing spent reads as zero', () => {
    assert.equal(formatRounded(41_234_567), '$0.041');
    assert.equal(formatRounded(4_100_000), '$0.0041');
    assert.equal(formatRounded(99_999), '<$0.0001');
    assert.equal(formatRounded(1), '<$0.0001');
    assert.equal(formatRounded(0), '$0.00');
  });

  it('has the number’s shape of the language', () => {
    assert.equal(formatRounded(1_500_000_000, 'de').replace(/\s/g, ' '), '1,50 $');
  });
});

describe('formatLimit', () => {
  it('gives whole cents in cents, and every digit of a limit that is finer', () => {
    assert.equal(formatLimit(5_000_000_000), '$5.00');
    assert.equal(formatLimit(5_000_000), '$0.0050');
    assert.equal(formatLimit(1_234_500_000), '$1.2345');
  });
});
