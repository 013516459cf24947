import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { readPreviewFiles } from '../../src/panel/preview/previewFiles.ts';
import { renderHtml } from '../../src/preview/renderHtml.ts';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';

describe('A frame that runs the scripts of its page', () => {
  let browser: LaunchedBrowser;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  after(() => browser.close());

  /** Shows this body as the preview does: rendered, with our script before it, in a frame of no origin. */
  async function show(body: string, head = ''): Promise<Frame> {
    const text = `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body>${body}</body></html>`;
    const look = { scheme: 'light', rightToLeft: false, reducedMotion: false, dataSet: 'typical' } as const;
    const { frameScript } = await readPreviewFiles(join(galleryFolders.dist, 'webview'));
    const request = {
      path: 'page.html',
      text,
      look,
      runScripts: true,
      ownProps: null,
      tailwind: false,
      underWay: false,
    };
    const rendered = await renderHtml({ ...request, nonce: 'bm9uY2U=', frameScript, read: async () => null });
    const { page } = browser;
    await page.setContent('<iframe sandbox="allow-scripts" width="800" height="600"></iframe>');
    const element = await page.$('iframe');
    assert.ok(element !== null);
    await element.evaluate(
      (frame, document) =>
        new Promise((resolve) => {
          frame.addEventListener('load', resolve, { once: true });
          frame.setAttribute('srcdoc', document);
        }),
      rendered.document,
    );
    const frame = await element.contentFrame();
    assert.ok(frame !== null);
    return frame;
  }

  it('keeps what a router pushes where there are no addresses, and throws what is wrong with it', async () => {
    const frame = await show(`<script>
history.pushState({ at: 1 }, '', '/orders');
history.replaceState({ at: 2 }, '', 'https://shop.example/orders?page=2');
let name = 'none';
try { history.pushState(() => 0, '', '/orders'); } catch (error) { name = error.name; }
document.body.textContent = JSON.stringify(history.state) + ' ' + name;
</script>`);
    assert.equal(await frame.textContent('body'), '{"at":2} DataCloneError');
  });

  it('hands routers a click on a link that nobody has taken care of', async () => {
    const frame = await show(`<a href="/orders">Orders</a><p></p><script>
document.querySelector('a').addEventListener('click', (event) => {
  const before = event.defaultPrevented;
  event.preventDefault();
  document.querySelector('p').textContent = [before, event.defaultPrevented].join(' ');
});
</script>`);
    await frame.click('a');
    assert.equal(await frame.textContent('p'), 'false true');
  });

  it('leads nowhere by a link, and scrolls to what one names', async () => {
    const frame = await show(`<a id="away" href="data:text/html,away">Away</a><a id="down" href="#end">Down</a>
<div id="box"></div><div style="height:3000px"></div><p id="end">End</p><script>
const link = Object.assign(document.createElement('a'), { href: 'data:text/html,away', textContent: 'Inner' });
document.querySelector('#box').attachShadow({ mode: 'closed' }).append(link);
</script>`);
    await frame.click('#away');
    await frame.click('#box');
    await frame.click('#down');
    assert.ok((await frame.evaluate(() => window.scrollY)) > 0);
    assert.equal(frame.url(), 'about:srcdoc');
  });

  it('puts what a script writes before the script', async () => {
    const frame = await show(
      `<p>© <script>document.write(2026, ' <b>');document.writeln('Shop</b>');</script> Ltd</p>`,
    );
    const text = await frame.evaluate(() => {
      for (const script of document.querySelectorAll('script')) script.remove();
      return document.querySelector('p')?.textContent;
    });
    assert.equal(text, '© 2026 Shop</b>\n Ltd'.replace('</b>', ''));
    assert.equal(await frame.locator('b').count(), 1);
  });

  it('displays what a script of the head writes, and leaves there what belongs there', async () => {
    const frame = await show(
      '<p>End</p>',
      `<script>document.write('<style>i { color: red }</style>One <i>two</i>');document.write('<b>three</b>');</script>`,
    );
    assert.equal(await frame.evaluate(() => document.body.innerText.replace(/\s+/g, ' ').trim()), 'One twothree End');
    assert.equal(
      await frame.evaluate(() => getComputedStyle(document.querySelector('i') ?? document.body).color),
      'rgb(255, 0, 0)',
    );
    assert.equal(await frame.locator('head style').count(), (await (await show('')).locator('head style').count()) + 1);
  });

  it('leaves elements of its own alone whose names only begin like a frame’s', async () => {
    const frame = await show(
      `<main></main><script>document.querySelector('main').innerHTML = '<object-list>One</object-list>';</script>`,
    );
    assert.equal(await frame.textContent('main object-list'), 'One');
    const empty = await show(
      `<main></main><script>document.querySelector('main').innerHTML = '<object>One</object>';</script>`,
    );
    assert.equal(await empty.textContent('main'), '');
  });

  it('sends no form, and lets none hold on to its process', async () => {
    const frame = await show(`<form action="data:text/html,sent"></form><p></p><script>
HTMLFormElement.prototype.submit = () => 'changed';
document.querySelector('p').textContent = String(document.querySelector('form').submit());
</script>`);
    assert.equal(await frame.textContent('p'), 'undefined');
  });
});
