import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { meteredResponse } from '../../../../src/models/openai/metered.ts';
import { openAiEnding } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsOf, summaryOf } from '../conversations.ts';

const host = 'api.openai.com';
const usage = { input_tokens: 7, output_tokens: 2 };
const metered = (response: Readonly<Record<string, unknown>>, at = host) =>
  meteredResponse({ usage, ...response }, at)?.metered;
const extras = (response: Readonly<Record<string, unknown>>) => metered(response)?.extras;

/** As GPT-5.5 reports it when no tool ran. */
const noToolUsage = {
  image_gen: {
    input_tokens: 0,
    input_tokens_details: { image_tokens: 0, text_tokens: 0 },
    output_tokens: 0,
    output_tokens_details: { image_tokens: 0, text_tokens: 0 },
    total_tokens: 0,
  },
  web_search: { num_requests: 0 },
};

const noImages = {
  kind: 'image-generation',
  model: null,
  textInput: 0,
  cachedTextInput: 0,
  imageInput: 0,
  cachedImageInput: 0,
  textOutput: 0,
  imageOutput: 0,
};

describe('what a response of the Responses API was billed for', () => {
  it('is its usage, in the tier that it names and with nothing beside it', () => {
    assert.deepEqual(metered({ service_tier: 'flex', tool_usage: noToolUsage }), {
      usage: { ...noUsage, uncachedInput: 7, output: 2 },
      extras: [],
      terms: { serviceTier: 'flex', region: null },
    });
  });

  it('names each tier as it is reported, and none for what was only asked for', () => {
    for (const tier of ['default', 'flex', 'priority', 'scale', 'ultrafast', 'next-year']) {
      assert.equal(metered({ service_tier: tier })?.terms.serviceTier, tier);
    }
    for (const tier of ['auto', null, undefined, 7]) {
      assert.equal(metered({ service_tier: tier })?.terms.serviceTier, null);
    }
  });

  it('takes the region from the host that was asked', () => {
    assert.equal(metered({}, 'eu.api.openai.com')?.terms.region, 'eu');
    assert.equal(metered({}, 'us.api.openai.com:443')?.terms.region, 'us');
    assert.equal(metered({}, 'gateway.example')?.terms.region, null);
  });

  it('keeps the tier and the tools beside the provider’s own usage', () => {
    const raw = meteredResponse({ usage, service_tier: 'priority', tool_usage: noToolUsage, output: [] }, host)?.raw;
    assert.deepEqual(raw, { ...usage, service_tier: 'priority', tool_usage: noToolUsage });
    assert.deepEqual(meteredResponse({ usage }, host)?.raw, usage);
  });

  it('is not known without usage, whatever else is there', () => {
    assert.equal(meteredResponse({ usage: null, service_tier: 'default', tool_usage: noToolUsage }, host), null);
    assert.equal(meteredResponse(null, host), null);
  });

  it('counts pictures by class, without what was cached, under the model that the tool names', () => {
    const image_gen = {
      input_tokens: 300,
      input_tokens_details: { image_tokens: 200, text_tokens: 100 },
      cached_tokens: 70,
      cached_tokens_details: { cached_image_tokens: 40, cached_text_tokens: 30 },
      output_tokens: 1100,
      output_tokens_details: { image_tokens: 1056, text_tokens: 44 },
      total_tokens: 1400,
    };
    const tools = [
      { type: 'function', name: 'x' },
      { type: 'image_generation', model: 'gpt-image-2', size: 'auto' },
    ];
    const output = [{ type: 'image_generation_call', status: 'completed', result: '…' }];
    assert.deepEqual(extras({ tool_usage: { ...noToolUsage, image_gen }, tools, output }), [
      {
        kind: 'image-generation',
        model: 'gpt-image-2',
        textInput: 70,
        cachedTextInput: 30,
        imageInput: 160,
        cachedImageInput: 40,
        textOutput: 44,
        imageOutput: 1056,
      },
    ]);
  });

  it('names no image model where none or more than one is named', () => {
    const image_gen = { input_tokens: 5, input_tokens_details: { text_tokens: 5 }, output_tokens: 9 };
    const modelWith = (...tools: readonly unknown[]) => {
      const [images] = extras({ tool_usage: { image_gen }, tools }) ?? [];
      return images?.kind === 'image-generation' ? images.model : undefined;
    };
    assert.equal(modelWith(), null);
    assert.equal(modelWith({ type: 'image_generation' }), null);
    const [one, other] = ['gpt-image-2', 'gpt-image-1.5'].map((model) => ({ type: 'image_generation', model }));
    assert.equal(modelWith(one, other), null);
    assert.equal(modelWith(one, one), 'gpt-image-2');
  });

  it('counts tokens of pictures that no class is given for as image tokens', () => {
    const image_gen = { input_tokens: 60, input_tokens_details: { text_tokens: 50 }, output_tokens: 4000 };
    assert.deepEqual(extras({ tool_usage: { image_gen } }), [
      { ...noImages, textInput: 50, imageInput: 10, imageOutput: 4000 },
    ]);
  });

  it('puts a bare number of cached tokens where there is but one class', () => {
    const cached = (text_tokens: number, image_tokens: number) =>
      extras({
        tool_usage: {
          image_gen: { input_tokens_details: { text_tokens, image_tokens }, cached_tokens: 20, output_tokens: 1 },
        },
      });
    assert.deepEqual(cached(50, 0), [{ ...noImages, textInput: 30, cachedTextInput: 20, imageOutput: 1 }]);
    assert.deepEqual(cached(0, 50), [{ ...noImages, imageInput: 30, cachedImageInput: 20, imageOutput: 1 }]);
    assert.deepEqual(cached(50, 50), [{ ...noImages, textInput: 50, imageInput: 50, imageOutput: 1 }]);
    assert.deepEqual(cached(8, 0), [{ ...noImages, cachedTextInput: 8, imageOutput: 1 }]);
  });

  it('counts the searches that are billed, as reported', () => {
    const output = ['search', 'search', 'open_page'].map((type) => ({ type: 'web_search_call', action: { type } }));
    const tool_usage = { ...noToolUsage, web_search: { num_requests: 1 } };
    assert.deepEqual(extras({ tool_usage, output }), [{ kind: 'tool', name: 'web_search', calls: 1 }]);
    assert.deepEqual(extras({ tool_usage: noToolUsage, output }), []);
  });

  it('counts calls of tools in the output where the response counts none', () => {
    const output = [
      { type: 'web_search_call', status: 'completed', action: { type: 'search' } },
      { type: 'web_search_call', status: 'completed', action: { type: 'find_in_page' } },
      { type: 'web_search_call', status: 'failed', action: { type: 'search' } },
      { type: 'file_search_call', status: 'completed' },
      { type: 'code_interpreter_call', status: 'completed' },
      { type: 'image_generation_call', status: 'completed' },
      { type: 'function_call', name: 'web_search_call' },
    ];
    const calls = ['web_search', 'file_search', 'code_interpreter', 'image_generation'];
    assert.deepEqual(
      extras({ output }),
      calls.map((name) => ({ kind: 'tool', name, calls: 1 })),
    );
  });

  it('takes nothing for a count that is none', () => {
    const tool_usage = { image_gen: { input_tokens: -5, output_tokens: 1.5 }, web_search: { num_requests: '3' } };
    assert.deepEqual(extras({ tool_usage }), []);
    assert.deepEqual(extras({ tool_usage: 'none', tools: {}, output: null }), []);
  });
});

