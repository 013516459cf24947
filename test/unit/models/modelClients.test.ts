import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { createModelClients } from '../../../src/models/modelClients.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, providers, startFor, summaryOf, testKey } from './conversations.ts';

const allowedHeaders = [
  'accept',
  'accept-encoding',
  'accept-language',
  'anthropic-version',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'host',
  'sec-fetch-mode',
  'user-agent',
];

describe('model clients', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  for (const provider of providers) {
    const clients = (apiKey: string | null) =>
      createModelClients({ apiKey: () => Promise.resolve(apiKey), baseUrl: server.baseUrl });

    it(`${provider}: previews word for word what the first request carries, and where it goes`, async () => {
      const start = startFor(provider);
      const client = await clients(testKey).clientFor(start.contender);
      const preview = client.preview(start);
      await partsOf(await converse(server, provider));
      const [request] = server.requests;
      assert.deepEqual(JSON.parse(JSON.stringify(preview.body)), request?.body);
      assert.equal(preview.endpoint, `${server.url}${request?.path}`);
    });

    it(`${provider}: without a key nothing is sent`, async () => {
      const start = startFor(provider);
      for (const key of [null, '', '  ']) {
        const conversation = await (await clients(key).clientFor(start.contender)).converse(start, null);
        assert.deepEqual(conversation, { kind: 'key-missing', provider });
      }
      assert.deepEqual(server.requests, []);
    });

    it(`${provider}: a key that no header carries is rejected without being sent or quoted`, async () => {
      const start = startFor(provider);
      const conversation = await (await clients('sk-line\nbreak').clientFor(start.contender)).converse(start, null);
      assert.deepEqual(conversation, { kind: 'key-rejected', provider });
    });

    it(`${provider}: takes nothing from the environment or from profiles on disk`, async () => {
      const plain = await headersOf(provider);
      const home = await mkdtemp(join(tmpdir(), 'tiebreak-home-'));
      await mkdir(join(home, 'configs'));
      const profile = JSON.stringify({ base_url: 'http://127.0.0.1:9', api_key: 'leaked' });
      await writeFile(join(home, 'configs', 'default.json'), profile);
      const leaking = {
        OPENAI_API_KEY: 'leaked',
        OPENAI_ADMIN_KEY: 'leaked',
        OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
        OPENAI_ORG_ID: 'leaked',
        OPENAI_PROJECT_ID: 'leaked',
        OPENAI_CUSTOM_HEADERS: 'X-Leaked: leaked\nAuthorization: Bearer leaked\nUser-Agent: leaked',
        OPENAI_LOG: 'debug',
        ANTHROPIC_API_KEY: 'leaked',
        ANTHROPIC_AUTH_TOKEN: 'leaked',
        ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
        ANTHROPIC_CUSTOM_HEADERS: 'X-Leaked: leaked\nAuthorization: Bearer leaked\nanthropic-version: leaked',
        ANTHROPIC_LOG: 'debug',
        ANTHROPIC_PROFILE: 'default',
        ANTHROPIC_CONFIG_DIR: home,
      };
      const kept = { ...process.env };
      const printed: unknown[] = [];
      const consoleMethods = ['debug', 'info', 'warn', 'error', 'log'] as const;
      const originals = consoleMethods.map((name) => console[name]);
      try {
        Object.assign(process.env, leaking);
        for (const name of consoleMethods) console[name] = (...values: unknown[]) => printed.push(values);
        assert.deepEqual(await headersOf(provider), plain);
      } finally {
        for (const [index, name] of consoleMethods.entries()) Object.assign(console, { [name]: originals[index] });
        for (const name of Object.keys(leaking)) {
          if (kept[name] === undefined) delete process.env[name];
          else process.env[name] = kept[name];
        }
        await rm(home, { recursive: true });
      }
      assert.deepEqual(printed, []);
      assert.equal(plain.authorization, `Bearer ${testKey}`);
      assert.deepEqual(
        Object.keys(plain).filter((name) => !allowedHeaders.includes(name)),
        [],
      );
    });

    it(`${provider}: a scripted contender needs no key and sends nothing`, async () => {
      const start = startFor(provider);
      const scripted = { ...start, contender: { ...start.contender, scripted: true } };
      const noKey = createModelClients({
        apiKey: () => Promise.reject(new Error('asked for a key')),
        baseUrl: () => {
          throw new Error('asked for an address');
        },
        scriptedPauseMs: () => 0,
      });
      const client = await noKey.clientFor(scripted.contender);
      const conversation = await client.converse(scripted, null);
      assert.ok('next' in conversation);
      const round = summaryOf(await partsOf(conversation));
      assert.deepEqual(round.ending, { type: 'end' });
      assert.match(client.preview(scripted).endpoint, /\.invalid\//);
      assert.deepEqual(server.requests, []);
    });
  }

  it('speaks the version of the Messages API that the installed SDK is written for', async () => {
    const { Anthropic } = await import('@anthropic-ai/sdk');
    await new Anthropic({ apiKey: testKey, baseURL: server.baseUrl('anthropic'), maxRetries: 0 }).messages
      .create({ model: 'm', max_tokens: 1, messages: [], stream: true })
      .asResponse();
    await partsOf(await converse(server, 'anthropic'));
    const [sdk, ours] = server.requests;
    assert.equal(ours?.headers['anthropic-version'], sdk?.headers['anthropic-version']);
  });

  async function headersOf(provider: (typeof providers)[number]): Promise<Record<string, unknown>> {
    server.reset();
    assert.deepEqual(summaryOf(await partsOf(await converse(server, provider))).ending, { type: 'end' });
    return { ...server.requests[0]?.headers };
  }
});
