import assert from 'node:assert/strict';
import { faultyPricing, goodPricing, shopStyles } from './preview/pricingPages.ts';
import { orderEdits, writeInto } from './review/invoiceTask.ts';
import { ComparisonTab } from './workbench/comparisonTab.ts';
import { PreviewTab } from './workbench/previewTab.ts';
import { waitUntil } from './workbench/waitUntil.ts';
import { storeKeys, useWiredWorkbench } from './workbench/wireWorkbench.ts';

const path = 'site/pricing.html';

describe('The preview', () => {
  const { workbench, wire } = useWiredWorkbench({
    viewport: { width: 1700, height: 1000 },
    settings: { 'tiebreak.preview.scripts': true },
  });
  const tabOf = () => PreviewTab.of(workbench(), 'shop.txt');

  it('shows both pages side by side, and tells them apart by what is wrong with them', async () => {
    await storeKeys(workbench());
    await writeInto(workbench(), 'site/shop.css', shopStyles);
    await writeInto(workbench(), 'site/shop.txt', 'A page with the prices.\n');
    orderEdits(wire(), [{ kind: 'create', path, text: goodPricing }], [{ kind: 'create', path, text: faultyPricing }]);
    await workbench().editor.open('site/shop.txt');
    await workbench().run('Tiebreak: Compare fix with both models');
    const comparison = await ComparisonTab.of(workbench(), 'Fix shop.txt');
    await comparison.waitUntilDone();
    await comparison.main.getByRole('button', { name: 'Open a preview of both results' }).first().click();
    const tab = await tabOf();
    await tab.page('GPT-5.5').getByRole('heading', { name: 'Plans for every shop' }).waitFor();
    await tab.page('Claude Opus 4.7').getByRole('heading', { name: 'Stall' }).waitFor();
    const font = await (await tab.pageFrame('GPT-5.5', path)).evaluate(
      () => getComputedStyle(document.body).fontFamily,
    );
    assert.match(font, /Georgia/);
    await tab.main.getByText(/^Left: .*, right: .*[1-9]\d* serious/).waitFor();
    const difference = await tab.main.locator('.difference').innerText();
    assert.match(
      difference,
      /^Left: (?:no fault|0 critical · 0 serious), right: [1-9]\d* critical · [1-9]\d* serious \(/,
    );
    assert.match(difference, /color-contrast ×\d/);
    await tab.evidence('GPT-5.5').getByText('Fits at 375 pixels').waitFor();
    await tab
      .evidence('Claude Opus 4.7')
      .getByText(/Overflows at 375 pixels: 1\d\d\d wide/)
      .waitFor();
    await tab
      .evidence('Claude Opus 4.7')
      .getByText(/Not shown.*https:\/\/pictures\.invalid\/stall\.png, market\.png/)
      .waitFor();
    // They would lie over the evidence.
    await workbench().run('Notifications: Clear All Notifications');
    await workbench().screenshot('preview-first');
  });

  it('marks the element at fault', async () => {
    const tab = await tabOf();
    const evidence = tab.evidence('Claude Opus 4.7');
    await evidence.getByText(/color-contrast/).click();
    await evidence
      .getByRole('button', { name: /^Show on the page/ })
      .first()
      .hover();
    const page = tab.page('Claude Opus 4.7');
    await page.locator('#tiebreak-highlight').waitFor();
    await workbench().screenshot('preview-highlight');
    await tab.main.locator('.difference').hover();
    await page.locator('#tiebreak-highlight').waitFor({ state: 'detached' });
  });

  it('gives pages the width that is chosen, and draws them to fit', async () => {
    const tab = await tabOf();
    const frame = await tab.pageFrame('Claude Opus 4.7', path);
    for (const width of [375, 768, 1280]) {
      await tab.press(`${width} pixels`);
      await waitUntil(`a width of ${width}`, async () =>
        (await frame.evaluate(() => window.innerWidth)) === width ? true : undefined,
      );
    }
    const box = await tab.side('Claude Opus 4.7').locator('.stage').boundingBox();
    const room = await tab.side('Claude Opus 4.7').locator('.viewport').boundingBox();
    assert.ok(box !== null && room !== null && box.width <= room.width + 1, 'drawn to fit');
    await workbench().screenshot('preview-1280');
    await tab.press('Free');
  });

  it('shows them dark, right to left, and as they are', async () => {
    const tab = await tabOf();
    const style = async () =>
      (await tab.pageFrame('GPT-5.5', path)).evaluate(() => ({
        background: getComputedStyle(document.body).backgroundColor,
        direction: getComputedStyle(document.body).direction,
      }));
    const waitFor = (background: string, direction: string) =>
      waitUntil(`${background} ${direction}`, async () => {
        const now = await style().catch(() => null);
        return now?.background === background && now.direction === direction ? true : undefined;
      });
    await tab.main.getByRole('combobox', { name: 'Colours' }).selectOption({ label: 'Dark' });
    await waitFor('rgb(22, 25, 29)', 'ltr');
    await tab.main.getByRole('checkbox', { name: 'Right to left' }).check();
    await waitFor('rgb(22, 25, 29)', 'rtl');
    await workbench().screenshot('preview-page-dark-rtl');
    await tab.main.getByRole('checkbox', { name: 'Right to left' }).uncheck();
    await tab.main.getByRole('combobox', { name: 'Colours' }).selectOption({ label: 'Light' });
    await waitFor('rgb(251, 250, 247)', 'ltr');
  });

  it('runs a page’s scripts when the person agrees to what that means, and stops them', async () => {
    const first = await tabOf();
    // The page without scripts offers nothing to run.
    assert.equal(await first.main.getByRole('button', { name: 'Run scripts of GPT-5.5’s page' }).count(), 0);
    await first.press('Run scripts of Claude Opus 4.7’s page');
    const { dialog } = workbench();
    await dialog.box.waitFor();
    await dialog.press('Run scripts');
    const second = await PreviewTab.offering(workbench(), 'shop.txt', 'Stop Claude Opus 4.7’s page');
    const page = second.page('Claude Opus 4.7');
    await page.getByRole('heading', { name: 'Made by a script' }).waitFor();
    await page.locator('button').click();
    await page.getByText('Clicked').waitFor();
    await second.evidence('Claude Opus 4.7').getByText('1 console message').waitFor();
    await workbench().screenshot('preview-scripts');
    await second.press('Stop Claude Opus 4.7’s page');
    const third = await PreviewTab.offering(workbench(), 'shop.txt', 'Run scripts of Claude Opus 4.7’s page');
    await third.page('Claude Opus 4.7').getByRole('heading', { name: 'Stall' }).waitFor();
  });

  it('is drawn in the colours of each theme, and in a narrow window', async () => {
    for (const theme of ['light', 'high-contrast-dark', 'high-contrast-light', 'dark'] as const) {
      await workbench().setTheme(theme);
      const tab = await tabOf();
      await tab.page('GPT-5.5').getByRole('heading', { name: 'Plans for every shop' }).waitFor();
      await tab.main.getByText(/^Left: .*, right: /).waitFor();
      await workbench().screenshot(`preview-${theme}`);
    }
    const { page } = workbench();
    await page.setViewportSize({ width: 760, height: 1000 });
    const tab = await tabOf();
    const [left, right] = await Promise.all([
      tab.side('GPT-5.5').boundingBox(),
      tab.side('Claude Opus 4.7').boundingBox(),
    ]);
    assert.ok(left !== null && right !== null && right.y >= left.y + left.height - 1, 'one below the other');
    await workbench().screenshot('preview-narrow');
    await page.setViewportSize({ width: 1700, height: 1000 });
  });

  it('goes on in the comparison, and closes with it', async () => {
    const tab = await tabOf();
    await tab.press('Show comparison');
    const comparison = await ComparisonTab.of(workbench(), 'Fix shop.txt');
    await comparison.button('Accept all from GPT-5.5').waitFor();
    await workbench().run('View: Close Editor');
    await waitUntil('the preview to close', async () =>
      (await workbench().page.locator('.tab').filter({ hasText: 'Preview shop.txt' }).count()) === 0 ? true : undefined,
    );
  });
});
