import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ImageProjection } from '../../../../src/app/asset/imageProjection.ts';
import { assetTexts } from '../../../../src/panel/asset/assetTexts.ts';
import type { ImageEnvelope, ImageHostMessages } from '../../../../src/shared/imageMessages.ts';
import type { ImageView } from '../../../../src/shared/imageView.ts';
import { applyImageMessage } from '../../../../src/webview/asset/imageState.ts';
import { restoreLooks } from '../../../../src/webview/asset/looks.ts';
import { onePixel } from '../../../wire/imageReplies.ts';
import { imageDraft } from '../../app/asset/imageFixture.ts';
import { finalUsage } from '../../app/fakes.ts';

const sentences = { describeFailure: () => ({ tone: 'error' as const, sentence: 'No.', actions: [] }) };

describe('what an image asset’s page knows', () => {
  it('is the host’s state after every message, and pictures come only once', async () => {
    const around = imageDraft({
      left: [[{ type: 'picture', base64: onePixel, partial: false }, finalUsage(3), { type: 'end' }]],
      right: [[{ type: 'failure', failure: { kind: 'refused', explanation: null } }]],
    });
    const texts = assetTexts({ t: (message) => message });
    const told: ImageEnvelope<ImageHostMessages>[] = [];
    const whole = (): ImageView => ({ ...projection.view(), requests: null, texts, locale: 'en' });
    const projection: ImageProjection = new ImageProjection(
      around.session,
      { clock: around.clock, sentences },
      (message) => told.push(message),
      () => told.push({ type: 'view-replaced', payload: { view: whole() } }),
    );
    let view = applyImageMessage(null, { type: 'view-replaced', payload: { view: whole() } });
    const finished = around.session.ask(['left', 'right']);
    await around.clock.advance(1_000);
    await finished;
    await around.clock.advance(1_000);
    for (const message of told) view = applyImageMessage(view, message);
    assert.deepEqual(view, whole());
    assert.equal(view?.pictures.left?.source, `data:image/png;base64,${onePixel}`);
    assert.equal(view?.pictures.left?.bytes, Buffer.from(onePixel, 'base64').length);
    assert.equal(view?.right.notice?.sentence, 'No.');
    assert.ok(told.filter(({ type }) => type === 'picture-changed').length <= 1);
    projection.dispose();
  });

  it('is nothing before the first whole view', () => {
    assert.equal(applyImageMessage(null, { type: 'picture-changed', payload: { side: 'left', picture: null } }), null);
  });

  it('comes back with the ground and size that were chosen, and nothing else', () => {
    assert.deepEqual(restoreLooks({ ground: 'dark', size: 32 }), { ground: 'dark', size: 32 });
    assert.deepEqual(restoreLooks({ ground: 'pink', size: 31 }), { ground: 'checkerboard', size: null });
    assert.deepEqual(restoreLooks(undefined), { ground: 'checkerboard', size: null });
  });
});
