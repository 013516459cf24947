import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { answerReply, anthropicStop, errorReply, recordingReply } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsAfter, partsOf, startFor, summaryOf } from '../conversations.ts';

const text = (words: string) => ({ type: 'text', text: words });
const prompt = { role: 'user', content: [text('USER PROMPT')] };
const recording = 'anthropic-text-editor.synthetic.chunks.txt';
const results = [
  { callId: 'toolu_replace', succeeded: true, text: 'Done.' },
  { callId: 'toolu_insert', succeeded: false, text: 'No such file.' },
];

describe('a further turn over the Messages API', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  const histories = () => server.requests.map(({ body }) => body.messages as readonly unknown[]);
  const lastMessages = () => histories().at(-1) ?? [];

  it('carries every block as it came, then one turn: the results first, and the message behind them', async () => {
    server.order({ provider: 'anthropic', next: [recordingReply(recording)] });
    const conversation = await converse(server, 'anthropic');
    await partsOf(conversation);
    await partsAfter(conversation, 'Now add a test.', results);
    const [first, assistant, ...rest] = lastMessages() as readonly { content: readonly unknown[] }[];
    assert.deepEqual(first, prompt);
    assert.deepEqual(assistant?.content.slice(0, 2), [
      { type: 'thinking', thinking: 'The bound is off.', signature: 'EvQBsynthetic' },
      { type: 'redacted_thinking', data: 'EmwKAhgBsynthetic' },
    ]);
    assert.deepEqual(rest, [
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'toolu_replace', content: 'Done.' },
          { type: 'tool_result', tool_use_id: 'toolu_insert', content: 'No such file.', is_error: true },
          text('Now add a test.'),
        ],
      },
    ]);
    assert.deepEqual({ ...server.requests[1]?.body, messages: null }, { ...server.requests[0]?.body, messages: null });
  });

  it('follows an answer without calls, and a turn after that', async () => {
    const conversation = await converse(server, 'anthropic');
    server.order({ provider: 'anthropic', next: [answerReply({ prose: 'One.' }), answerReply({ prose: 'Two.' })] });
    await partsOf(conversation);
    await partsAfter(conversation, 'More.');
    await partsAfter(conversation, 'And more.');
    assert.deepEqual(lastMessages(), [
      prompt,
      { role: 'assistant', content: [text('One.')] },
      { role: 'user', content: [text('More.')] },
      { role: 'assistant', content: [text('Two.')] },
      { role: 'user', content: [text('And more.')] },
    ]);
  });

  it('goes into the turn that is the person’s already, when the model said nothing', async () => {
    const silent = anthropicStop({ prose: '' }, 'end_turn');
    server.order({ provider: 'anthropic', next: [silent, errorReply('anthropic', 529, overloaded)] });
    const conversation = await converse(server, 'anthropic');
    await partsOf(conversation);
    await partsOf(conversation);
    await partsAfter(conversation, 'Please?');
    assert.deepEqual(lastMessages(), [{ role: 'user', content: [text('USER PROMPT'), text('Please?')] }]);
  });

  it('answers calls that nobody answered, since the API turns down a history with open ones', async () => {
    server.order({ provider: 'anthropic', next: [recordingReply(recording)] });
    const conversation = await converse(server, 'anthropic');
    await partsOf(conversation);
    await partsAfter(conversation, 'Go on.', [{ callId: 'toolu_insert', succeeded: true, text: 'Done.' }]);
    assert.deepEqual(lastMessages().at(-1), {
      role: 'user',
      content: [
        { type: 'tool_result', tool_use_id: 'toolu_insert', content: 'Done.' },
        {
          type: 'tool_result',
          tool_use_id: 'toolu_replace',
          content: 'This call was not carried out.',
          is_error: true,
        },
        text('Go on.'),
      ],
    });
  });

  it('leaves out results of calls that the history does not have, and empty messages', async () => {
    const conversation = await converse(server, 'anthropic');
    await partsAfter(conversation, ' \n', [{ callId: 'toolu_gone', succeeded: true, text: 'Done.' }]);
    assert.deepEqual(lastMessages(), [prompt]);
  });

  it('can be asked again when it failed', async () => {
    server.order({
      provider: 'anthropic',
      next: [recordingReply(recording), errorReply('anthropic', 529, overloaded)],
    });
    const conversation = await converse(server, 'anthropic');
    await partsOf(conversation);
    await partsAfter(conversation, 'Now add a test.', results);
    await partsAfter(conversation, 'Now add a test.', results);
    assert.deepEqual(histories()[1], histories()[2]);
  });

  it('goes on from what was saved, open calls, signatures and rejected parameters included', async () => {
    const rejection = errorReply('anthropic', 400, {
      type: 'invalid_request_error',
      message: 'This model does not support the effort parameter.',
    });
    server.order({ provider: 'anthropic', next: [rejection, recordingReply(recording)] });
    const first = await converse(server, 'anthropic');
    await partsOf(first);
    await partsOf(first);
    const saved: unknown = JSON.parse(JSON.stringify(first.saved()));
    await partsAfter(first, 'Now add a test.', results);
    const again = await converse(server, 'anthropic', {}, startFor('anthropic'), saved);
    await partsAfter(again, 'Now add a test.', results);
    assert.deepEqual(server.requests[3]?.body, server.requests[2]?.body);
    assert.equal('output_config' in (server.requests[3]?.body ?? {}), false);
  });

  it('begins anew from anything that it did not save itself', async () => {
    const conversation = await converse(server, 'anthropic');
    await partsOf(conversation);
    const saved = conversation.saved() as Record<string, unknown>;
    const unreadable: readonly unknown[] = [
      undefined,
      'text',
      [],
      {},
      { ...saved, wire: 'openai' },
      { ...saved, model: 'claude-opus-4-6' },
      { ...saved, messages: [] },
      { ...saved, messages: [{ role: 'system', content: [text('x')] }] },
      { ...saved, messages: [{ role: 'user', content: [] }] },
      { ...saved, messages: [{ role: 'user', content: ['text'] }] },
    ];
    for (const other of unreadable) {
      const again = await converse(server, 'anthropic', {}, startFor('anthropic'), other);
      assert.deepEqual(summaryOf(await partsOf(again)).ending, { type: 'end' });
      assert.deepEqual(lastMessages(), [prompt]);
    }
  });
});

const overloaded = { type: 'overloaded_error', message: 'Overloaded' };
