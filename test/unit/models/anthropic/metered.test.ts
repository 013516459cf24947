import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { meteredMessage } from '../../../../src/models/anthropic/metered.ts';

const opus = 'claude-opus-4-7';
const counts = { input_tokens: 20, output_tokens: 3 };
const iteration = { cache_creation: null, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
const extras = (raw: Readonly<Record<string, unknown>>) => meteredMessage({ ...counts, ...raw }, opus)?.extras;
const terms = (raw: Readonly<Record<string, unknown>>) => meteredMessage({ ...counts, ...raw }, opus)?.terms;

describe('what a message of the Messages API was billed for', () => {
  it('names the tier, and the place of inference where that has a price', () => {
    assert.deepEqual(terms({}), { serviceTier: null, region: null });
    assert.deepEqual(terms({ service_tier: 'standard', inference_geo: 'global' }), {
      serviceTier: 'standard',
      region: null,
    });
    assert.deepEqual(terms({ service_tier: 'batch', inference_geo: 'not_available' }), {
      serviceTier: 'batch',
      region: null,
    });
    assert.deepEqual(terms({ service_tier: 'priority', inference_geo: 'us' }), {
      serviceTier: 'priority',
      region: 'us',
    });
  });

  it('takes fast inference for a tier of its own', () => {
    assert.equal(terms({ service_tier: 'standard', speed: 'fast' })?.serviceTier, 'fast');
    assert.equal(terms({ service_tier: 'standard', speed: 'standard' })?.serviceTier, 'standard');
  });

  it('counts the calls of tools at the provider, but for the one that is free', () => {
    const server_tool_use = { web_search_requests: 3, web_fetch_requests: 2, code_execution_requests: 1 };
    assert.deepEqual(extras({ server_tool_use }), [
      { kind: 'tool', name: 'web_search', calls: 3 },
      { kind: 'tool', name: 'code_execution', calls: 1 },
    ]);
    assert.deepEqual(extras({ server_tool_use: { web_search_requests: 0, web_fetch_requests: 0 } }), []);
    assert.deepEqual(extras({ server_tool_use: { web_search_requests: -1 } }), []);
    assert.deepEqual(extras({ server_tool_use: null }), []);
  });

  it('adds up the passes of a turn, compaction included, where they are listed', () => {
    const iterations = [
      { ...iteration, type: 'compaction', input_tokens: 180_000, cache_read_input_tokens: 500, output_tokens: 3500 },
      { ...iteration, type: 'message', model: opus, input_tokens: 20, output_tokens: 3 },
    ];
    assert.deepEqual(meteredMessage({ ...counts, iterations }, opus), {
      usage: { ...noUsage, uncachedInput: 180_020, cacheRead: 500, output: 3503 },
      extras: [],
      terms: { serviceTier: null, region: null },
    });
  });

  it('keeps an advisor’s passes apart under its model, even when that is the same', () => {
    const advisor = {
      type: 'advisor_message',
      input_tokens: 823,
      cache_creation_input_tokens: 90,
      cache_read_input_tokens: 7,
      cache_creation: { ephemeral_5m_input_tokens: 40, ephemeral_1h_input_tokens: 50 },
      output_tokens: 531,
    };
    const iterations = [
      { ...iteration, type: 'message', input_tokens: 412, output_tokens: 89 },
      { ...advisor, model: 'claude-opus-5-5' },
      { ...iteration, type: 'message', input_tokens: 1348, cache_read_input_tokens: 412, output_tokens: 442 },
      { ...advisor, model: opus },
    ];
    const usage = {
      uncachedInput: 823,
      cacheRead: 7,
      cacheWrite5m: 40,
      cacheWrite1h: 50,
      output: 531,
      reasoning: 0,
    };
    // The counts beside the list are the first pass's input and all passes' output.
    const metered = meteredMessage({ input_tokens: 412, output_tokens: 531, iterations }, opus);
    assert.deepEqual(metered?.usage, { ...noUsage, uncachedInput: 1760, cacheRead: 412, output: 531 });
    assert.deepEqual(metered?.extras, [
      { kind: 'model', model: 'claude-opus-5-5', usage },
      { kind: 'model', model: opus, usage },
    ]);
  });

  it('keeps passes of another model apart, but not those of a dated name of the same', () => {
    const iterations = [
      { ...iteration, type: 'message', model: 'claude-opus-5-5', input_tokens: 50, output_tokens: 0 },
      { ...iteration, type: 'fallback_message', model: `${opus}-20260416`, input_tokens: 20, output_tokens: 3 },
    ];
    const metered = meteredMessage({ ...counts, iterations }, opus);
    assert.deepEqual(metered?.usage, { ...noUsage, uncachedInput: 20, output: 3 });
    const usage = { ...noUsage, uncachedInput: 50 };
    assert.deepEqual(metered?.extras, [{ kind: 'model', model: 'claude-opus-5-5', usage }]);
  });

  it('is not known when a pass does not tell what it used', () => {
    const own = { ...iteration, type: 'message', input_tokens: 20, output_tokens: 3 };
    for (const broken of [
      { type: 'compaction', input_tokens: 5 },
      { type: 'advisor_message', model: opus, output_tokens: 5 },
    ]) {
      assert.equal(meteredMessage({ ...counts, iterations: [own, broken] }, opus), null);
    }
  });

  it('takes an empty list of passes for none', () => {
    assert.deepEqual(meteredMessage({ ...counts, iterations: [] }, opus)?.usage, {
      ...noUsage,
      uncachedInput: 20,
      output: 3,
    });
  });
});
