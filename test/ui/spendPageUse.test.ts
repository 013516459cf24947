import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';
import { SpendPage } from './gallery/spendPage.ts';
import { picturedRequest } from './gallery/spendRequests.ts';
import { spendScenes } from './gallery/spendScenes.ts';
import { eventually } from './workbench/eventually.ts';
import { waitUntil } from './workbench/waitUntil.ts';

function viewOf(name: string) {
  const view = spendScenes.find((scene) => scene.name === name)?.view;
  assert.ok(view !== undefined, name);
  return view;
}

describe('The dashboard in use', () => {
  let browser: LaunchedBrowser;
  let spend: SpendPage;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  /** The page may not have complained about anything. */
  afterEach(async () => {
    const { faults } = spend;
    await spend.close();
    assert.deepEqual(faults, []);
  });
  after(() => browser.close());

  const open = async (name: string, themeName = 'dark') => {
    const theme = galleryThemes.find((one) => one.name === themeName);
    assert.ok(theme !== undefined, themeName);
    const size = { width: 1000, height: 860 };
    spend = await SpendPage.open({ context: browser.context, theme, size, dist: galleryFolders.dist });
    const view = viewOf(name);
    await spend.show(view);
    return { page: spend.page, view };
  };
  const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
  const posted = async () => JSON.stringify((await spend.posted()).filter(({ type }) => type === 'filters-changed'));

  it('takes no date that is still being typed, and is not dimmed for one that is refused', async () => {
    const { page } = await open('spend-year');
    const from = page.getByLabel('From', { exact: true });
    await from.focus();
    await page.keyboard.type('10012020');
    const days = [...(await posted()).matchAll(/"from":"([^"]+)"/g)].map(([, day]) => day ?? '');
    assert.equal(days.at(-1), '2020-10-01');
    assert.deepEqual(
      days.filter((day) => day < '2000-01-01'),
      [],
    );
    await spend.post({ type: 'view-replaced', payload: { view: viewOf('spend-year') } });
    const before = await posted();
    for (const day of ['0002-01-01', '9999-01-01']) {
      await from.fill(day);
      assert.equal(await posted(), before, day);
      await eventually(async () => assert.equal(await page.locator('.report').getAttribute('aria-busy'), 'false'));
    }
    await from.blur();
    await eventually(async () => assert.equal(await from.inputValue(), '2025-11-28'));
  });

  it('puts the focus on the first new row after Show more', async () => {
    const { page, view } = await open('spend-year');
    assert.ok(view.requests.kind === 'told');
    const count = view.requests.rows.length;
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    const rows = [picturedRequest(count), picturedRequest(count + 1)];
    await spend.post({ type: 'requests-added', payload: { filters: view.filters, rows, hasMore: false } });
    assert.equal(await hasFocus(page.locator('.row-toggle').nth(count)), true);
  });

  it('puts the focus on the heading where the button that was pressed is gone', async () => {
    const { page } = await open('spend-filtered-to-nothing');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    assert.equal(await hasFocus(page.getByRole('heading', { name: 'Requests, the latest first' })), true);
    await spend.post({ type: 'view-replaced', payload: { view: viewOf('spend-unreadable') } });
    await page.getByText('The ledger cannot be read (database is locked).').waitFor();
    await page.getByRole('button', { name: 'Read again' }).click();
    assert.equal(await hasFocus(page.getByRole('heading', { name: 'Spend', level: 1 })), true);
    assert.deepEqual((await spend.posted()).at(-1), { type: 'report-asked', payload: {} });
  });

  it('says in one lasting place what came of a choice', async () => {
    const { page, view } = await open('spend-month');
    const status = page.getByRole('status');
    await page.getByRole('combobox', { name: 'Outcome', exact: true }).selectOption({ label: 'Failed' });
    await waitUntil('nothing to be said', async () => ((await status.innerText()) === '' ? true : undefined));
    const filters = { ...view.filters, outcome: 'failed' as const };
    await spend.post({ type: 'report-changed', payload: { filters, report: view.report } });
    assert.equal(await status.innerText(), '', 'the list is not there yet');
    const requests = { kind: 'told', rows: [picturedRequest(6)], hasMore: false } as const;
    await spend.post({ type: 'requests-changed', payload: { filters, requests } });
    const said = await waitUntil('the outcome', async () => (await status.innerText()) || undefined);
    assert.match(said, /^\d+ requests, \$24\.19.*; 1 listed$/);
    await page.getByRole('button', { name: /^Details of the request of .*, gpt-5\.5, Fix$/ }).waitFor();
  });

  it('is where it was scrolled to when a page that was loaded again is filled late', async () => {
    const { page, view } = await open('spend-year');
    await page.evaluate(() => window.scrollTo(0, 600));
    await page.waitForFunction(() => (sessionStorage.getItem('state') ?? '').includes('"scrollTop":600'));
    await spend.reload({ ...view, report: { kind: 'loading' }, requests: { kind: 'loading' } });
    const filters = { ...view.filters, scripted: true };
    await page.getByRole('combobox', { name: 'Period', exact: true }).selectOption({ label: 'Everything' });
    await page.waitForFunction(() => (sessionStorage.getItem('state') ?? '').includes('everything'));
    const kept = await page.evaluate(() => sessionStorage.getItem('state') ?? '');
    assert.match(kept, /"scrollTop":600/, 'not forgotten while there is nothing to scroll');
    await spend.post({ type: 'view-replaced', payload: { view: { ...view, filters, requests: { kind: 'loading' } } } });
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await spend.post({ type: 'requests-changed', payload: { filters, requests: view.requests } });
    await page.waitForFunction(() => window.scrollY === 600);
  });

  it('dims what is read anew, but not in high contrast', async () => {
    for (const [theme, opacity] of [
      ['dark', '0.55'],
      ['high-contrast', '1'],
    ] as const) {
      const { page } = await open('spend-month', theme);
      await page.getByRole('combobox', { name: 'Outcome', exact: true }).selectOption({ label: 'Failed' });
      const section = page.locator('.report[aria-busy="true"] > section').first();
      assert.equal(await section.evaluate((element) => getComputedStyle(element).opacity), opacity, theme);
      if (theme === 'dark') await spend.close();
    }
  });

  it('offers what helps with budgets that cannot be kept', async () => {
    const { page } = await open('spend-budgets-unknowable');
    await page.getByText(/^This month’s budget of \$40\.00 cannot be kept: .* damaged ledger\.$/).waitFor();
    await page.getByText(/^Today’s budget of \$5\.00 cannot be kept: .* no upper bound\.$/).waitFor();
    assert.equal(await page.locator('.budget strong').count(), 0);
    for (const [name, action] of [
      ['Go on without it', 'accept-loss'],
      ['Change budgets…', 'change-budget'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      assert.deepEqual((await spend.posted()).at(-1), { type: 'action-chosen', payload: { action } });
    }
  });
});
