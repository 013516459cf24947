import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { defaultImageOptions } from '../../../../src/core/asset/imageOptions.ts';
import { answerReply } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { converse, partsOf, startFor, summaryOf } from '../conversations.ts';

describe('pictures over the Messages API', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.close());

  it('are asked for without any tool or words about edits, and come as text', async () => {
    const prose = 'Alt text: A dot.\n\n```svg\n<svg viewBox="0 0 1 1"><circle r="1"/></svg>\n```';
    server.order({ provider: 'anthropic', next: [answerReply({ prose })] });
    const start = startFor('anthropic', { image: defaultImageOptions, canRead: true });
    const summary = summaryOf(await partsOf(await converse(server, 'anthropic', {}, start)));
    assert.equal(summary.prose, prose);
    assert.deepEqual(summary.ending, { type: 'end' });
    const body = server.requests[0]?.body ?? {};
    assert.equal(body.tools, undefined);
    assert.equal(body.system, 'SYSTEM PROMPT');
  });
});
