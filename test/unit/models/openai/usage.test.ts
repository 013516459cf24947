import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { openAiUsage } from '../../../../src/models/openai/usage.ts';

describe('usage of the Responses API', () => {
  it('takes cached tokens out of the input that includes them', () => {
    const raw = {
      input_tokens: 1000,
      input_tokens_details: { cached_tokens: 600, cache_write_tokens: 300 },
      output_tokens: 50,
      output_tokens_details: { reasoning_tokens: 20 },
    };
    assert.deepEqual(openAiUsage(raw), {
      uncachedInput: 100,
      cacheRead: 600,
      cacheWrite5m: 300,
      cacheWrite1h: 0,
      output: 50,
      reasoning: 20,
    });
  });

  it('does without details, as older streams and other endpoints do', () => {
    assert.deepEqual(openAiUsage({ input_tokens: 7, output_tokens: 2 }), { ...noUsage, uncachedInput: 7, output: 2 });
  });

  it('never counts less than nothing', () => {
    const raw = { input_tokens: 10, input_tokens_details: { cached_tokens: 99 }, output_tokens: 1 };
    assert.deepEqual(openAiUsage(raw), { ...noUsage, cacheRead: 10, output: 1 });
  });

  it('takes no usage for none, rather than for zero', () => {
    for (const raw of [null, undefined, {}, { input_tokens: 5 }, { input_tokens: 'many', output_tokens: 1 }]) {
      assert.equal(openAiUsage(raw), null);
    }
  });

  it('takes no number for a count that is none', () => {
    for (const count of [-1, 0.5, 2 ** 53, Number.NaN]) {
      assert.equal(openAiUsage({ input_tokens: count, output_tokens: 1 }), null);
      assert.equal(openAiUsage({ input_tokens: 1, output_tokens: count }), null);
      const details = { cached_tokens: count, cache_write_tokens: count };
      const raw = { input_tokens: 9, input_tokens_details: details, output_tokens: 1 };
      assert.deepEqual(openAiUsage(raw), { ...noUsage, uncachedInput: 9, output: 1 });
    }
  });

  it('counts writes of either lifetime as writes', () => {
    const details = {
      cached_tokens: 0,
      cache_write_tokens: 500,
      cache_write_tokens_details: { ttl_30m_tokens: 400, ttl_12h_tokens: 100 },
    };
    const raw = { input_tokens: 800, input_tokens_details: details, output_tokens: 1 };
    assert.deepEqual(openAiUsage(raw), { ...noUsage, uncachedInput: 300, cacheWrite5m: 500, output: 1 });
  });
});
