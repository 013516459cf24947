import assert from 'node:assert/strict';
import type { RenderRequest } from '../../../src/app/preview/previewPorts.ts';
import { renderHtml } from '../../../src/preview/renderHtml.ts';
import { tellingUnseen } from '../../../src/preview/unseen.ts';

describe('What of a page is not seen without its scripts', () => {
  const render = tellingUnseen(renderHtml, { unseen: 'nothing', hidden: 'parts' });
  const said = async (text: string, runScripts = false) => {
    const request: RenderRequest = {
      path: 'page.html',
      text,
      look: { scheme: 'system', rightToLeft: false, reducedMotion: false, dataSet: 'typical' },
      runScripts,
      ownProps: null,
      tailwind: false,
      underWay: false,
      nonce: 'bm9uY2U=',
      frameScript: 'ours()',
      read: async () => null,
    };
    return (await render(request)).messages.map(({ text: message }) => message);
  };
  const filled = '<div id="app"></div><script>app.innerHTML = "<p>Hi</p>"</script>';
  const revealed =
    '<style>.reveal { opacity: 0; transition: 1s } .seen { opacity: 1 }</style><p class="reveal">Hi</p>' +
    '<script>new IntersectionObserver(show).observe(document.querySelector(".reveal"))</script>';

  it('is said of a page that scripts fill', async () => {
    assert.deepEqual(await said(filled), ['nothing']);
    assert.deepEqual(await said('<div id="app"></div>'), []);
    assert.deepEqual(await said(filled, true), []);
  });

  it('is said of parts that are shown as they come into view, or that begin transparent', async () => {
    assert.deepEqual(await said(revealed), ['parts']);
    assert.deepEqual(await said('<h1>Sales</h1><canvas></canvas><script>draw()</script>'), ['parts']);
    const chart = '<h1>Sales</h1><div class="recharts-responsive-container"></div><script>draw()</script>';
    assert.deepEqual(await said(chart), ['parts']);
    assert.deepEqual(await said(chart.replace('></div>', '><svg class="recharts-surface"></svg></div>')), []);
    assert.deepEqual(await said(revealed, true), []);
    assert.deepEqual(await said('<p style="opacity:0;top:0">Hi</p><script>show()</script>'), ['parts']);
    assert.deepEqual(await said('<style>p:hover b { opacity: 0 }</style><p>Hi</p><script>go()</script>'), []);
    assert.deepEqual(await said(revealed.replace('opacity: 0;', 'opacity: 0.5;')), []);
  });
});
