import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { anthropicUsage, summedUsage } from '../../../../src/models/anthropic/usage.ts';

describe('usage of the Messages API', () => {
  it('adds nothing to input that leaves the cache out', () => {
    const raw = {
      input_tokens: 10,
      cache_creation_input_tokens: 3068,
      cache_read_input_tokens: 500,
      cache_creation: { ephemeral_5m_input_tokens: 3000, ephemeral_1h_input_tokens: 68 },
      output_tokens: 90,
      output_tokens_details: { thinking_tokens: 60 },
    };
    assert.deepEqual(anthropicUsage(raw), {
      uncachedInput: 10,
      cacheRead: 500,
      cacheWrite5m: 3000,
      cacheWrite1h: 68,
      output: 90,
      reasoning: 60,
    });
  });

  it('takes the total of cache writes where it is more than its split, or the split where that is all', () => {
    const split = { ephemeral_5m_input_tokens: 100, ephemeral_1h_input_tokens: 50 };
    const counts = { input_tokens: 1, output_tokens: 1, cache_creation: split };
    const grown = anthropicUsage({ ...counts, cache_creation_input_tokens: 180 });
    assert.deepEqual([grown?.cacheWrite5m, grown?.cacheWrite1h], [130, 50]);
    const alone = anthropicUsage(counts);
    assert.deepEqual([alone?.cacheWrite5m, alone?.cacheWrite1h], [100, 50]);
    const shrunk = anthropicUsage({ ...counts, cache_creation_input_tokens: 20 });
    assert.deepEqual([shrunk?.cacheWrite5m, shrunk?.cacheWrite1h], [0, 20]);
  });

  it('is not known without input and output that are counts', () => {
    for (const count of [undefined, null, 'many', -1, 0.5, 2 ** 53]) {
      assert.equal(anthropicUsage({ input_tokens: count, output_tokens: 1 }), null);
      assert.equal(anthropicUsage({ input_tokens: 1, output_tokens: count }), null);
    }
    const rest = { cache_read_input_tokens: -5, output_tokens_details: { thinking_tokens: 0.5 } };
    assert.deepEqual(anthropicUsage({ ...rest, input_tokens: 1, output_tokens: 0 }), { ...noUsage, uncachedInput: 1 });
  });

  it('adds up iterations, each with its own split of cache writes', () => {
    const iteration = (oneHour: number) => ({
      input_tokens: 5,
      cache_creation_input_tokens: 100,
      cache_creation: { ephemeral_5m_input_tokens: 100 - oneHour, ephemeral_1h_input_tokens: oneHour },
      output_tokens: 7,
    });
    // The message's own split is of its last pass only.
    const message = { cache_creation: { ephemeral_1h_input_tokens: 1 }, output_tokens_details: { thinking_tokens: 9 } };
    assert.deepEqual(summedUsage([iteration(30), iteration(20)], message), {
      uncachedInput: 10,
      cacheRead: 0,
      cacheWrite5m: 150,
      cacheWrite1h: 50,
      output: 14,
      reasoning: 9,
    });
  });

  it('takes the message’s split where iterations have none', () => {
    const iteration = { input_tokens: 5, cache_creation_input_tokens: 100, output_tokens: 7 };
    const usage = summedUsage([iteration, iteration], { cache_creation: { ephemeral_1h_input_tokens: 60 } });
    assert.deepEqual([usage?.cacheWrite5m, usage?.cacheWrite1h], [140, 60]);
  });

  it('is not known when one iteration does not tell', () => {
    assert.equal(summedUsage([{ input_tokens: 5, output_tokens: 7 }, { input_tokens: 5 }], {}), null);
  });
});
