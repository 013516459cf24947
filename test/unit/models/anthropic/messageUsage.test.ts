import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { MessageUsage } from '../../../../src/models/anthropic/messageUsage.ts';
import { answerReply } from '../../../wire/replies.ts';
import type { WireEvent } from '../../../wire/wireReply.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsOf, summaryOf } from '../conversations.ts';

const model = 'claude-opus-4-7';

describe('usage gathered from a streamed message', () => {
  it('keeps the last count of each name, and the split and the terms of the start', () => {
    const usage = new MessageUsage();
    const start = {
      input_tokens: 10,
      cache_creation_input_tokens: 3068,
      cache_read_input_tokens: 5,
      cache_creation: { ephemeral_5m_input_tokens: 3000, ephemeral_1h_input_tokens: 68 },
      output_tokens: 1,
      service_tier: 'priority',
      inference_geo: 'us',
    };
    usage.take(start, model, false);
    const grown = { input_tokens: null, cache_creation_input_tokens: 3337, cache_read_input_tokens: null };
    usage.take({ ...grown, output_tokens: 40, service_tier: null }, model, false);
    const last = usage.take({ output_tokens: 50 }, model, true);
    assert.deepEqual(last?.metered, {
      usage: { uncachedInput: 10, cacheRead: 5, cacheWrite5m: 3269, cacheWrite1h: 68, output: 50, reasoning: 0 },
      extras: [],
      terms: { serviceTier: 'priority', region: 'us' },
    });
    assert.deepEqual(last?.raw, { ...start, cache_creation_input_tokens: 3337, output_tokens: 50 });
  });

  it('knows the input before any output was counted, but no end without output', () => {
    const usage = new MessageUsage();
    assert.deepEqual(usage.take({ input_tokens: 10 }, model, false)?.metered.usage, { ...noUsage, uncachedInput: 10 });
    assert.equal(usage.take({}, model, true), null);
    assert.deepEqual(usage.take({ output_tokens: 3 }, model, true)?.metered.usage.output, 3);
  });

  it('is unknown, not zero, while no input was counted', () => {
    const usage = new MessageUsage();
    for (const raw of [undefined, null, {}, { output_tokens: 5 }, { input_tokens: -1 }, { input_tokens: 'many' }]) {
      assert.equal(usage.take(raw, model, true), null);
    }
  });

  it('lets no later nonsense replace a count', () => {
    const usage = new MessageUsage();
    usage.take({ input_tokens: 10, output_tokens: 1 }, model, false);
    const last = usage.take({ input_tokens: -3, output_tokens: 4.5 }, model, true);
    assert.deepEqual(last?.metered.usage, { ...noUsage, uncachedInput: 10, output: 1 });
  });
});

describe('usage over the Messages wire', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  it('counts cumulative deltas once, however many there are', async () => {
    const delta = (output_tokens: number, stop_reason: string | null): WireEvent => ({
      type: 'message_delta',
      delta: { stop_reason },
      usage: { input_tokens: 20, cache_read_input_tokens: 7, output_tokens },
    });
    const usage = { input_tokens: 20, cache_read_input_tokens: 7, output_tokens: 1, service_tier: 'batch' };
    const events: readonly WireEvent[] = [
      { type: 'message_start', message: { id: 'msg', model, usage } },
      delta(10, null),
      delta(30, null),
      delta(60, 'end_turn'),
      { type: 'message_stop' },
    ];
    server.order({ provider: 'anthropic', next: [{ content: { kind: 'events', events } }] });
    const parts = await partsOf(await converse(server, 'anthropic'));
    const reported = parts.flatMap((part) => (part.type === 'usage' ? [[part.usage.output, part.final]] : []));
    assert.deepEqual(reported, [
      [1, false],
      [10, false],
      [30, false],
      [60, true],
    ]);
    assert.deepEqual(summaryOf(parts).metered, {
      usage: { ...noUsage, uncachedInput: 20, cacheRead: 7, output: 60 },
      extras: [],
      terms: { serviceTier: 'batch', region: null },
    });
  });

  it('keeps what the start said of a stream that is cut', async () => {
    const fault = { kind: 'cut', afterEvents: 4, followedBy: 'reset' } as const;
    server.order({ provider: 'anthropic', next: [answerReply({ prose: 'A long text.' }, { faults: [fault] })] });
    const round = summaryOf(await partsOf(await converse(server, 'anthropic')));
    assert.equal(round.usageIsFinal, false);
    assert.deepEqual(round.metered?.usage, { ...noUsage, uncachedInput: 1234, output: 1 });
    assert.deepEqual(round.metered?.terms, { serviceTier: 'standard', region: null });
  });
});
