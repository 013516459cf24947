import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Provider } from '../../../src/core/contender.ts';
import type { ModelClientOptions } from '../../../src/models/modelClients.ts';
import { answerReply, recordingReply } from '../../wire/replies.ts';
import type { ConnectionFault, FrameFault, WireReply } from '../../wire/wireReply.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import type { RoundSummary } from './conversations.ts';
import { converse, partsOf, providers, summaryOf } from './conversations.ts';

const prose = 'Größe: the bound “≤” is off by one, 日本語, 🙂.';
const edits = {
  openai: [{ kind: 'patch', path: 'a.ts', diff: '@@\n-a\n+ä🙂\n' }],
  anthropic: [{ kind: 'replace', path: 'a.ts', oldText: 'a', newText: 'ä🙂\n' }],
} as const;

/** Frames of the stream: where the first prose delta and the last deltas are, counted from 0. */
const places = { openai: { proseDelta: 4, start: 0 }, anthropic: { proseDelta: 3, start: 0 } } as const;

describe('streams that go wrong', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  const host = () => new URL(server.url).host;

  function reply(provider: Provider, rest: Omit<WireReply, 'content'>): WireReply {
    return answerReply({ prose, edits: edits[provider] }, rest);
  }

  async function roundOf(
    provider: Provider,
    wireReply: WireReply,
    options: Partial<ModelClientOptions> = {},
  ): Promise<RoundSummary> {
    server.order({ provider, next: [wireReply] });
    return summaryOf(await partsOf(await converse(server, provider, options)));
  }

  const withFault = (provider: Provider, fault: FrameFault | ConnectionFault, rest: Omit<WireReply, 'content'> = {}) =>
    roundOf(provider, reply(provider, { ...rest, faults: [fault] }));

  for (const provider of providers) {
    const { proseDelta, start } = places[provider];

    it(`${provider}: cut at any byte, the characters of a whole stream are the same`, async () => {
      const whole = await roundOf(provider, reply(provider, { chunks: 'whole' }));
      assert.equal(whole.prose, prose);
      assert.deepEqual(
        whole.calls.map(({ request }) => request),
        edits[provider],
      );
      for (const chunks of [1, 2, 3, 5]) assert.deepEqual(await roundOf(provider, reply(provider, { chunks })), whole);
    });

    it(`${provider}: an early end after any event is a broken stream, never an answer`, async () => {
      const whole = await partsOf(await converse(server, provider));
      assert.ok(whole.length > 0);
      for (const afterEvents of [0, 1, 3, 6, 9]) {
        const round = await withFault(provider, { kind: 'cut', afterEvents, followedBy: 'end' });
        assert.deepEqual(round.ending, { type: 'failure', failure: { kind: 'stream-broken', host: host() } });
        assert.equal(round.usageIsFinal, false);
      }
    });

    it(`${provider}: a reset in the middle of a stream is a broken stream; what came is kept`, async () => {
      const round = await withFault(
        provider,
        { kind: 'cut', afterEvents: proseDelta + 2, followedBy: 'reset' },
        { eventsPerSecond: 200 },
      );
      assert.deepEqual(round.ending, { type: 'failure', failure: { kind: 'stream-broken', host: host() } });
      assert.ok(prose.startsWith(round.prose.trimEnd()));
    });

    it(`${provider}: an early end in the middle of a character is a broken stream`, async () => {
      const round = await withFault(provider, { kind: 'cut', afterBytes: 1203, followedBy: 'end' });
      assert.equal(round.ending?.type === 'failure' && round.ending.failure.kind, 'stream-broken');
    });

    it(`${provider}: a reset before the headers is a broken stream, since it may have been billed`, async () => {
      const round = await withFault(provider, { kind: 'reset-before-headers' });
      assert.deepEqual(round.ending, { type: 'failure', failure: { kind: 'stream-broken', host: host() } });
    });

    it(`${provider}: silence before the headers times out`, async () => {
      const round = await roundOf(provider, reply(provider, { faults: [{ kind: 'stall-before-headers' }] }), {
        timeoutMs: 60,
      });
      assert.deepEqual(round.ending, { type: 'failure', failure: { kind: 'timed-out', host: host(), afterMs: 60 } });
    });

    it(`${provider}: malformed JSON in an event is a protocol failure`, async () => {
      const round = await withFault(provider, { kind: 'malformed-json', at: proseDelta });
      assert.deepEqual(round.ending, {
        type: 'failure',
        failure: { kind: 'protocol', host: host(), detail: 'malformed event' },
      });
    });

    it(`${provider}: an event without its event line is not lost`, async () => {
      for (const at of [start, proseDelta, proseDelta + 2]) {
        const round = await withFault(provider, { kind: 'no-event-line', at });
        assert.equal(round.prose, prose);
        assert.deepEqual(round.ending, { type: 'end' });
      }
    });

    it(`${provider}: an event that comes before its time is a protocol failure`, async () => {
      const round = await withFault(provider, { kind: 'swap-with-next', at: proseDelta - 1 });
      assert.deepEqual(round.ending, {
        type: 'failure',
        failure: { kind: 'protocol', host: host(), detail: 'events out of order' },
      });
    });

    it(`${provider}: pings, comments and unknown events are no content`, async () => {
      const noise =
        ': keep-alive\n\nevent: ping\ndata: {"type": "ping"}\n\nevent: response.metadata\ndata: {"type":"response.metadata"}\n\n';
      const round = await withFault(provider, { kind: 'insert', at: proseDelta, text: noise });
      assert.equal(round.prose, prose);
      assert.deepEqual(round.ending, { type: 'end' });
    });

    it(`${provider}: gzip is read; broken gzip is a clean failure`, async () => {
      const good = await withFault(provider, { kind: 'gzip' }, { chunks: 11 });
      assert.equal(good.prose, prose);
      assert.deepEqual(good.ending, { type: 'end' });
      const bad = await withFault(provider, { kind: 'bad-gzip' });
      assert.ok(bad.ending?.type === 'failure');
      assert.ok(['protocol', 'stream-broken'].includes(bad.ending.failure.kind), bad.ending.failure.kind);
    });

    it(`${provider}: a response beyond the cap is cut off`, async () => {
      const flood = reply(provider, { faults: [{ kind: 'flood', bytes: 300_000 }] });
      const round = await roundOf(provider, flood, { maxResponseBytes: 100_000 });
      assert.deepEqual(round.ending, { type: 'failure', failure: { kind: 'truncated', limit: 'size' } });
    });

    it(`${provider}: after a failed round the same request can be sent again`, async () => {
      server.reset();
      server.order({
        provider,
        next: [reply(provider, { faults: [{ kind: 'cut', afterEvents: 6, followedBy: 'end' }] })],
      });
      const conversation = await converse(server, provider);
      await partsOf(conversation);
      assert.deepEqual(summaryOf(await partsOf(conversation)).ending, { type: 'end' });
      assert.deepEqual(server.requests[0]?.body, server.requests[1]?.body);
    });
  }

  it('openai: a repeated event is counted once', async () => {
    for (const at of [0, 2, places.openai.proseDelta, places.openai.proseDelta + 1]) {
      const round = await withFault('openai', { kind: 'duplicate', at });
      assert.equal(round.prose, prose);
      assert.deepEqual(round.ending, { type: 'end' });
    }
  });

  it('openai: a lost delta is a protocol failure, not a text with a hole', async () => {
    const round = await withFault('openai', { kind: 'drop', at: places.openai.proseDelta });
    assert.deepEqual(round.ending, {
      type: 'failure',
      failure: { kind: 'protocol', host: host(), detail: 'events were lost' },
    });
  });

  it('openai: sequence numbers that all read 0 are not taken for repetitions', async () => {
    const events = [0, 0, 0].map((sequence_number, index) => ({
      type: 'response.output_text.delta',
      sequence_number,
      item_id: 'm',
      content_index: 0,
      delta: ['one ', 'two ', 'three'][index],
    }));
    const response = { model: 'local', output: [], usage: null };
    const round = await roundOf('openai', {
      content: {
        kind: 'events',
        events: [
          { type: 'response.created', sequence_number: 0, response },
          ...events,
          { type: 'response.completed', sequence_number: 0, response },
        ],
      },
    });
    assert.equal(round.prose, 'one two three');
    assert.deepEqual(round.ending, { type: 'end' });
  });

  it('anthropic: the start of a message or block announced twice does no harm', async () => {
    for (const at of [0, 2, 4]) {
      const wireReply = answerReply(
        { edits: edits.anthropic },
        { faults: [{ kind: 'duplicate', at: at === 4 ? 2 : at }] },
      );
      const round = await roundOf('anthropic', wireReply);
      assert.deepEqual(
        round.calls.map(({ request }) => request),
        edits.anthropic,
      );
      assert.deepEqual(round.ending, { type: 'end' });
    }
  });

  it('anthropic: a lost piece of a tool call fails the round, and the call is not made', async () => {
    const wireReply = answerReply({ edits: edits.anthropic }, { faults: [{ kind: 'drop', at: 5 }] });
    const round = await roundOf('anthropic', wireReply);
    assert.deepEqual(round.calls, []);
    assert.deepEqual(round.ending, {
      type: 'failure',
      failure: { kind: 'protocol', host: host(), detail: 'malformed tool input' },
    });
  });

  it('anthropic: an overload within the stream', async () => {
    const round = await roundOf('anthropic', recordingReply('anthropic-overloaded.synthetic.chunks.txt'));
    assert.equal(round.prose, 'The loop');
    assert.deepEqual(round.ending, { type: 'failure', failure: { kind: 'overloaded', provider: 'anthropic' } });
  });
});
