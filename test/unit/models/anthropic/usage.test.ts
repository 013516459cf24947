import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { anthropicUsage, MessageUsage } from '../../../../src/models/anthropic/usage.ts';

describe('usage of the Messages API', () => {
  it('keeps the last number of each count and the split of the start', () => {
    const usage = new MessageUsage();
    usage.take({
      input_tokens: 10,
      cache_creation_input_tokens: 3068,
      cache_read_input_tokens: 5,
      cache_creation: { ephemeral_5m_input_tokens: 3000, ephemeral_1h_input_tokens: 68 },
      output_tokens: 1,
    });
    usage.take({
      input_tokens: null,
      cache_creation_input_tokens: 3337,
      cache_read_input_tokens: null,
      output_tokens: 40,
    });
    const last = usage.take({ output_tokens: 50 });
    assert.deepEqual(last?.usage, {
      uncachedInput: 10,
      cacheRead: 5,
      cacheWrite5m: 3269,
      cacheWrite1h: 68,
      output: 50,
      reasoning: 0,
    });
  });

  it('adds up the passes of a turn, compaction included, where they are listed', () => {
    const pass = { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
    const iterations = [
      { ...pass, type: 'compaction', input_tokens: 1000, output_tokens: 100 },
      { ...pass, type: 'message', input_tokens: 20, output_tokens: 3 },
    ];
    const usage = anthropicUsage({ input_tokens: 20, output_tokens: 3, iterations });
    assert.deepEqual(usage, { ...noUsage, uncachedInput: 1020, output: 103 });
  });

  it('takes no usage for none', () => {
    assert.equal(new MessageUsage().take(undefined), null);
    assert.equal(new MessageUsage().take(null), null);
  });
});
