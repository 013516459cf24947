import assert from 'node:assert/strict';
import { guardedSource } from '../../../../src/app/preview/guardedSource.ts';
import type { RenderRequest } from '../../../../src/app/preview/previewPorts.ts';
import { componentWords } from '../../../../src/host/preview/componentWords.ts';
import { previewSource } from '../../../../src/preview/previewSource.ts';
import { renderHtml } from '../../../../src/preview/renderHtml.ts';

const components = {
  render: () => Promise.reject(new Error('No component was asked for.')),
  renderDocument: renderHtml,
};
const request = (text: string): RenderRequest => ({
  path: 'page.html',
  text,
  look: { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' },
  runScripts: false,
  ownProps: null,
  tailwind: false,
  underWay: false,
  nonce: 'n',
  frameScript: '',
  read: async () => null,
});

describe('a page that no renderer gets to the end of', () => {
  it('has a fault of its own, and is not thrown at whoever shows both', async () => {
    const thrown: unknown[] = [];
    const source = guardedSource(previewSource(components, componentWords({ t: (message) => message })), (error) => {
      thrown.push(error);
      return 'It could not be rendered.';
    });
    const deep = await source.html(request('<div>'.repeat(50_000)));
    assert.deepEqual(deep.fault, { message: 'It could not be rendered.', line: null });
    assert.ok(thrown[0] instanceof RangeError);
    const plain = await source.html(request('<p>Words</p>'));
    assert.deepEqual([plain.fault, plain.hasContent], [null, true]);
    assert.equal(thrown.length, 1);
  });
});
