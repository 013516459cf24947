import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { Provider } from '../../../src/core/contender.ts';
import type { Failure } from '../../../src/core/failure.ts';
import { readRecording } from '../../wire/recordings.ts';
import { errorReply, pageReply } from '../../wire/replies.ts';
import type { WireReply } from '../../wire/wireReply.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, providers, summaryOf, testKey } from './conversations.ts';

const models = { openai: 'gpt-5.5', anthropic: 'claude-opus-4-7' } as const;
const error = (type: string, message = 'No.', code: string | null = null) => ({ type, message, code });

type Case = readonly [title: string, reply: (provider: Provider) => WireReply, failure: (provider: Provider) => object];

const cases: readonly Case[] = [
  [
    '401',
    (p) => errorReply(p, 401, error('authentication_error', `Incorrect API key provided: ${testKey}`)),
    () => ({ kind: 'key-rejected' }),
  ],
  ['402', (p) => errorReply(p, 402, error('billing_error')), () => ({ kind: 'quota' })],
  ['403', (p) => errorReply(p, 403, error('permission_error')), (p) => ({ kind: 'no-access', model: models[p] })],
  [
    '404',
    (p) => errorReply(p, 404, error('not_found_error', 'model: x')),
    (p) => ({ kind: 'model-not-found', model: models[p] }),
  ],
  ['413', (p) => errorReply(p, 413, error('request_too_large')), () => ({ kind: 'prompt-too-long' })],
  [
    '429 with retry-after',
    (p) => errorReply(p, 429, error('rate_limit_error'), { 'retry-after': '7' }),
    () => ({ kind: 'rate-limited', retryAfterMs: 7000 }),
  ],
  [
    '429 with retry-after-ms',
    (p) => errorReply(p, 429, error('rate_limit_error'), { 'retry-after-ms': '250' }),
    () => ({ kind: 'rate-limited', retryAfterMs: 250 }),
  ],
  [
    '429 with a wait in its sentence',
    (p) => errorReply(p, 429, error('tokens', 'Please try again in 1.5s. Visit …', 'rate_limit_exceeded')),
    () => ({ kind: 'rate-limited', retryAfterMs: 1500 }),
  ],
  [
    '429 without a wait',
    (p) => errorReply(p, 429, error('rate_limit_error')),
    () => ({ kind: 'rate-limited', retryAfterMs: null }),
  ],
  [
    '429 for the quota',
    (p) => errorReply(p, 429, error('insufficient_quota', 'No.', 'insufficient_quota')),
    () => ({ kind: 'quota' }),
  ],
  [
    '400 for the credit',
    (p) => errorReply(p, 400, error('invalid_request_error', 'Your credit balance is too low to access the API.')),
    () => ({ kind: 'quota' }),
  ],
  [
    '400 for a long prompt',
    (p) => errorReply(p, 400, error('invalid_request_error', 'prompt is too long: 1000001 tokens > 1000000 maximum')),
    () => ({ kind: 'prompt-too-long' }),
  ],
  ['500', (p) => errorReply(p, 500, error('api_error')), () => ({ kind: 'provider-fault', status: 500 })],
  ['502 with a page', () => pageReply(502), () => ({ kind: 'provider-fault', status: 502 })],
  ['503', (p) => errorReply(p, 503, error('server_error')), () => ({ kind: 'overloaded' })],
  ['504', (p) => errorReply(p, 504, error('timeout_error')), () => ({ kind: 'provider-fault', status: 504 })],
  ['529', (p) => errorReply(p, 529, error('overloaded_error')), () => ({ kind: 'overloaded' })],
  ['408', (p) => errorReply(p, 408, error('timeout')), () => ({ kind: 'provider-fault', status: 408 })],
  ['409', (p) => errorReply(p, 409, error('conflict')), () => ({ kind: 'provider-fault', status: 409 })],
  [
    'a bodiless 404',
    () => ({ status: 404, content: { kind: 'text', text: '' } }),
    () => ({ kind: 'request-rejected', status: 404, reason: '' }),
  ],
];

describe('error statuses', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  async function failureOf(provider: Provider, reply: WireReply): Promise<Failure> {
    server.order({ provider, next: [reply] });
    const { ending, metered, prose, calls } = summaryOf(await partsOf(await converse(server, provider)));
    assert.equal(ending?.type, 'failure');
    assert.deepEqual([metered, prose, calls], [null, '', []]);
    assert.doesNotMatch(JSON.stringify(ending.failure), new RegExp(`${testKey}|USER PROMPT|SYSTEM PROMPT`));
    return ending.failure;
  }

  for (const provider of providers) {
    for (const [title, reply, expected] of cases) {
      it(`${provider}: ${title}`, async () => {
        const failure = await failureOf(provider, reply(provider));
        const named = 'provider' in failure ? { ...expected(provider), provider } : expected(provider);
        assert.deepEqual(failure, named);
      });
    }

    it(`${provider}: keeps a rejected request's reason short and without the key`, async () => {
      const sentence = `Bad request for Bearer ${testKey}: ${'word '.repeat(200)}`;
      const failure = await failureOf(provider, errorReply(provider, 400, error('invalid_request_error', sentence)));
      assert.ok(failure.kind === 'request-rejected');
      assert.equal(failure.status, 400);
      assert.ok(failure.reason.startsWith('Bad request for Bearer …'));
      assert.ok(failure.reason.length <= 300);
      assert.ok(!JSON.stringify(failure).includes(testKey));
    });

    for (const status of [200, 403, 404]) {
      it(`${provider}: a web page with status ${status} is no answer, and none of it is kept`, async () => {
        const failure = await failureOf(provider, pageReply(status));
        assert.deepEqual(failure, {
          kind: 'protocol',
          host: new URL(server.url).host,
          detail: `status ${status}, text/html`,
        });
      });
    }

    it(`${provider}: a redirect is not followed`, async () => {
      const reply = {
        status: 307,
        headers: { location: `${server.url}/elsewhere` },
        content: { kind: 'text', text: '' },
      } as const;
      const failure = await failureOf(provider, reply);
      assert.equal(failure.kind, 'protocol');
    });

    it(`${provider}: JSON with status 200 is no stream`, async () => {
      const failure = await failureOf(provider, { content: { kind: 'text', text: '{"id":"resp_1"}' } });
      assert.equal(failure.kind, 'protocol');
    });

    it(`${provider}: 407 names the proxy`, async () => {
      const failure = await failureOf(provider, pageReply(407));
      assert.deepEqual(failure, { kind: 'proxy', host: new URL(server.url).host, status: 407 });
    });
  }

  it('openai: context_length_exceeded', async () => {
    const reply = errorReply('openai', 400, error('invalid_request_error', 'Too long.', 'context_length_exceeded'));
    assert.deepEqual(await failureOf('openai', reply), { kind: 'prompt-too-long', provider: 'openai' });
  });

  it('openai: the recorded quota error', async () => {
    const text = readRecording('openai-error-http.json');
    const failure = await failureOf('openai', { status: 429, content: { kind: 'text', text } });
    assert.deepEqual(failure, { kind: 'quota', provider: 'openai' });
  });
});
