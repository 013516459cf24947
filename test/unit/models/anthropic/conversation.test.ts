import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { ConversationStart } from '../../../../src/app/ports.ts';
import { anthropicStop, errorReply, recordingReply } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsOf, startFor, summaryOf } from '../conversations.ts';

const bodyKeys = ['max_tokens', 'messages', 'model', 'output_config', 'stream', 'system', 'thinking', 'tools'];

describe('a conversation over the Messages API', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  const lastBody = () => server.requests.at(-1)?.body ?? {};
  const rejection = (message: string) => errorReply('anthropic', 400, { type: 'invalid_request_error', message });

  it('asks for a stream with adaptive thinking, effort and the built-in tool, and sends nothing else', async () => {
    await partsOf(await converse(server, 'anthropic'));
    const body = lastBody();
    assert.deepEqual(Object.keys(body).sort(), bodyKeys);
    assert.equal(server.requests[0]?.path, '/v1/messages');
    assert.deepEqual(body.tools, [{ type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }]);
    assert.deepEqual(body.thinking, { type: 'adaptive', display: 'summarized' });
    assert.deepEqual(body.output_config, { effort: 'high' });
    assert.deepEqual(
      [body.model, body.system, body.max_tokens, body.stream],
      ['claude-opus-4-7', 'SYSTEM PROMPT', 32_000, true],
    );
    assert.deepEqual(body.messages, [{ role: 'user', content: [{ type: 'text', text: 'USER PROMPT' }] }]);
  });

  it('leaves out the effort where there is none; this API has no effort none', async () => {
    const start = startFor('anthropic');
    for (const effort of [null, 'none'] as const) {
      const changed: ConversationStart = { ...start, contender: { ...start.contender, effort } };
      await partsOf(await converse(server, 'anthropic', {}, changed));
      assert.equal('output_config' in lastBody(), false);
    }
  });

  it('sends every block back unmodified with the results', async () => {
    server.order({ provider: 'anthropic', next: [recordingReply('anthropic-text-editor.synthetic.chunks.txt')] });
    const conversation = await converse(server, 'anthropic');
    await partsOf(conversation);
    await partsOf(conversation, [
      { callId: 'toolu_replace', succeeded: false, text: 'Not found.' },
      { callId: 'toolu_insert', succeeded: true, text: 'Done.' },
    ]);
    const messages = lastBody().messages as readonly unknown[];
    assert.deepEqual(messages.slice(1), [
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'The bound is off.', signature: 'EvQBsynthetic' },
          { type: 'redacted_thinking', data: 'EmwKAhgBsynthetic' },
          { type: 'text', text: 'The loop’s bound is off by one – “≤” has to be “<”.' },
          {
            type: 'tool_use',
            id: 'toolu_replace',
            name: 'str_replace_based_edit_tool',
            input: {
              command: 'str_replace',
              path: 'src/basket.ts',
              old_str: 'i <= lines.length',
              new_str: 'i < lines.length',
            },
          },
          {
            type: 'tool_use',
            id: 'toolu_insert',
            name: 'str_replace_based_edit_tool',
            input: { command: 'insert', path: 'src/basket.ts', insert_line: 0, insert_text: '// Größe – in Cent\n' },
          },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'toolu_replace', content: 'Not found.', is_error: true },
          { type: 'tool_result', tool_use_id: 'toolu_insert', content: 'Done.' },
        ],
      },
    ]);
  });

  it('goes on with a paused turn by sending it back as it is', async () => {
    server.order({ provider: 'anthropic', next: [anthropicStop({ prose: 'So far' }, 'pause_turn')] });
    const conversation = await converse(server, 'anthropic');
    assert.deepEqual(summaryOf(await partsOf(conversation)).ending, { type: 'paused' });
    await partsOf(conversation, []);
    const messages = lastBody().messages as readonly unknown[];
    assert.deepEqual(messages.slice(1), [{ role: 'assistant', content: [{ type: 'text', text: 'So far' }] }]);
  });

  const rejections = [
    { message: 'adaptive thinking is not supported on this model', changed: 'thinking', now: undefined },
    {
      message: 'thinking.adaptive.display: Extra inputs are not permitted',
      changed: 'thinking',
      now: { type: 'adaptive' },
    },
    { message: 'This model does not support the effort parameter.', changed: 'output_config', now: undefined },
    {
      message: "output_config.effort: Input should be 'low', 'medium' or 'high'",
      changed: 'output_config',
      now: undefined,
    },
  ] as const;
  for (const { message, changed, now } of rejections) {
    it(`drops ${changed} after "${message}", and changes nothing else`, async () => {
      server.order({ provider: 'anthropic', next: [rejection(message)] });
      const conversation = await converse(server, 'anthropic');
      assert.equal(summaryOf(await partsOf(conversation)).ending?.type, 'parameter-rejected');
      assert.deepEqual(summaryOf(await partsOf(conversation)).ending, { type: 'end' });
      const [first, second] = server.requests;
      assert.deepEqual(second?.body[changed], now);
      assert.deepEqual({ ...second?.body, [changed]: null }, { ...first?.body, [changed]: null });
    });
  }

  it('falls back to a tool of its own with the same payload', async () => {
    const message = "'claude-opus-4-7' does not support tool types: text_editor_20250728.";
    server.order({ provider: 'anthropic', next: [rejection(message)] });
    const conversation = await converse(server, 'anthropic');
    assert.deepEqual(await partsOf(conversation), [{ type: 'parameter-rejected', parameter: 'tools' }]);
    assert.deepEqual(summaryOf(await partsOf(conversation)).ending, { type: 'end' });
    const [tool] = lastBody().tools as readonly Record<string, unknown>[];
    assert.equal(tool?.name, 'str_replace_based_edit_tool');
    assert.ok('input_schema' in (tool ?? {}));
  });

  it('does not take a complaint about the history for one about a parameter', async () => {
    server.order({
      provider: 'anthropic',
      next: [rejection('messages.1.content.0: Invalid `signature` in `thinking` block')],
    });
    const { ending } = summaryOf(await partsOf(await converse(server, 'anthropic')));
    assert.equal(ending?.type === 'failure' && ending.failure.kind, 'request-rejected');
  });

  it('leaves the history as it was after a failed round', async () => {
    server.order({
      provider: 'anthropic',
      next: [
        recordingReply('anthropic-text-editor.synthetic.chunks.txt'),
        recordingReply('anthropic-overloaded.synthetic.chunks.txt'),
      ],
    });
    const conversation = await converse(server, 'anthropic');
    const results = [{ callId: 'toolu_replace', succeeded: true, text: 'ok' }];
    await partsOf(conversation);
    await partsOf(conversation, results);
    await partsOf(conversation, results);
    assert.deepEqual(server.requests[1]?.body, server.requests[2]?.body);
  });
});
