import assert from 'node:assert/strict';
import { noFigures, sumFigures } from '../../../../src/core/spend/spendFigures.ts';

const one = { ...noFigures, requests: 2, nanoDollars: 9_007_199_254, cacheSavings: -5, unknownRequests: 1 };

describe('sumFigures', () => {
  it('adds every figure up to the nano-dollar', () => {
    const usage = { uncachedInput: 1, cacheRead: 2, cacheWrite5m: 3, cacheWrite1h: 4, output: 5, reasoning: 1 };
    const sum = sumFigures([
      { ...one, usage, unknownUpperBound: 7 },
      { ...one, usage, nanoDollars: 1, cacheSavings: 20, unknownUpperBound: 8 },
    ]);
    assert.deepEqual(sum, {
      requests: 4,
      usage: { uncachedInput: 2, cacheRead: 4, cacheWrite5m: 6, cacheWrite1h: 8, output: 10, reasoning: 2 },
      nanoDollars: 9_007_199_255,
      cacheSavings: 15,
      unknownRequests: 2,
      unknownUpperBound: 15,
    });
  });

  it('knows no bound as soon as one is missing, and is nothing for nothing', () => {
    assert.equal(sumFigures([{ ...one, unknownUpperBound: null }, one]).unknownUpperBound, null);
    assert.deepEqual(sumFigures([]), noFigures);
  });
});
