import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { ConversationStart } from '../../../src/app/ports.ts';
import type { Provider } from '../../../src/core/contender.ts';
import type { Failure } from '../../../src/core/failure.ts';
import type { ModelClientOptions } from '../../../src/models/modelClients.ts';
import { createModelClients } from '../../../src/models/modelClients.ts';
import { countReply, errorReply, pageReply, parameterRejection, toolsTurnedDown } from '../../wire/replies.ts';
import type { WireReply } from '../../wire/wireReply.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, providers, startFor, testKey } from './conversations.ts';

const paths = { openai: '/v1/responses/input_tokens', anthropic: '/v1/messages/count_tokens' } as const;
/** What a request carries that is no input, and that these endpoints do not take. */
const settings: ReadonlySet<string> = new Set([
  'max_output_tokens',
  'store',
  'include',
  'stream_options',
  'service_tier',
  'max_tokens',
  'stream',
]);

describe('counting the input at the provider', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  async function count(
    provider: Provider,
    options: Partial<ModelClientOptions> = {},
    start: ConversationStart = startFor(provider),
    signal: AbortSignal = new AbortController().signal,
  ): Promise<number | Failure> {
    const clients = createModelClients({
      apiKey: () => Promise.resolve(testKey),
      baseUrl: server.baseUrl,
      ...options,
    });
    return (await clients.clientFor(start.contender)).count(start, signal);
  }

  function answered(provider: Provider, ...nextCounts: readonly WireReply[]): Promise<number | Failure> {
    server.order({ provider, nextCounts });
    return count(provider);
  }

  const host = () => new URL(server.url).host;

  for (const provider of providers) {
    for (const changes of [{}, { canRead: true }]) {
      it(`${provider}: sends the input of the first request and nothing else: ${JSON.stringify(changes)}`, async () => {
        const start = startFor(provider, changes);
        server.order({ provider, nextCounts: [countReply(provider, 4321)] });
        assert.equal(await count(provider, {}, start), 4321);
        await partsOf(await converse(server, provider, {}, start));
        const [counting, asking] = server.requests;
        assert.equal(counting?.path, paths[provider]);
        const input = Object.entries(asking?.body ?? {}).filter(([name]) => !settings.has(name));
        assert.deepEqual(counting?.body, Object.fromEntries(input));
        assert.equal(server.requests.length, 2);
      });
    }

    it(`${provider}: counts text where the model knows no tools`, async () => {
      const start = startFor(provider);
      const plain = { ...start, contender: { ...start.contender, usesTools: false } };
      assert.ok(Number(await count(provider, {}, plain)) > 0);
      const [request] = server.requests;
      assert.equal(request?.body['tools'], undefined);
      assert.match(JSON.stringify(request?.body), /SYSTEM PROMPT\\n\\nTEXT EDITING/);
    });

    it(`${provider}: sends the same headers as a request, but for what it expects back`, async () => {
      await count(provider);
      await partsOf(await converse(server, provider));
      const [counting, asking] = server.requests.map(({ headers }) => ({ ...headers, 'content-length': '' }));
      assert.deepEqual(counting, { ...asking, accept: 'application/json' });
      assert.equal(server.requests[0]?.headers['authorization'], `Bearer ${testKey}`);
    });

    it(`${provider}: counts nothing as nothing, not as a failure`, async () => {
      assert.equal(await answered(provider, countReply(provider, 0)), 0);
    });

    it(`${provider}: without a key, or with one that no header carries, nothing is sent`, async () => {
      assert.deepEqual(await count(provider, { apiKey: () => Promise.resolve(null) }), {
        kind: 'key-missing',
        provider,
      });
      assert.deepEqual(await count(provider, { apiKey: () => Promise.resolve('a\nb') }), {
        kind: 'key-rejected',
        provider,
      });
      assert.deepEqual(server.requests, []);
    });

    it(`${provider}: a key that the provider rejects`, async () => {
      const error = { type: 'authentication_error', message: `Incorrect API key provided: ${testKey}` };
      assert.deepEqual(await answered(provider, errorReply(provider, 401, error)), { kind: 'key-rejected', provider });
    });

    it(`${provider}: too much to count is too long, as it would be to ask`, async () => {
      const error = { type: 'invalid_request_error', message: 'prompt is too long: 1000001 tokens > 1000000 maximum' };
      const failure = await answered(provider, errorReply(provider, 400, error));
      assert.deepEqual(failure, { kind: 'prompt-too-long', provider });
    });

    it(`${provider}: is not asked again at once when there is too much asking`, async () => {
      const error = { type: 'rate_limit_error', message: 'Slow down.' };
      const reply = errorReply(provider, 429, error, { 'retry-after': '7' });
      assert.deepEqual(await answered(provider, reply), { kind: 'rate-limited', provider, retryAfterMs: 7000 });
      assert.equal(server.requests.length, 1);
    });

    it(`${provider}: tells a model that is not there from an endpoint that is not`, async () => {
      const { model } = startFor(provider).contender;
      const noModel = { type: 'not_found_error', message: `model: ${model}` };
      assert.deepEqual(await answered(provider, errorReply(provider, 404, noModel)), {
        kind: 'model-not-found',
        provider,
        model,
      });
      const noEndpoint = { type: 'invalid_request_error', message: `Invalid URL (POST ${paths[provider]})` };
      assert.deepEqual(await answered(provider, errorReply(provider, 404, noEndpoint)), {
        kind: 'request-rejected',
        provider,
        status: 404,
        reason: noEndpoint.message,
      });
      const bare: WireReply = { status: 404, content: { kind: 'text', text: '{"detail":"Not Found"}' } };
      assert.deepEqual(await answered(provider, bare), {
        kind: 'request-rejected',
        provider,
        status: 404,
        reason: '',
      });
      assert.deepEqual(await answered(provider, pageReply(404)), {
        kind: 'protocol',
        host: host(),
        detail: 'status 404, text/html',
      });
    });

    it(`${provider}: a gateway without the endpoint`, async () => {
      const gateway = `${server.url}/gateway`;
      assert.deepEqual(await count(provider, { baseUrl: () => gateway }), {
        kind: 'request-rejected',
        provider,
        status: 404,
        reason: '',
      });
    });

    it(`${provider}: asks once more without a parameter that was turned down`, async () => {
      const rejection = parameterRejection(provider, 'tools', 'Tool type is not supported with this model.');
      assert.ok(Number(await answered(provider, rejection)) > 0);
      const forms = server.requests.map(({ body }) => JSON.stringify(body['tools']));
      assert.equal(forms.length, 2);
      assert.notEqual(forms[0], forms[1]);
      assert.notEqual(forms[1], undefined);
    });

    it(`${provider}: does not ask a third time`, async () => {
      const failure = await answered(provider, ...toolsTurnedDown(provider));
      assert.ok(typeof failure === 'object' && failure.kind === 'request-rejected');
      assert.equal(server.requests.length, 2);
    });

    it(`${provider}: what holds no count is no count`, async () => {
      const bodies = ['{}', '[]', '{"input_tokens":"12"}', '{"input_tokens":-1}', '{"input_tokens":1.5}', 'null'];
      for (const text of bodies) {
        const failure = await answered(provider, { content: { kind: 'text', text } });
        assert.deepEqual(failure, { kind: 'protocol', host: host(), detail: 'no token count' }, text);
      }
    });

    it(`${provider}: a page, a stream and half an object are no count`, async () => {
      const page = await answered(provider, pageReply(200));
      assert.deepEqual(page, { kind: 'protocol', host: host(), detail: 'status 200, text/html' });
      const stream = await answered(provider, { content: { kind: 'answer', prose: 'Hello.' } });
      assert.deepEqual(stream, { kind: 'protocol', host: host(), detail: 'status 200, text/event-stream' });
      const half = await answered(provider, { content: { kind: 'text', text: '{"input_tok' } });
      assert.ok(typeof half === 'object' && half.kind === 'protocol');
    });

    it(`${provider}: a connection that breaks`, async () => {
      const reply = { ...countReply(provider, 1), faults: [{ kind: 'reset-before-headers' }] } as const;
      assert.deepEqual(await answered(provider, reply), { kind: 'stream-broken', host: host() });
    });

    it(`${provider}: silence for too long`, async () => {
      const reply = { ...countReply(provider, 1), faults: [{ kind: 'stall-before-headers' }] } as const;
      server.order({ provider, nextCounts: [reply] });
      const failure = await count(provider, { timeoutMs: 30 });
      assert.deepEqual(failure, { kind: 'timed-out', host: host(), afterMs: 30 });
    });

    it(`${provider}: called off before, nothing is sent`, async () => {
      const reason = new Error('called off');
      await assert.rejects(count(provider, {}, startFor(provider), AbortSignal.abort(reason)), reason);
      assert.deepEqual(server.requests, []);
    });

    it(`${provider}: called off while it waits`, async () => {
      const abort = new AbortController();
      const reason = new Error('called off');
      const reply = { ...countReply(provider, 1), faults: [{ kind: 'stall-before-headers' }] } as const;
      server.order({ provider, nextCounts: [reply] });
      const counting = count(provider, {}, startFor(provider), abort.signal);
      while (server.requests.length === 0) await new Promise(setImmediate);
      abort.abort(reason);
      await assert.rejects(counting, reason);
      assert.equal(server.requests.length, 1);
    });

    it(`${provider}: a scripted contender counts here, the same each time, and as its answer will say`, async () => {
      const start = startFor(provider);
      const scripted = { ...start, contender: { ...start.contender, scripted: true } };
      const options: Partial<ModelClientOptions> = {
        apiKey: () => Promise.reject(new Error('asked for a key')),
        scriptedPauseMs: () => 0,
      };
      const counted = await count(provider, options, scripted);
      assert.equal(await count(provider, options, scripted), counted);
      const parts = await partsOf(await converse(server, provider, options, scripted));
      const [usage] = parts.filter((part) => part.type === 'usage').slice(-1);
      assert.equal(usage?.usage.uncachedInput, counted);
      const longer = { ...scripted, prompt: { ...scripted.prompt, user: 'USER PROMPT '.repeat(100) } };
      assert.ok(Number(await count(provider, options, longer)) > Number(counted) + 200);
      assert.deepEqual(server.requests, []);
    });
  }
});
