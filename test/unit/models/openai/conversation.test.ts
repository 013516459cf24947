import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { ConversationStart } from '../../../../src/app/ports.ts';
import { answerReply, errorReply, openAiEnding, parameterRejection, recordingReply } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsOf, startFor, summaryOf } from '../conversations.ts';

const bodyKeys = [
  'include',
  'input',
  'instructions',
  'max_output_tokens',
  'model',
  'reasoning',
  'service_tier',
  'store',
  'stream',
  'stream_options',
  'tools',
];

describe('a conversation over the Responses API', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  const lastBody = () => server.requests.at(-1)?.body ?? {};

  it('asks for a stream with the built-in tool, stores nothing and sends nothing else', async () => {
    await partsOf(await converse(server, 'openai'));
    const body = lastBody();
    assert.deepEqual(Object.keys(body).sort(), bodyKeys);
    assert.equal(server.requests[0]?.path, '/v1/responses');
    assert.deepEqual(body.tools, [{ type: 'apply_patch' }]);
    assert.deepEqual(body.reasoning, { effort: 'high', summary: 'auto' });
    assert.deepEqual(
      [body.model, body.instructions, body.store, body.stream],
      ['gpt-5.5', 'SYSTEM PROMPT', false, true],
    );
    assert.deepEqual(body.include, ['reasoning.encrypted_content']);
    assert.deepEqual(body.stream_options, { include_obfuscation: false });
    assert.equal(body.service_tier, 'default');
    assert.equal(body.max_output_tokens, 32_000);
  });

  it('leaves out the effort where there is none', async () => {
    const start = startFor('openai');
    const changed: ConversationStart = { ...start, contender: { ...start.contender, effort: null } };
    await partsOf(await converse(server, 'openai', {}, changed));
    assert.deepEqual(lastBody().reasoning, { summary: 'auto' });
  });

  it('sends the whole output back with the results, reasoning, phase and all', async () => {
    const name = 'openai-apply-patch-update.synthetic.chunks.txt';
    server.order({ provider: 'openai', next: [recordingReply(name)] });
    const conversation = await converse(server, 'openai');
    await partsOf(conversation);
    await partsOf(conversation, [
      { callId: 'call_update', succeeded: false, text: 'That place was not found.' },
      { callId: 'call_delete', succeeded: true, text: 'Done.' },
    ]);
    const input = lastBody().input as readonly Record<string, unknown>[];
    assert.deepEqual(
      input.map(({ type }) => type),
      [
        'message',
        'reasoning',
        'message',
        'apply_patch_call',
        'apply_patch_call',
        'apply_patch_call_output',
        'apply_patch_call_output',
      ],
    );
    assert.equal(input[1]?.encrypted_content, 'gAAAAAsynthetic');
    assert.equal(input[2]?.phase, 'commentary');
    assert.deepEqual(input[5], {
      type: 'apply_patch_call_output',
      call_id: 'call_update',
      status: 'failed',
      output: 'That place was not found.',
    });
    assert.equal(input[6]?.status, 'completed');
  });

  it('answers a call to a function that does not exist as a function call', async () => {
    const call = {
      id: 'fc_1',
      type: 'function_call',
      call_id: 'call_1',
      name: 'other',
      arguments: '{}',
      status: 'completed',
    };
    const response = { model: 'gpt-5.5', output: [call], usage: null };
    const events = [
      { type: 'response.output_item.done', output_index: 0, item: call },
      { type: 'response.completed', response },
    ];
    server.order({ provider: 'openai', next: [{ content: { kind: 'events', events } }] });
    const conversation = await converse(server, 'openai');
    const { calls } = summaryOf(await partsOf(conversation));
    assert.deepEqual(calls, [
      { callId: 'call_1', request: { kind: 'malformed', reason: 'There is no tool named other.' } },
    ]);
    await partsOf(conversation, [{ callId: 'call_1', succeeded: false, text: 'No.' }]);
    const input = lastBody().input as readonly unknown[];
    assert.deepEqual(input.at(-1), { type: 'function_call_output', call_id: 'call_1', output: 'No.' });
  });

  it('drops reasoning that cannot be replayed, and the ids that point at it', async () => {
    const reasoning = { id: 'rs_1', type: 'reasoning', summary: [] };
    const message = {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'Hi.' }],
    };
    const response = { model: 'gpt-5.5', output: [], usage: null };
    const events = [
      { type: 'response.output_item.done', output_index: 0, item: reasoning },
      { type: 'response.output_item.done', output_index: 1, item: message },
      { type: 'response.completed', response },
    ];
    server.order({ provider: 'openai', next: [{ content: { kind: 'events', events } }] });
    const conversation = await converse(server, 'openai');
    assert.equal(summaryOf(await partsOf(conversation)).prose, 'Hi.');
    await partsOf(conversation, []);
    const { id: _id, ...withoutId } = message;
    assert.deepEqual((lastBody().input as readonly unknown[]).slice(1), [withoutId]);
  });

  const rejections = [
    { param: 'reasoning.summary', changed: 'reasoning', now: { effort: 'high' } },
    { param: 'reasoning.effort', changed: 'reasoning', now: { summary: 'auto' } },
    { param: 'stream_options', changed: 'stream_options', now: undefined },
    { param: 'service_tier', changed: 'service_tier', now: undefined },
    { param: 'include', changed: 'include', now: undefined },
    { param: 'include[0]', changed: 'include', now: undefined },
  ] as const;
  for (const { param, changed, now } of rejections) {
    it(`does not send ${param} again once it was turned down, and changes nothing else`, async () => {
      server.order({
        provider: 'openai',
        next: [parameterRejection('openai', param, `Unsupported parameter: '${param}'.`)],
      });
      const conversation = await converse(server, 'openai');
      const { ending } = summaryOf(await partsOf(conversation));
      assert.equal(ending?.type, 'parameter-rejected');
      assert.deepEqual(summaryOf(await partsOf(conversation)).ending, { type: 'end' });
      const [first, second] = server.requests;
      assert.deepEqual(second?.body[changed], now);
      assert.deepEqual({ ...second?.body, [changed]: null }, { ...first?.body, [changed]: null });
    });
  }

  it('falls back to a function with the same payload where the built-in tool is turned down', async () => {
    const operation = { type: 'update_file', path: 'a.ts', diff: '@@\n-a\n+b\n' };
    const call = {
      id: 'fc_1',
      type: 'function_call',
      call_id: 'call_1',
      name: 'apply_patch',
      arguments: JSON.stringify({ operation }),
      status: 'completed',
    };
    const response = { model: 'gpt-5.5', output: [call], usage: null };
    const events = [
      { type: 'response.output_item.added', output_index: 0, item: { ...call, arguments: '' } },
      { type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 0, delta: call.arguments },
      { type: 'response.output_item.done', output_index: 0, item: call },
      { type: 'response.completed', response },
    ];
    const rejection = parameterRejection('openai', 'tools[0].type', "Invalid value: 'apply_patch'.");
    server.order({ provider: 'openai', next: [rejection, { content: { kind: 'events', events } }] });
    const conversation = await converse(server, 'openai');
    assert.deepEqual(await partsOf(conversation), [{ type: 'parameter-rejected', parameter: 'tools' }]);
    const parts = await partsOf(conversation);
    const [tool] = lastBody().tools as readonly Record<string, unknown>[];
    assert.deepEqual([tool?.type, tool?.name], ['function', 'apply_patch']);
    const { calls } = summaryOf(parts);
    assert.deepEqual(calls, [{ callId: 'call_1', request: { kind: 'patch', path: 'a.ts', diff: operation.diff } }]);
    assert.ok(parts.some((part) => part.type === 'call-growing' && part.path === 'a.ts' && part.lines === 3));
  });

  it('knows a rejected built-in tool by its name where the error names no parameter', async () => {
    for (const message of [
      "Invalid value: 'apply_patch'. Supported values are: 'function' and 'web_search'.",
      "tools.0.type: Input should be 'function'",
      'Unsupported tool type.',
    ]) {
      const rejection = errorReply('openai', 400, { type: 'invalid_request_error', message });
      server.order({ provider: 'openai', next: [rejection] });
      const parts = await partsOf(await converse(server, 'openai'));
      assert.deepEqual(parts, [{ type: 'parameter-rejected', parameter: 'tools' }], message);
    }
  });

  it('knows a rejected service tier by its name where the error names no parameter', async () => {
    const message = 'Extra inputs are not permitted: service_tier';
    server.order({ provider: 'openai', next: [errorReply('openai', 400, { type: 'invalid_request_error', message })] });
    const parts = await partsOf(await converse(server, 'openai'));
    assert.deepEqual(parts, [{ type: 'parameter-rejected', parameter: 'service_tier' }]);
  });

  it('drops each parameter at most once: a further rejection is a failure', async () => {
    const rejection = parameterRejection('openai', 'tools[0].type', 'Invalid value.');
    server.order({ provider: 'openai', next: [rejection, rejection, rejection] });
    const conversation = await converse(server, 'openai');
    for (const parameter of ['tools', 'functions']) {
      assert.deepEqual(await partsOf(conversation), [{ type: 'parameter-rejected', parameter }]);
    }
    const { ending } = summaryOf(await partsOf(conversation));
    assert.equal(ending?.type === 'failure' && ending.failure.kind, 'request-rejected');
  });

  it('does not take a complaint about the history for one about the tools', async () => {
    for (const message of [
      'Invalid input[2].call_id: no tool call found.',
      'No tool output found for function call call_1: invalid.',
    ]) {
      server.order({
        provider: 'openai',
        next: [errorReply('openai', 400, { type: 'invalid_request_error', message })],
      });
      const { ending } = summaryOf(await partsOf(await converse(server, 'openai')));
      assert.equal(ending?.type === 'failure' && ending.failure.kind, 'request-rejected', message);
    }
  });

  it('never lets go of the output limit or of storing nothing', async () => {
    for (const param of ['max_output_tokens', 'store', 'input']) {
      server.order({
        provider: 'openai',
        next: [parameterRejection('openai', param, `Unsupported parameter: '${param}'`)],
      });
      const { ending } = summaryOf(await partsOf(await converse(server, 'openai')));
      assert.equal(ending?.type === 'failure' && ending.failure.kind, 'request-rejected');
    }
  });

  it('keeps the usage of an answer that was cut off', async () => {
    const usage = {
      input_tokens: 100,
      input_tokens_details: { cached_tokens: 60, cache_write_tokens: 30 },
      output_tokens: 5,
      output_tokens_details: { reasoning_tokens: 4 },
      total_tokens: 105,
    };
    server.order({
      provider: 'openai',
      next: [openAiEnding({}, 'response.incomplete', { incomplete_details: { reason: 'max_output_tokens' }, usage })],
    });
    const round = summaryOf(await partsOf(await converse(server, 'openai')));
    assert.deepEqual(round.metered?.usage, {
      uncachedInput: 10,
      cacheRead: 60,
      cacheWrite5m: 30,
      cacheWrite1h: 0,
      output: 5,
      reasoning: 4,
    });
    assert.equal(round.usageIsFinal, true);
  });

  it('leaves the history as it was after a failed round', async () => {
    const conversation = await converse(server, 'openai');
    server.order({
      provider: 'openai',
      next: [answerReply({ prose: 'First.' }), { status: 500, content: { kind: 'text', text: '{}' } }],
    });
    await partsOf(conversation);
    await partsOf(conversation, [{ callId: 'c', succeeded: true, text: 'ok' }]);
    await partsOf(conversation, [{ callId: 'c', succeeded: true, text: 'ok' }]);
    assert.deepEqual(server.requests[1]?.body, server.requests[2]?.body);
  });
});
