import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { imagePiece } from '../../images/imagePieces.ts';
import { imagesIn } from '../../images/sentImages.ts';
import { answerReply } from '../../wire/replies.ts';
import type { WireServer } from '../../wire/wireServer.ts';
import { startWireServer } from '../../wire/wireServer.ts';
import { converse, partsAfter, partsOf, providers, startFor } from './conversations.ts';

const { image } = imagePiece('i1', 'shot.png');

describe('pictures on the wire', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => server.reset());
  after(() => server.close());

  for (const provider of providers) {
    const start = () =>
      startFor(provider, {
        prompt: {
          system: 'SYSTEM PROMPT',
          user: 'USER PROMPT',
          images: image === undefined ? [] : [{ ...image, name: 'shot.png' }],
        },
      });
    const lastBody = () => server.requests.at(-1)?.body;

    it(`${provider} gets them before the text`, async () => {
      server.order({ provider, always: answerReply({ prose: 'So.' }) });
      await partsOf(await converse(server, provider, {}, start()));
      const body = JSON.stringify(lastBody());
      assert.ok(body.indexOf(image?.data ?? '') < body.indexOf('USER PROMPT'));
      assert.deepEqual(
        imagesIn(provider, lastBody()).map(({ mediaType, bytes }) => [mediaType, bytes.toString('base64')]),
        [['image/png', image?.data]],
      );
    });

    it(`${provider} gets them again in a further turn, and once, though what is kept of the history has none`, async () => {
      server.order({ provider, always: answerReply({ prose: 'So.' }) });
      const conversation = await converse(server, provider, {}, start());
      await partsOf(conversation);
      await partsAfter(conversation, 'And now?', []);
      assert.equal(imagesIn(provider, lastBody()).length, 1);
      const saved: unknown = JSON.parse(JSON.stringify(conversation.saved()));
      assert.equal(JSON.stringify(saved).includes(image?.data ?? '-'), false);
      await partsAfter(await converse(server, provider, {}, start(), saved), 'And then?', []);
      assert.equal(imagesIn(provider, lastBody()).length, 1);
      const body = JSON.stringify(lastBody());
      assert.ok(body.indexOf(image?.data ?? '') < body.indexOf('USER PROMPT'));
      assert.match(body, /And now\?.*And then\?/s);
    });
  }
});
