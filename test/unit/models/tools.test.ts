import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { ConversationStart } from '../../../src/app/ports.ts';
import type { Provider } from '../../../src/core/contender.ts';
import type { ReadRequest } from '../../../src/core/edits/toolCall.ts';
import { createModelClients } from '../../../src/models/modelClients.ts';
import { answerReply, toolsTurnedDown } from '../../wire/replies.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, providers, startFor, summaryOf, testKey } from './conversations.ts';

const readNames = ['read_file', 'search_text', 'list_files', 'get_diagnostics'];
const editNames = { openai: 'apply_patch', anthropic: 'str_replace_based_edit_tool' } as const;
const systemFields = { openai: 'instructions', anthropic: 'system' } as const;

const requests: readonly ReadRequest[] = [
  { kind: 'view', path: 'src/a.ts', lines: [1, 20] },
  { kind: 'view', path: 'src/a.ts', lines: null },
  { kind: 'search', text: 'Größe 🙂 "x"', path: 'src' },
  { kind: 'list', path: null },
  { kind: 'diagnostics', path: 'src/a.ts' },
];

/** What a body offers: each tool's name, or its type where it has none. */
function toolsIn(body: Readonly<Record<string, unknown>> | undefined): readonly unknown[] {
  const tools = (body?.tools ?? []) as readonly Record<string, unknown>[];
  return tools.map(({ name, type }) => name ?? type);
}

