import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { answerReply, countReply } from '../../wire/replies.ts';
import type { WireOrder, WireRequest, WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsOf, summaryOf } from '../models/conversations.ts';

describe('the wire server', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  it('takes orders and gives its requests over HTTP, for tests in another process', async () => {
    const order: WireOrder = {
      provider: 'anthropic',
      next: [answerReply({ prose: 'Once.' })],
      always: answerReply({ prose: 'Always.' }),
    };
    await fetch(`${server.url}/control`, { method: 'POST', body: JSON.stringify(order) });
    const conversation = await converse(server, 'anthropic');
    const answers = [await partsOf(conversation), await partsOf(conversation), await partsOf(conversation)];
    assert.deepEqual(
      answers.map((parts) => summaryOf(parts).prose),
      ['Once.', 'Always.', 'Always.'],
    );
    const listed = (await (await fetch(`${server.url}/requests`)).json()) as readonly WireRequest[];
    assert.deepEqual(
      listed.map(({ path }) => path),
      ['/v1/messages', '/v1/messages', '/v1/messages'],
    );
    await fetch(`${server.url}/control`, { method: 'DELETE' });
    assert.deepEqual(await (await fetch(`${server.url}/requests`)).json(), []);
  });

  it('counts input as each provider words it, by itself or as ordered, and apart from its answers', async () => {
    const endpoints = [
      ['openai', '/v1/responses/input_tokens', '{"object":"response.input_tokens","input_tokens":'],
      ['anthropic', '/v1/messages/count_tokens', '{"input_tokens":'],
    ] as const;
    for (const [provider, path, opening] of endpoints) {
      const text = async () => {
        const body = JSON.stringify({ model: 'm', input: 'x'.repeat(96), stream: true });
        return (await fetch(`${server.url}${path}`, { method: 'POST', body })).text();
      };
      assert.equal(await text(), `${opening}25}`);
      server.order({ provider, next: [answerReply({ prose: 'Next.' })], nextCounts: [countReply(provider, 7)] });
      assert.equal(await text(), `${opening}7}`);
      assert.equal(await text(), `${opening}25}`);
      assert.equal(summaryOf(await partsOf(await converse(server, provider))).prose, 'Next.');
      server.order({ provider, nextCounts: [countReply(provider, 8)] });
      server.reset();
      assert.equal(await text(), `${opening}25}`);
    }
  });

  it('answers other paths as a server does that knows nothing of models', async () => {
    assert.equal((await fetch(`${server.url}/v1/nothing`, { method: 'POST', body: '{}' })).status, 404);
  });
});
