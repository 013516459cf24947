import assert from 'node:assert/strict';
import type { RenderRequest } from '../../../src/app/preview/previewPorts.ts';
import { LocalFiles } from '../../../src/preview/localFiles.ts';
import { selfContained } from '../../../src/preview/styleSheet.ts';

describe('A style sheet of a page', () => {
  const look = { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' } as const;
  const made = async (css: string, project: Readonly<Record<string, string>> = {}) => {
    const request: RenderRequest = {
      path: 'page.html',
      text: '',
      look,
      runScripts: false,
      ownProps: null,
      tailwind: false,
      underWay: false,
      nonce: 'bm9uY2U=',
      frameScript: '',
      read: async (path) => (Object.hasOwn(project, path) ? new TextEncoder().encode(project[path]) : null),
    };
    const files = new LocalFiles(request);
    return { css: await selfContained(css, request.path, files, look), leftOut: files.leftOut };
  };

  it('keeps its first rule when it imports an address without quotes that has semicolons in it', async () => {
    const fonts = 'https://fonts.googleapis.com/css2?family=Inter:wght@400;600&display=swap';
    const { css, leftOut } = await made(`@import url(${fonts});\n:root { --accent: teal }`);
    assert.equal(css.trim(), ':root { --accent: teal }');
    assert.deepEqual(leftOut, [fonts]);
  });

  it('is read in one go where it is nothing but beginnings of addresses', async () => {
    // In any other way than once through, these would take hours.
    for (const css of ['url('.repeat(500_000), `url(${' '.repeat(1_000_000)}`, '@import url('.repeat(200_000)]) {
      assert.equal((await made(css)).css, css);
    }
    assert.equal((await made('a { b: url( ) }')).css, 'a { b: url("data:,") }');
  });

  it('keeps what only looks like an address, in comments and in strings', async () => {
    const css = `/* @import "none.css"; url(none.png) */ .a::after { content: "url(x.png) @import 'y.css';" }`;
    assert.deepEqual(await made(css), { css, leftOut: [] });
  });

  it('keeps the quotes of a picture that is written in it', async () => {
    const { css } = await made(`.a { background: url('data:image/svg+xml;utf8,<svg xmlns="http://w3.org/x"/>') }`);
    assert.equal(css, '.a { background: url("data:image/svg+xml;utf8,<svg xmlns=%22http://w3.org/x%22/>") }');
  });

  it('has what it imports in the layer and for the media that it says', async () => {
    const project = { 'a.css': 'p { color: red }' };
    assert.equal(
      (await made('@import "a.css" layer(base) print;', project)).css,
      '@media print{@layer base{p { color: red }}}',
    );
    assert.equal((await made('@import url(a.css) layer;', project)).css, '@layer {p { color: red }}');
    assert.equal((await made("@import 'a.css' screen;", project)).css, '@media screen{p { color: red }}');
    assert.equal((await made('@import "a.css";', project)).css, 'p { color: red }');
  });

  it('names what an imported style sheet does without, and nothing else', async () => {
    const { leftOut } = await made('@import "a.css";', { 'a.css': 'p { background: url(none.png) }' });
    assert.deepEqual(leftOut, ['none.png']);
  });
});
