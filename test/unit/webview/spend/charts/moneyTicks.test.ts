import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moneyTicks } from '../../../../../src/webview/spend/charts/moneyTicks.ts';

const shown = (greatest: number, locale = 'en') => {
  const { values, format } = moneyTicks(greatest, locale);
  return values.map(format);
};

describe('moneyTicks', () => {
  it('marks round amounts, in as many decimals as tell them apart', () => {
    assert.deepEqual(shown(1.61), ['$0.00', '$0.50', '$1.00', '$1.50', '$2.00']);
    assert.deepEqual(shown(7), ['$0', '$2', '$4', '$6', '$8']);
    assert.deepEqual(shown(0.0039), ['$0.000', '$0.001', '$0.002', '$0.003', '$0.004']);
    assert.deepEqual(shown(4000), ['$0', '$1,000', '$2,000', '$3,000', '$4,000']);
    assert.deepEqual(shown(7, 'de').at(-1), '8\u00a0$');
  });

  it('begins with zero, ends at or above the greatest, and never tells two marks the same', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (greatest) => {
        const { values, format } = moneyTicks(greatest, 'en');
        assert.equal(values[0], 0);
        assert.ok((values.at(-1) ?? 0) >= greatest * (1 - 1e-6));
        assert.ok(values.length >= 2 && values.length <= 6, `${values.length} marks`);
        assert.equal(new Set(values.map(format)).size, values.length);
      }),
    );
  });
});
