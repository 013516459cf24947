import assert from 'node:assert/strict';
import { readPreviewMessage } from '../../../../src/panel/preview/previewMessage.ts';

describe('a message of the preview', () => {
  it('is read in its shape, and without anything beside it', () => {
    const look = { scheme: 'dark', rightToLeft: true, reducedMotion: false, dataSet: 'long' };
    const read = (type: string, payload: unknown) => readPreviewMessage({ type, payload });
    assert.deepEqual(read('panel-ready', { x: 1 }), { type: 'panel-ready', payload: {} });
    assert.deepEqual(read('look-chosen', { look: { ...look, x: 1 } }), { type: 'look-chosen', payload: { look } });
    assert.deepEqual(read('scripts-asked', { side: 'left' }), { type: 'scripts-asked', payload: { side: 'left' } });
    const json = '{ "half": ';
    assert.deepEqual(read('props-written', { side: 'right', json, x: 1 }), {
      type: 'props-written',
      payload: { side: 'right', json },
    });
    assert.deepEqual(read('props-written', { side: 'left', json: null })?.payload, { side: 'left', json: null });
    assert.deepEqual(read('file-chosen', { file: 3 }), { type: 'file-chosen', payload: { file: 3 } });
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52);
    assert.deepEqual(read('picture-taken', { side: 'left', png, path: '/etc' }), {
      type: 'picture-taken',
      payload: { side: 'left', png },
    });
  });

  const bad: readonly unknown[] = [
    null,
    'panel-ready',
    { type: 'panel-ready' },
    { type: 'toString', payload: {} },
    { type: 'frame-checked', payload: { violations: null } },
    { type: 'scripts-asked', payload: { side: 'both' } },
    { type: 'scripts-stopped', payload: { side: 'left', stuck: 'yes' } },
    { type: 'props-written', payload: { side: 'left' } },
    { type: 'props-written', payload: { side: 'left', json: {} } },
    { type: 'props-written', payload: { side: 'both', json: '{}' } },
    { type: 'picture-taken', payload: { side: 'left', png: 'x' } },
    { type: 'picture-taken', payload: { side: 'left', png: new Uint8Array(20) } },
    { type: 'file-chosen', payload: { file: 1.5 } },
    { type: 'file-chosen', payload: { file: -1 } },
    { type: 'file-chosen', payload: { file: '../../etc/passwd' } },
    {
      type: 'look-chosen',
      payload: { look: { scheme: 'red', rightToLeft: true, reducedMotion: true, dataSet: 'long' } },
    },
  ];
  it('is dropped with props that are too long', () => {
    const written = (length: number) => ({
      type: 'props-written',
      payload: { side: 'left', json: 'x'.repeat(length) },
    });
    assert.notEqual(readPreviewMessage(written(200_000)), null);
    assert.equal(readPreviewMessage(written(200_001)), null);
  });

  for (const data of bad) {
    it(`is dropped: ${JSON.stringify(data)}`, () => assert.equal(readPreviewMessage(data), null));
  }
});
