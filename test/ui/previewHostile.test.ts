import assert from 'node:assert/strict';
import { type BrowserOptions, launchBrowser } from '../vscode/launchBrowser.ts';
import { type Canaries, startCanaries } from './preview/canaries.ts';
import { hostileComponents } from './preview/hostileComponents.ts';
import type { HostilePage } from './preview/hostilePage.ts';
import { hostilePages } from './preview/hostilePages.ts';
import { HostileTrial, pause } from './preview/hostileTrial.ts';
import { eventually } from './workbench/eventually.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { useWiredWorkbench } from './workbench/wireWorkbench.ts';

/** Stops everything that runs in its process a moment after it is seen. */
const endless =
  '<!doctype html><html lang="en"><title>Endless</title><h1>Endless</h1><script>setTimeout(() => { for (;;) {} }, 300)</script></html>';

/**
 * Takes a gigabyte and more, and goes on asking for it until it is stopped. Not until its process dies of it: whoever
 * drives the browser takes that for the end of the whole window.
 */
const hungry =
  '<!doctype html><html lang="en"><title>Hungry</title><h1>Hungry</h1><script>const kept = []; setTimeout(() => { for (let at = 0; ; at = (at + 1) % 80) kept[at] = new Array(2e6).fill(Math.random()); }, 300)</script></html>';

/** What a whole browser is tried with, beside what leads its frame elsewhere: one page of each kind. */
const kinds =
  /^(?:hints|anchor-click|form-click|fetch|new-image|new-hints|popup|form-script|link-.*|realm-.*|import-map|peer-connection|doors-tsx)$/;

/** A window with a trial of these pages in it, and canaries, for the tests of the surrounding `describe`. */
function useTrial(program: BrowserOptions['program'], chosen: (page: HostilePage) => boolean) {
  const { workbench, wire } = useWiredWorkbench({
    viewport: { width: 1700, height: 1000 },
    settings: { 'tiebreak.preview.scripts': 'everywhere' },
    program,
  });
  let canaries: Canaries | undefined;
  let trial: HostileTrial | undefined;
  before(async () => {
    canaries = await startCanaries();
    const pages = [...hostilePages(canaries), ...hostileComponents(canaries)].filter(chosen);
    trial = new HostileTrial(workbench(), canaries, pages);
  });
  after(async () => canaries?.close());
  return {
    workbench,
    wire,
    trial: () => {
      if (trial === undefined) throw new Error('The trial is there only while tests run.');
      return trial;
    },
  };
}

/**
 * Shows pages in a browser of its own without anything that would hold them, and gives those that reach no canary. What
 * such pages do to a browser outside of any frame stays with it.
 */
async function tryFreely(program: BrowserOptions['program'], chosen: (page: HostilePage) => boolean): Promise<void> {
  const browser = await launchBrowser({ program });
  const free = await startCanaries();
  const reaching = hostilePages(free).filter((page) => page.reaches && chosen(page));
  const silent: string[] = [];
  for (const page of reaching) {
    free.reset();
    const tab = await browser.context.newPage();
    // A page of the canaries' own host, with the hostile text in it: no policy, no sandbox, nothing taken out.
    await tab.route('**/hostile-page', (route) => route.fulfill({ contentType: 'text/html', body: page.text }));
    await tab.goto(`${free.http}hostile-page`).catch(() => undefined);
    if (page.click !== undefined) await tab.click(page.click, { timeout: 2000 }).catch(() => undefined);
    for (let turn = 0; turn < 20 && free.hits().length === 0; turn += 1) await pause(150);
    if (free.hits().length === 0) silent.push(page.name);
    // The shell does not always close a page that posts a form. What is left of it goes with the browser.
    await Promise.race([tab.close(), pause(1000)]);
  }
  await free.close();
  await browser.close();
  console.log(`      control: ${reaching.length - silent.length} of ${reaching.length} pages reached a canary`);
  assert.deepEqual(silent, []);
}

// VS Code as an app of its own is Electron, which is made of the same layer as the headless shell: the engine without
// what Chrome has around it. What holds there holds without exception.
describe('Hostile pages in the preview', () => {
  const { workbench, wire, trial } = useTrial('shell', () => true);

  it('reach nothing and nobody without scripts', async () => {
    const tab = await trial().open(wire());
    const faults = await trial().tryAll(tab, false);
    console.log(`      without scripts: ${faults.length} hits / ${trial().runs} runs`);
    assert.deepEqual(faults, []);
  }).timeout(400_000);

  it('reach nothing and nobody with their scripts running', async () => {
    const tab = await trial().runScripts();
    const windows = workbench().context.pages().length;
    const faults = await trial().tryAll(tab, true);
    console.log(`      with scripts: ${faults.length} hits / ${trial().runs} runs`);
    assert.deepEqual(faults, []);
    assert.equal(workbench().context.pages().length, windows, 'windows');
    await workbench().screenshot('preview-hostile');
  }).timeout(400_000);

  it('reach the canaries where nothing holds them', () => tryFreely('shell', () => true)).timeout(240_000);
});

describe('Hostile pages in the preview of a whole browser', () => {
  const chosen = ({ name, leaves }: HostilePage) => leaves || kinds.test(name);
  const { workbench, wire, trial } = useTrial('browser', chosen);

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

  it('reach nothing and nobody with their scripts running, but for a bare connection where one leads its frame', async () => {
    await trial().open(wire(), { 'pages/endless.html': endless, 'pages/hungry.html': hungry });
    const tab = await trial().runScripts();
    const windows = workbench().context.pages().length;
    const faults = await trial().tryAll(tab, true);
    // The known limit, which is told before scripts run: where a page may not go, browsers connect ahead of time. Nothing
    // in a frame of no origin could keep its script from `location`, which no script can put anything in the place of:
    // `navigation` has no events there, and what `beforeunload` says counts for nothing in a sandbox.
    const leaving = trial().pages.filter(({ leaves }) => leaves);
    const known = new Set(leaving.map(({ name }) => `${name}: connection`));
    const bare = faults.filter((fault) => known.has(fault));
    const told = `${faults.length} hits, ${bare.length} of them a bare connection`;
    console.log(`      in a whole browser, with scripts: ${told} / ${trial().runs} runs`);
    assert.deepEqual(
      faults.filter((fault) => !known.has(fault)),
      [],
    );
    assert.equal(workbench().context.pages().length, windows, 'windows');
  }).timeout(240_000);

  // After all the others: what they tried must not keep a process alive that is stuck.
  it('are stopped when they never end, and leave the panel usable', async () => {
    const first = await PreviewTab.of(workbench(), 'shop.txt');
    assert.equal(await first.main.getByText(/did not respond any more/).count(), 0);
    await eventually(async () => assert.equal(await first.main.getByRole('button', { name: /^Stop / }).count(), 2));
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

  it('reach the canaries where nothing holds them', () => tryFreely('browser', chosen)).timeout(240_000);
});
