import assert from 'node:assert/strict';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { accessibilityViolations } from './gallery/accessibility.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';
import { SpendPage } from './gallery/spendPage.ts';
import { type SpendScene, spendScenes } from './gallery/spendScenes.ts';
import { eventually } from './workbench/eventually.ts';
import { waitUntil } from './workbench/waitUntil.ts';

const [dark] = galleryThemes;

function sceneOf(name: string): SpendScene {
  const scene = spendScenes.find((one) => one.name === name);
  assert.ok(scene !== undefined, name);
  return scene;
}

describe('The dashboard by itself', () => {
  let browser: LaunchedBrowser;
  let opened: SpendPage[] = [];
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  afterEach(() => close());
  after(() => browser.close());

  const open = async (width = 1000, theme = dark) => {
    assert.ok(theme !== undefined);
    const size = { width, height: 860 };
    const spend = await SpendPage.open({ context: browser.context, theme, size, dist: galleryFolders.dist });
    opened.push(spend);
    return spend;
  };

  /** Closes every page; none may have complained about anything. */
  const close = async () => {
    const faults = opened.flatMap((spend) => spend.faults);
    for (const spend of opened) await spend.close();
    opened = [];
    assert.deepEqual(faults, []);
  };

  for (const theme of galleryThemes) {
    it(`breaks no rule of accessibility in any state (${theme.name})`, async () => {
      const found: string[] = [];
      for (const scene of spendScenes) {
        const spend = await open(740, theme);
        await spend.showScene(scene);
        // Since Chromium 130 the keyboard reaches whatever scrolls, and every VS Code that we support is newer.
        const rules = ['scrollable-region-focusable'];
        const violations = await accessibilityViolations(spend.page, {
          rules,
          ownColours: [],
          coloursOnly: theme.name !== 'dark',
        });
        found.push(...violations.map((violation) => `${scene.name}: ${violation}`));
        await close();
      }
      assert.deepEqual(found, []);
    });
  }

  it('never scrolls sideways, down to 320 pixels: what is wider scrolls within itself', async () => {
    for (const width of [320, 700, 1100]) {
      for (const scene of spendScenes) {
        const spend = await open(width);
        await spend.showScene(scene);
        const beyond = await spend.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(beyond <= 0, `${scene.name} at ${width} pixels is wider by ${beyond}`);
        await close();
      }
    }
  });

  it('says in the table below the chart what the bars say, and the same in the chart’s name', async () => {
    const spend = await open();
    await spend.show(sceneOf('spend-month').view);
    const { page } = spend;
    const chart = page.getByRole('img', { name: /^Spend by day, Oct 29, 2026 – Nov 27, 2026: \$24\.19 in all/ });
    await chart.waitFor();
    await page.getByText('Show as table').click();
    const table = page.getByRole('table', { name: 'Spend by day' });
    const headings = await table.getByRole('columnheader').allInnerTexts();
    assert.deepEqual(headings, ['Day', 'gpt-5.5', 'claude-opus-4-7', 'Unknown cost', 'Total']);
    const totals = await table.locator('tbody tr td:last-child').allInnerTexts();
    const cents = totals.reduce((sum, total) => sum + Math.round(Number(total.slice(1)) * 100), 0);
    // Each row was rounded for itself.
    assert.ok(Math.abs(cents - 2419) <= totals.length, `${cents} cents`);
  });

  it('draws the bars anew in the colours of another theme', async () => {
    const spend = await open();
    await spend.show(sceneOf('spend-month').view);
    const pixels = () =>
      spend.page.locator('.chart canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const before = await pixels();
    await spend.page.evaluate(async () => {
      document.documentElement.style.setProperty('--vscode-charts-blue', '#ff00ff');
      for (let turn = 0; turn < 3; turn += 1) await new Promise(requestAnimationFrame);
    });
    assert.notEqual(await pixels(), before);
  });

  it('tells the host what is chosen, and shows earlier figures as such until the new ones are there', async () => {
    const spend = await open();
    const { view } = sceneOf('spend-month');
    await spend.show(view);
    const { page } = spend;
    await page.getByRole('combobox', { name: 'Outcome', exact: true }).selectOption({ label: 'Failed' });
    const filters = { ...view.filters, outcome: 'failed' as const };
    assert.deepEqual((await spend.posted()).at(-1), { type: 'filters-changed', payload: { filters } });
    await page.locator('.report[aria-busy="true"]').waitFor();
    await spend.post({ type: 'report-changed', payload: { filters, report: view.report } });
    await page.locator('.report[aria-busy="false"]').waitFor();
    await page.getByRole('combobox', { name: 'Period', exact: true }).selectOption({ label: 'From … to …' });
    await page.getByLabel('From', { exact: true }).fill('2020-10-01');
    const last = (await spend.posted()).at(-1);
    assert.equal(last?.type, 'filters-changed');
    assert.match(JSON.stringify(last?.payload), /"from":"2020-10-01"/);
  });

  it('opens a request by keyboard, asks once for its usage, and finds it open after a reload', async () => {
    const spend = await open();
    const { view } = sceneOf('spend-month');
    await spend.show(view);
    const { page } = spend;
    const toggle = page.getByRole('button', { name: /Details of the request/ }).nth(1);
    await toggle.focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await toggle.getAttribute('aria-expanded'), 'true'));
    const requestId = view.requests.kind === 'told' ? (view.requests.rows[1]?.requestId ?? '') : '';
    const asked = async () => (await spend.posted()).filter(({ type }) => type === 'raw-asked');
    await waitUntil('the usage to be asked for', async () => ((await asked()).length > 0 ? true : undefined));
    assert.deepEqual(await asked(), [{ type: 'raw-asked', payload: { requestId } }]);
    await spend.post({ type: 'raw-told', payload: { requestId, raw: { kind: 'told', json: '{ "sent": true }' } } });
    await page.getByText('{ "sent": true }').waitFor();
    await page.waitForFunction((id) => (sessionStorage.getItem('state') ?? '').includes(id), requestId);
    await spend.reload(view);
    await eventually(async () => assert.equal(await toggle.getAttribute('aria-expanded'), 'true'));
    // A page that was loaded again has told nothing yet.
    await waitUntil('the usage to be asked for anew', async () => ((await asked()).length > 0 ? true : undefined));
    assert.deepEqual(await asked(), [{ type: 'raw-asked', payload: { requestId } }]);
  });
});