describe('the terms of a streamed response', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  for (const type of ['response.completed', 'response.incomplete', 'response.failed']) {
    it(`are those that ${type} names, not those that were asked for`, async () => {
      const fields = { usage, service_tier: 'priority', tool_usage: { web_search: { num_requests: 2 } } };
      const reply = openAiEnding({ prose: 'Text.' }, type, fields);
      server.order({ provider: 'openai', next: [reply] });
      const round = summaryOf(await partsOf(await converse(server, 'openai')));
      assert.deepEqual(round.metered, {
        usage: { ...noUsage, uncachedInput: 7, output: 2 },
        extras: [{ kind: 'tool', name: 'web_search', calls: 2 }],
        terms: { serviceTier: 'priority', region: null },
      });
      assert.ok(round.usageIsFinal);
      assert.deepEqual(round.rawUsage, {
        ...usage,
        service_tier: 'priority',
        tool_usage: { web_search: { num_requests: 2 } },
      });
    });
  }

  it('are unknown when the stream is cut before its end', async () => {
    const reply = openAiEnding({ prose: 'Text.' }, 'response.completed', { usage, service_tier: 'flex' });
    const fault = { kind: 'cut', afterEvents: 6, followedBy: 'end' } as const;
    server.order({ provider: 'openai', next: [{ ...reply, faults: [fault] }] });
    const round = summaryOf(await partsOf(await converse(server, 'openai')));
    assert.equal(round.metered, null);
    assert.equal(round.ending?.type, 'failure');
  });
});