describe('tools', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  for (const provider of providers) {
    const lastBody = () => server.requests.at(-1)?.body;
    const reading = (changes: Partial<ConversationStart> = {}) => startFor(provider, { canRead: true, ...changes });
    const withoutTools = (): ConversationStart => {
      const start = reading();
      return { ...start, contender: { ...start.contender, usesTools: false } };
    };

    it(`${provider}: those that read come beside the edit tool, as functions, where the model may read`, async () => {
      await partsOf(await converse(server, provider, {}, reading()));
      assert.deepEqual(toolsIn(lastBody()), [editNames[provider], ...readNames]);
      const [, tool] = (lastBody()?.tools ?? []) as readonly Record<string, Record<string, unknown>>[];
      const schema = provider === 'openai' ? tool?.parameters : tool?.input_schema;
      assert.deepEqual(schema?.required, ['path']);
      assert.equal(schema?.additionalProperties, false);
      await partsOf(await converse(server, provider));
      assert.deepEqual(toolsIn(lastBody()), [editNames[provider]]);
    });

    it(`${provider}: calls to read are read, whatever chunks they come in`, async () => {
      for (const chunks of ['events', 'whole', 1] as const) {
        server.order({ provider, next: [answerReply({ reads: requests }, { chunks })] });
        const round = summaryOf(await partsOf(await converse(server, provider, {}, reading())));
        assert.deepEqual(
          round.calls.map(({ request }) => request),
          requests,
        );
        assert.deepEqual(round.ending, { type: 'end' });
      }
    });

    it(`${provider}: the results go back under the calls that asked, and the model goes on`, async () => {
      server.order({ provider, next: [answerReply({ reads: requests.slice(0, 2) })] });
      const conversation = await converse(server, provider, {}, reading());
      const { calls } = summaryOf(await partsOf(conversation));
      await partsOf(
        conversation,
        calls.map(({ callId }) => ({ callId, succeeded: true, text: `of ${callId}` })),
      );
      const told = JSON.stringify(provider === 'openai' ? lastBody()?.input : lastBody()?.messages);
      for (const { callId } of calls) assert.ok(told.includes(`of ${callId}`));
      assert.ok(told.includes(provider === 'openai' ? 'function_call_output' : 'tool_result'));
    });

    it(`${provider}: a call that makes no sense is malformed, and so is one to a tool that was not offered`, async () => {
      const functions = [{ kind: 'function', name: 'read_file', arguments: '{"file":"a.ts"}' }] as const;
      const reasons = [];
      for (const start of [reading(), reading({ canRead: false }), withoutTools()]) {
        server.order({ provider, next: [answerReply({ functions })] });
        const { calls } = summaryOf(await partsOf(await converse(server, provider, {}, start)));
        const request = calls[0]?.request;
        reasons.push(request?.kind === 'malformed' ? request.reason : request);
      }
      const notOffered = 'There is no tool named read_file.';
      const wrong = 'read_file has no argument file. It takes path, first_line, last_line.';
      assert.deepEqual(reasons, [wrong, notOffered, notOffered]);
    });

    it(`${provider}: nothing is shown of a call to read while it grows, but it counts as content`, async () => {
      server.order({ provider, next: [answerReply({ reads: requests.slice(0, 1) })] });
      const parts = await partsOf(await converse(server, provider, {}, reading()));
      const growing = parts.filter((part) => part.type === 'call-growing');
      assert.deepEqual(
        growing.map(({ path, lines }) => [path, lines]),
        [[null, 0]],
      );
      assert.ok(!parts.some((part) => part.type === 'call-previewed'));
    });

    it(`${provider}: turned down once, all are functions; turned down twice, edits are written as text`, async () => {
      server.order({ provider, next: toolsTurnedDown(provider) });
      const conversation = await converse(server, provider, {}, reading());
      for (const parameter of ['tools', 'functions']) {
        assert.deepEqual(await partsOf(conversation), [{ type: 'parameter-rejected', parameter }]);
      }
      assert.deepEqual(summaryOf(await partsOf(conversation)).ending, { type: 'end' });
      const [first, second, third] = server.requests.map(({ body }) => body);
      assert.deepEqual(toolsIn(second), [editNames[provider], ...readNames]);
      assert.notDeepEqual(second?.tools, first?.tools);
      assert.deepEqual(
        { ...third, [systemFields[provider]]: null },
        { ...omitTools(first), [systemFields[provider]]: null },
      );
      assert.equal(second?.[systemFields[provider]], 'SYSTEM PROMPT');
      assert.equal(third?.[systemFields[provider]], 'SYSTEM PROMPT\n\nTEXT EDITING');
      // Turned down stays turned down, also for who goes on later.
      await partsOf(await converse(server, provider, {}, reading(), conversation.saved()));
      assert.equal(lastBody()?.[systemFields[provider]], 'SYSTEM PROMPT\n\nTEXT EDITING');
      assert.deepEqual(toolsIn(lastBody()), []);
    });

    for (const [status, message] of [
      [404, 'No endpoints found that support tool use. Try disabling "apply_patch".'],
      [400, 'registry.example/gemma does not support tools'],
      [400, 'This model does not support tool use.'],
      [400, 'Function calling is not supported; tools must be left out.'],
      [400, 'Tool calls are not supported by this model.'],
    ] as const) {
      it(`${provider}: gateways say it in other words: ${message}`, async () => {
        const reply = {
          status,
          headers: { 'content-type': 'application/json' },
          content: { kind: 'text', text: JSON.stringify({ error: { message, type: 'invalid_request_error' } }) },
        } as const;
        server.order({ provider, next: [reply, reply] });
        const conversation = await converse(server, provider);
        for (const parameter of ['tools', 'functions']) {
          assert.deepEqual(await partsOf(conversation), [{ type: 'parameter-rejected', parameter }]);
        }
        assert.deepEqual(summaryOf(await partsOf(conversation)).ending, { type: 'end' });
      });
    }

    it(`${provider}: a model that uses none gets none from the start, and is told how to write edits`, async () => {
      await partsOf(await converse(server, provider, {}, withoutTools()));
      assert.deepEqual(toolsIn(lastBody()), []);
      assert.equal('tools' in (lastBody() ?? {}), false);
      assert.equal(lastBody()?.[systemFields[provider]], 'SYSTEM PROMPT\n\nTEXT EDITING');
    });

    it(`${provider}: the preview shows exactly the tools and instructions that go out`, async () => {
      for (const start of [reading(), reading({ canRead: false }), withoutTools()]) {
        await partsOf(await converse(server, provider, {}, start));
        assert.deepEqual(JSON.parse(JSON.stringify(await previewBody(provider, start))), lastBody());
      }
    });
  }

  async function previewBody(provider: Provider, start: ConversationStart): Promise<unknown> {
    const clients = createModelClients({ apiKey: () => Promise.resolve(testKey), baseUrl: server.baseUrl });
    assert.equal(start.contender.provider, provider);
    return (await clients.clientFor(start.contender)).preview(start).body;
  }
});

function omitTools(body: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const { tools: _tools, ...rest } = body;
  return rest;
}
