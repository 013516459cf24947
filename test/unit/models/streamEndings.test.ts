import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Provider } from '../../../src/core/contender.ts';
import type { Failure } from '../../../src/core/failure.ts';
import {
  answerReply,
  anthropicStop,
  anthropicStreamError,
  endingReply,
  openAiEnding,
  openAiStreamError,
} from '../../wire/replies.ts';
import type { WireReply } from '../../wire/wireReply.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, summaryOf, testKey } from './conversations.ts';

const answer = { prose: 'Half a' };
const edit = { kind: 'replace', path: 'a.ts', oldText: 'a', newText: 'b' } as const;

describe('how streams end', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  const endingOf = async (provider: Provider, reply: WireReply): Promise<AnswerPart | null> => {
    server.order({ provider, next: [reply] });
    return summaryOf(await partsOf(await converse(server, provider))).ending;
  };
  const failureOf = async (provider: Provider, reply: WireReply): Promise<Failure | null> => {
    const ending = await endingOf(provider, reply);
    return ending?.type === 'failure' ? ending.failure : null;
  };
  const incomplete = (reason: string) =>
    openAiEnding(answer, 'response.incomplete', { status: 'incomplete', incomplete_details: { reason } });

  it('openai: incomplete answers are truncated, or refused by the content filter', async () => {
    for (const reason of ['max_output_tokens', 'max_messages', 'steered']) {
      assert.deepEqual(await failureOf('openai', incomplete(reason)), { kind: 'truncated', limit: 'output' });
    }
    assert.deepEqual(await failureOf('openai', incomplete('content_filter')), { kind: 'refused', explanation: null });
  });

  const codes: readonly (readonly [code: string | null, kind: Failure['kind']])[] = [
    ['insufficient_quota', 'quota'],
    ['rate_limit_exceeded', 'rate-limited'],
    ['server_error', 'provider-fault'],
    ['context_length_exceeded', 'prompt-too-long'],
    ['server_is_overloaded', 'overloaded'],
    ['something_new', 'provider-fault'],
    [null, 'provider-fault'],
  ];
  for (const [code, kind] of codes) {
    const error = { type: code, code, message: 'It broke.', param: null };
    it(`openai: an error event with code ${code} counts once, nested or flat, named or not`, async () => {
      for (const shape of ['nested', 'flat'] as const) {
        const reply = openAiStreamError(answer, error, shape);
        assert.equal((await failureOf('openai', reply))?.kind, kind);
        const at = reply.content.kind === 'events' ? reply.content.events.length - 2 : 0;
        assert.equal((await failureOf('openai', { ...reply, faults: [{ kind: 'no-event-line', at }] }))?.kind, kind);
      }
    });

    it(`openai: response.failed alone with code ${code}`, async () => {
      const reply = openAiEnding(answer, 'response.failed', { status: 'failed', error, usage: null });
      assert.equal((await failureOf('openai', reply))?.kind, kind);
    });
  }

  const stops: readonly (readonly [reason: string, ending: AnswerPart])[] = [
    ['end_turn', { type: 'end' }],
    ['stop_sequence', { type: 'end' }],
    ['pause_turn', { type: 'paused' }],
    ['max_tokens', { type: 'failure', failure: { kind: 'truncated', limit: 'output' } }],
    ['model_context_window_exceeded', { type: 'failure', failure: { kind: 'truncated', limit: 'context' } }],
    ['refusal', { type: 'failure', failure: { kind: 'refused', explanation: null } }],
  ];
  for (const [reason, ending] of stops) {
    it(`anthropic: stop reason ${reason}`, async () => {
      assert.deepEqual(await endingOf('anthropic', anthropicStop(answer, reason)), ending);
    });
  }

  it('anthropic: an unknown stop reason, or none, is a protocol failure', async () => {
    assert.equal((await failureOf('anthropic', anthropicStop(answer, 'other')))?.kind, 'protocol');
    const without = endingReply('anthropic', answer, () => [{ type: 'message_stop' }]);
    assert.equal((await failureOf('anthropic', without))?.kind, 'protocol');
  });

  it('anthropic: the last call of a truncated message is never made, be its input complete or not', async () => {
    server.order({ provider: 'anthropic', next: [anthropicStop({ edits: [edit, edit] }, 'max_tokens')] });
    const whole = summaryOf(await partsOf(await converse(server, 'anthropic')));
    assert.equal(whole.calls.length, 1);
    assert.deepEqual(whole.ending, { type: 'failure', failure: { kind: 'truncated', limit: 'output' } });
    const partial = endingReply('anthropic', {}, () => [
      {
        type: 'content_block_start',
        index: 0,
        content_block: { type: 'tool_use', id: 't', name: 'str_replace_based_edit_tool', input: {} },
      },
      {
        type: 'content_block_delta',
        index: 0,
        delta: { type: 'input_json_delta', partial_json: '{"command":"create","path":"a","file' },
      },
      { type: 'content_block_stop', index: 0 },
      { type: 'message_delta', delta: { stop_reason: 'max_tokens', stop_sequence: null }, usage: { output_tokens: 9 } },
      { type: 'message_stop' },
    ]);
    server.order({ provider: 'anthropic', next: [partial] });
    const cut = summaryOf(await partsOf(await converse(server, 'anthropic')));
    assert.deepEqual(cut.calls, []);
    assert.deepEqual(cut.ending, { type: 'failure', failure: { kind: 'truncated', limit: 'output' } });
  });

  it('anthropic: errors within the stream, by their type', async () => {
    const kinds = {
      overloaded_error: 'overloaded',
      api_error: 'provider-fault',
      rate_limit_error: 'rate-limited',
      invalid_request_error: 'request-rejected',
      billing_error: 'quota',
    };
    for (const [type, kind] of Object.entries(kinds)) {
      const failure = await failureOf('anthropic', anthropicStreamError(answer, type, `No ${testKey}`));
      assert.equal(failure?.kind, kind);
      assert.ok(!JSON.stringify(failure).includes(testKey));
    }
  });

  it('tells of a call while it grows, with its path and its lines so far', async () => {
    const text = 'one\ntwo\nthree\n';
    for (const provider of ['openai', 'anthropic'] as const) {
      server.order({
        provider,
        next: [answerReply({ edits: [{ kind: 'create', path: 'new.ts', text }] }, { chunks: 5 })],
      });
      const parts = await partsOf(await converse(server, provider));
      const growth = parts.filter((part) => part.type === 'call-growing');
      assert.equal(growth[0]?.lines, 0);
      assert.deepEqual([growth.at(-1)?.path, growth.at(-1)?.lines], ['new.ts', 3]);
      assert.deepEqual(summaryOf(parts).calls[0]?.request, { kind: 'create', path: 'new.ts', text });
    }
  });
});
