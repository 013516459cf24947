import assert from 'node:assert/strict';
import { addUsage, inputTokens, noUsage } from '../../../../src/core/spend/usage.ts';

const usage = { uncachedInput: 1, cacheRead: 20, cacheWrite5m: 300, cacheWrite1h: 4_000, output: 50_000, reasoning: 6 };

describe('addUsage', () => {
  it('adds class by class', () => {
    assert.deepEqual(addUsage(usage, noUsage), usage);
    assert.deepEqual(addUsage(usage, usage), {
      uncachedInput: 2,
      cacheRead: 40,
      cacheWrite5m: 600,
      cacheWrite1h: 8_000,
      output: 100_000,
      reasoning: 12,
    });
  });
});

describe('inputTokens', () => {
  it('counts all input, cached or not, and no output', () => {
    assert.equal(inputTokens(usage), 4_321);
  });
});
