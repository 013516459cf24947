import assert from 'node:assert/strict';
import { estimateTokens, upperBoundUsage } from '../../../../src/core/spend/estimate.ts';
import { inputTokens } from '../../../../src/core/spend/usage.ts';
import { textSize } from '../../../../src/core/textSize.ts';

describe('estimateTokens', () => {
  it('takes four characters a token for OpenAI and three for Anthropic, rounded up', () => {
    assert.equal(estimateTokens('openai', 4_000), 1_000);
    assert.equal(estimateTokens('openai', 4_001), 1_001);
    assert.equal(estimateTokens('anthropic', 4_000), 1_334);
    assert.equal(estimateTokens('anthropic', 0), 0);
  });
});

describe('upperBoundUsage', () => {
  it('allows for a token per byte, which text of no script can exceed', () => {
    for (const text of ['', 'a', 'const two = 2;\n', '漢字かな'.repeat(5_000), '😀'.repeat(1_000), 'Größe']) {
      const { bytes } = textSize(text);
      assert.equal(bytes, Buffer.byteLength(text));
      assert.ok(inputTokens(upperBoundUsage(bytes, 1_000)) >= bytes);
    }
  });

  it('allows for what the provider adds to an empty prompt', () => {
    // A real request of 12 tokens of text was billed 18; an edit tool's own instructions come to some hundreds.
    assert.ok(inputTokens(upperBoundUsage(0, 1_000)) >= 1_000);
  });

  it('takes every output token that is allowed', () => {
    assert.equal(upperBoundUsage(10, 32_000).output, 32_000);
  });
});
