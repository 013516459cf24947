import assert from 'node:assert/strict';
import { launchBrowser } from '../vscode/launchBrowser.ts';
import { type Canaries, startCanaries } from './preview/canaries.ts';
import { type HostilePage, hostilePages } from './preview/hostilePages.ts';
import { orderEdits, writeInto } from './review/invoiceTask.ts';
import { ComparisonTab, type ContenderLabel } from './workbench/comparisonTab.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

/** How long a page has for whatever it tries, in milliseconds. */
const timeToTry = 500;

/** What is left when the pages are said to have been tried: nothing to wait for tells that nothing will come. */
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Stops everything that runs in its process a moment after it is seen. */
const endless =
  '<!doctype html><html lang="en"><title>Endless</title><h1>Endless</h1><script>setTimeout(() => { for (;;) {} }, 300)</script></html>';

/**
 * Takes a gigabyte and more, and goes on asking for it until it is stopped. Not until its process dies of it: whoever
 * drives the browser takes that for the end of the whole window.
 */
const hungry =
  '<!doctype html><html lang="en"><title>Hungry</title><h1>Hungry</h1><script>const kept = []; setTimeout(() => { for (let at = 0; ; at = (at + 1) % 80) kept[at] = new Array(2e6).fill(Math.random()); }, 300)</script></html>';

