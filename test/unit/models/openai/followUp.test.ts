import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { answerReply, errorReply, openAiCalls, recordingReply } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsAfter, partsOf, startFor, summaryOf } from '../conversations.ts';

const prompt = { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'USER PROMPT' }] };
const turn = (text: string) => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] });
const recording = 'openai-apply-patch-update.synthetic.chunks.txt';
const results = [
  { callId: 'call_update', succeeded: true, text: 'Done.' },
  { callId: 'call_delete', succeeded: false, text: 'No such file.' },
];

describe('a further turn over the Responses API', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  const inputs = () => server.requests.map(({ body }) => body.input as readonly Record<string, unknown>[]);
  const lastInput = () => inputs().at(-1) ?? [];

  it('carries the whole output as it came, then the results, then the message', async () => {
    server.order({ provider: 'openai', next: [recordingReply(recording)] });
    const conversation = await converse(server, 'openai');
    await partsOf(conversation);
    await partsAfter(conversation, 'Now add a test.', results);
    assert.deepEqual(lastInput(), [
      prompt,
      {
        id: 'rs_1',
        type: 'reasoning',
        summary: [{ type: 'summary_text', text: '**Finding the bug**\n\nThe bound is off.' }],
        encrypted_content: 'gAAAAAsynthetic',
      },
      ...lastInput().slice(2, 5),
      { type: 'apply_patch_call_output', call_id: 'call_update', status: 'completed', output: 'Done.' },
      { type: 'apply_patch_call_output', call_id: 'call_delete', status: 'failed', output: 'No such file.' },
      turn('Now add a test.'),
    ]);
    const types = lastInput().map(({ type, phase }) => phase ?? type);
    assert.deepEqual(types.slice(1, 5), ['reasoning', 'commentary', 'apply_patch_call', 'apply_patch_call']);
    assert.deepEqual({ ...server.requests[1]?.body, input: null }, { ...server.requests[0]?.body, input: null });
  });

  it('follows an answer without calls, and a turn after that', async () => {
    const conversation = await converse(server, 'openai');
    server.order({ provider: 'openai', next: [answerReply({ prose: 'One.' }), answerReply({ prose: 'Two.' })] });
    await partsOf(conversation);
    await partsAfter(conversation, 'More.');
    await partsAfter(conversation, 'And more.');
    assert.deepEqual(
      lastInput().map(({ role, content }) => [role, (content as readonly { text: string }[])[0]?.text]),
      [
        ['user', 'USER PROMPT'],
        ['assistant', 'One.'],
        ['user', 'More.'],
        ['assistant', 'Two.'],
        ['user', 'And more.'],
      ],
    );
  });

  it('answers calls that nobody answered, since the API turns down a history with open ones', async () => {
    server.order({ provider: 'openai', next: [recordingReply(recording)] });
    const conversation = await converse(server, 'openai');
    await partsOf(conversation);
    await partsAfter(conversation, 'Go on.', [{ callId: 'call_delete', succeeded: true, text: 'Done.' }]);
    assert.deepEqual(lastInput().slice(5), [
      { type: 'apply_patch_call_output', call_id: 'call_delete', status: 'completed', output: 'Done.' },
      {
        type: 'apply_patch_call_output',
        call_id: 'call_update',
        status: 'failed',
        output: 'This call was not carried out.',
      },
      turn('Go on.'),
    ]);
  });

  it('leaves out results of calls that the history does not have, and empty messages', async () => {
    const conversation = await converse(server, 'openai');
    await partsAfter(conversation, ' \n', [{ callId: 'call_gone', succeeded: true, text: 'Done.' }]);
    assert.deepEqual(lastInput(), [prompt]);
  });

  it('can be asked again when it failed', async () => {
    server.order({ provider: 'openai', next: [recordingReply(recording), errorReply('openai', 500, failed)] });
    const conversation = await converse(server, 'openai');
    await partsOf(conversation);
    await partsAfter(conversation, 'Now add a test.', results);
    await partsAfter(conversation, 'Now add a test.', results);
    assert.deepEqual(inputs()[1], inputs()[2]);
  });

  it('goes on from what was saved, open calls, encrypted reasoning and rejected parameters included', async () => {
    const rejection = errorReply('openai', 400, { ...failed, message: 'Unknown parameter.', param: 'stream_options' });
    server.order({ provider: 'openai', next: [rejection, recordingReply(recording)] });
    const first = await converse(server, 'openai');
    await partsOf(first);
    await partsOf(first);
    const saved: unknown = JSON.parse(JSON.stringify(first.saved()));
    await partsAfter(first, 'Now add a test.', results);
    await partsAfter(await converse(server, 'openai', {}, startFor('openai'), saved), 'Now add a test.', results);
    assert.deepEqual(server.requests[3]?.body, server.requests[2]?.body);
    assert.equal('stream_options' in (server.requests[3]?.body ?? {}), false);
  });

  it('answers open calls of every form after it was saved', async () => {
    const read = '{"path":"a.ts"}';
    server.order({
      provider: 'openai',
      next: [
        openAiCalls([
          { type: 'function_call', name: 'read_file', deltas: [read] },
          { type: 'custom_tool_call', name: 'apply_patch', deltas: ['*** Begin Patch\n*** End Patch'] },
        ]),
      ],
    });
    const first = await converse(server, 'openai');
    await partsOf(first);
    const saved: unknown = JSON.parse(JSON.stringify(first.saved()));
    const again = await converse(server, 'openai', {}, startFor('openai'), saved);
    await partsOf(again, [
      { callId: 'call_0', succeeded: true, text: 'const a = 1;' },
      { callId: 'call_1', succeeded: true, text: 'Done.' },
    ]);
    assert.deepEqual(lastInput().slice(3), [
      { type: 'function_call_output', call_id: 'call_0', output: 'const a = 1;' },
      { type: 'custom_tool_call_output', call_id: 'call_1', output: 'Done.' },
    ]);
  });

  it('begins anew from anything that it did not save itself', async () => {
    const conversation = await converse(server, 'openai');
    await partsOf(conversation);
    const saved = conversation.saved() as Record<string, unknown>;
    const unreadable: readonly unknown[] = [
      undefined,
      'text',
      [],
      {},
      { ...saved, wire: 'anthropic' },
      { ...saved, model: 'gpt-5.4' },
      { ...saved, items: [] },
      { ...saved, items: [{ role: 'user' }] },
      { ...saved, items: 'none' },
      { ...saved, pending: { call: 'shell_call_output' } },
    ];
    for (const other of unreadable) {
      const again = await converse(server, 'openai', {}, startFor('openai'), other);
      assert.deepEqual(summaryOf(await partsOf(again)).ending, { type: 'end' });
      assert.deepEqual(lastInput(), [prompt]);
    }
  });
});

const failed = { type: 'server_error', message: 'No.' };
