import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultImageOptions } from '../../../../src/core/asset/imageOptions.ts';
import { readImageMessage } from '../../../../src/panel/asset/imageMessage.ts';

const draft = { instruction: ' A dot ', options: defaultImageOptions };

describe('messages of an image asset’s page', () => {
  it('are read when they are whole', () => {
    assert.deepEqual(readImageMessage({ type: 'images-asked', payload: draft }), {
      type: 'images-asked',
      payload: { instruction: 'A dot', options: defaultImageOptions },
    });
    for (const message of [
      { type: 'panel-ready', payload: {} },
      { type: 'draft-changed', payload: { instruction: '', options: defaultImageOptions } },
      { type: 'image-cancelled', payload: { side: null } },
      { type: 'alt-text-changed', payload: { side: 'left', text: 'A dot' } },
      { type: 'image-saved', payload: { side: 'right' } },
      { type: 'action-chosen', payload: { side: 'right', action: 'ask-again' } },
    ]) {
      assert.deepEqual(readImageMessage(message), message);
    }
  });

  it('are dropped when they are anything else', () => {
    for (const message of [
      null,
      'panel-ready',
      { type: 'panel-ready' },
      { type: 'toString', payload: {} },
      { type: 'images-asked', payload: { ...draft, instruction: '  ' } },
      { type: 'images-asked', payload: { ...draft, instruction: 'x'.repeat(9000) } },
      { type: 'images-asked', payload: { ...draft, options: { ...defaultImageOptions, size: '99999x99999' } } },
      { type: 'image-saved', payload: { side: null } },
      { type: 'image-saved', payload: { side: 'both' } },
      { type: 'alt-text-changed', payload: { side: 'left', text: 'x'.repeat(501) } },
      { type: 'action-chosen', payload: { side: 'left', action: 'format-disk' } },
    ]) {
      assert.equal(readImageMessage(message), null, JSON.stringify(message)?.slice(0, 80));
    }
  });
});