describe('Hostile pages in the preview', () => {
  const { workbench, wire } = useWiredWorkbench({
    viewport: { width: 1700, height: 1000 },
    settings: { 'tiebreak.preview.scripts': 'everywhere' },
  });
  let canaries: Canaries | undefined;
  let pages: readonly HostilePage[] = [];
  const at = (): Canaries => {
    if (canaries === undefined) throw new Error('The canaries are there only while tests run.');
    return canaries;
  };
  const path = (index: number) => `pages/${String(index).padStart(2, '0')}-${pages[index]?.name}.html`;

  before(async () => {
    canaries = await startCanaries();
    pages = hostilePages(canaries);
  });
  after(async () => canaries?.close());

  /** Shows every page on both sides, and gives what reached a canary or got out, by page. */
  async function tryAll(tab: PreviewTab, isScripted: boolean): Promise<readonly string[]> {
    const faults: string[] = [];
    let ran = 0;
    for (const [index, page] of pages.entries()) {
      at().reset();
      await tab.chooseFile(path(index));
      for (const label of ['GPT-5.5', 'Claude Opus 4.7'] satisfies ContenderLabel[]) {
        const frame = await tab.pageFrame(label, path(index));
        // A page that navigates is gone by the time it is clicked; then it had its chance.
        if (page.click !== undefined) await frame.click(page.click, { timeout: 2000 }).catch(() => undefined);
      }
      await pause(timeToTry);
      for (const label of ['GPT-5.5', 'Claude Opus 4.7'] satisfies ContenderLabel[]) {
        const frame = await tab.pageFrame(label, path(index));
        const root = await frame
          .evaluate(() => ({ ...document.documentElement.dataset }))
          .catch(() => ({}) as Partial<DOMStringMap>);
        if (root['escaped'] !== undefined) faults.push(`${page.name}: got at ${root['escaped']}`);
        if (!isScripted && root['ran'] !== undefined) faults.push(`${page.name}: its script ran`);
        if (root['ran'] !== undefined) ran += 1;
      }
      faults.push(
        ...at()
          .hits()
          .map((hit) => `${page.name}: ${hit}`),
      );
    }
    if (isScripted) assert.ok(ran >= pages.filter(({ html }) => html.includes('dataset.ran')).length, `${ran} ran`);
    assert.equal(await tab.main.getByText('owned').count(), 0);
    return faults;
  }

  /** Waits until no page runs scripts any more, and the person was told why. */
  async function waitUntilStopped(): Promise<void> {
    await waitUntil('the pages to be stopped', async () => {
      try {
        const tab = new PreviewTab(await workbench().webview('Preview shop.txt'));
        const isTold = (await tab.main.getByText(/did not respond any more/).count()) === 1;
        return isTold && (await tab.main.getByRole('button', { name: /^Stop / }).count()) === 0 ? true : undefined;
      } catch {
        // A stuck page gives way to a new tab just then.
        return undefined;
      }
    });
  }

  it('reach nothing and nobody without scripts', async () => {
    await storeKeys(workbench());
    const files = [
      ...pages.map(({ html }, index) => ({ kind: 'create', path: path(index), text: html }) as const),
      { kind: 'create', path: 'pages/endless.html', text: endless } as const,
      { kind: 'create', path: 'pages/hungry.html', text: hungry } as const,
    ];
    await writeInto(workbench(), 'src/shop.txt', 'A shop.\n');
    orderEdits(wire(), files, files);
    await workbench().editor.open('src/shop.txt');
    await workbench().run('Tiebreak: Compare fix with both models');
    const comparison = await ComparisonTab.of(workbench(), 'Fix shop.txt');
    await comparison.waitUntilDone();
    await workbench().run('Tiebreak: Open preview');
    const tab = await PreviewTab.of(workbench(), 'shop.txt');
    const faults = await tryAll(tab, false);
    console.log(`      without scripts: ${faults.length} hits / ${2 * pages.length} runs`);
    assert.deepEqual(faults, []);
  }).timeout(400_000);

  it('reach nothing and nobody with their scripts running', async () => {
    const first = await PreviewTab.of(workbench(), 'shop.txt');
    const withScripts = pages.findIndex(({ name }) => name === 'fetch');
    await first.chooseFile(path(withScripts));
    await first.pageFrame('GPT-5.5', path(withScripts));
    await first.press('Run scripts of GPT-5.5’s page');
    const { dialog } = workbench();
    await dialog.box.waitFor();
    assert.match(await dialog.text(), /A model wrote them.*host name.*bare connection/);
    await dialog.press(/Don’t Ask/);
    const second = await PreviewTab.offering(workbench(), 'shop.txt', 'Stop GPT-5.5’s page');
    await second.press('Run scripts of Claude Opus 4.7’s page');
    const tab = await PreviewTab.offering(workbench(), 'shop.txt', 'Stop Claude Opus 4.7’s page');
    const tabs = workbench().context.pages().length;
    const faults = await tryAll(tab, true);
    // The known limit, which is told before scripts run: where a page may not go, browsers connect ahead of time. Nothing
    // in a frame of no origin hears of it first: `navigation` has no events there, and `beforeunload` none without a body.
    const known = new Set(pages.filter(({ leaves }) => leaves).map(({ name }) => `${name}: connection`));
    const bare = faults.filter((fault) => known.has(fault));
    const told = `${faults.length} hits, ${bare.length} of them a bare connection`;
    console.log(`      with scripts: ${told} / ${2 * pages.length} runs`);
    assert.deepEqual(
      faults.filter((fault) => !known.has(fault)),
      [],
    );
    assert.equal(workbench().context.pages().length, tabs, 'windows');
    await workbench().screenshot('preview-hostile');
  }).timeout(400_000);

  it('are stopped when they never end, and leave the panel usable', async () => {
    const first = await PreviewTab.of(workbench(), 'shop.txt');
    assert.equal(await first.main.getByText(/did not respond any more/).count(), 0);
    assert.equal(await first.main.getByRole('button', { name: /^Stop / }).count(), 2);
    await first.chooseFile('pages/endless.html');
    // Both sides show it, and both are stopped, the second one at the latest when it was tried again.
    await waitUntilStopped();
    const tab = await PreviewTab.of(workbench(), 'shop.txt');
    await tab.chooseFile('pages/endless.html');
    await tab.page('GPT-5.5').getByRole('heading', { name: 'Endless' }).waitFor();
    await workbench().screenshot('preview-stopped');
  });

  it('are stopped when they eat memory without end, and leave the panel usable', async () => {
    const first = await PreviewTab.of(workbench(), 'shop.txt');
    await first.chooseFile('pages/hungry.html');
    await first.pageFrame('GPT-5.5', 'pages/hungry.html');
    await first.press('Run scripts of GPT-5.5’s page');
    await PreviewTab.offering(workbench(), 'shop.txt', 'Stop GPT-5.5’s page');
    await waitUntilStopped();
    const tab = await PreviewTab.of(workbench(), 'shop.txt');
    await tab.page('GPT-5.5').getByRole('heading', { name: 'Hungry' }).waitFor();
    await tab.press('375 pixels');
  });

  it('reach the canaries where nothing holds them', async () => {
    // A browser of its own: what such pages do to one outside of any frame stays with it.
    const browser = await launchBrowser();
    const free = await startCanaries();
    const reaching = hostilePages(free).filter(({ reaches }) => reaches);
    const silent: string[] = [];
    for (const page of reaching) {
      free.reset();
      const tab = await browser.context.newPage();
      // A page of the canaries' own host, with the hostile text in it: no policy, no sandbox, nothing taken out.
      await tab.route('**/hostile-page', (route) => route.fulfill({ contentType: 'text/html', body: page.html }));
      await tab.goto(`${free.http}hostile-page`).catch(() => undefined);
      if (page.click !== undefined) await tab.click(page.click, { timeout: 2000 }).catch(() => undefined);
      for (let turn = 0; turn < 20 && free.hits().length === 0; turn += 1) await pause(150);
      if (free.hits().length === 0) silent.push(page.name);
      await tab.close();
    }
    await free.close();
    await browser.close();
    console.log(`      control: ${reaching.length - silent.length} of ${reaching.length} pages reached a canary`);
    assert.deepEqual(silent, []);
  }).timeout(240_000);
});
