import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../vscode/projectFolder.ts';
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
    settings: { 'tiebreak.preview.scripts': 'everywhere' },
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
    assert.match(difference, /contrast ×\d/);
    const facts = await tab.evidence('Claude Opus 4.7').locator('.facts').innerText();
    assert.match(facts, /Answered in [\d.]+ s\s+Cost: \$0\.\d{4}/);
    assert.match(facts, /Contrast: \d+ elements too faint/);
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
    await tab.unfoldView();
    await tab.main.getByRole('combobox', { name: 'Colours' }).selectOption({ label: 'Dark' });
    await waitFor('rgb(22, 25, 29)', 'ltr');
    await tab.main.getByRole('checkbox', { name: 'Right to left' }).check();
    await waitFor('rgb(22, 25, 29)', 'rtl');
    await workbench().screenshot('preview-page-dark-rtl');
    await tab.unfoldView();
    await tab.main.getByRole('checkbox', { name: 'Right to left' }).uncheck();
    await tab.main.getByRole('combobox', { name: 'Colours' }).selectOption({ label: 'Light' });
    await waitFor('rgb(251, 250, 247)', 'ltr');
    await workbench().page.keyboard.press('Escape');
    await tab.main.getByRole('checkbox', { name: 'Right to left' }).waitFor({ state: 'hidden' });
  });

  it('lays them over each other up to a slider, and scrolls both', async () => {
    const tab = await tabOf();
    await tab.press('Slider');
    const slider = tab.main.getByRole('slider', { name: 'Where the two pages meet' });
    await slider.focus();
    await workbench().page.keyboard.press('Home');
    await waitUntil('the slider to say how much is seen', async () =>
      (await slider.getAttribute('aria-valuetext')) === 'GPT-5.5: 0%, Claude Opus 4.7: 100%' ? true : undefined,
    );
    for (let turn = 0; turn < 30; turn += 1) await workbench().page.keyboard.press('ArrowRight');
    const boxes = await Promise.all(
      (['GPT-5.5', 'Claude Opus 4.7'] as const).map((label) => tab.side(label).locator('.viewport').boundingBox()),
    );
    assert.deepEqual(boxes[0], boxes[1]);
    const clip = () =>
      tab
        .side('Claude Opus 4.7')
        .locator('.viewport')
        .evaluate((viewport) => getComputedStyle(viewport).clipPath);
    assert.equal(await clip(), 'inset(0px 0px 0px 30%)');
    await workbench().screenshot('preview-slider');
    const [left, right] = await Promise.all([tab.pageFrame('GPT-5.5', path), tab.pageFrame('Claude Opus 4.7', path)]);
    // Both are longer than their place.
    for (const frame of [left, right]) await frame.evaluate(() => (document.body.style.minHeight = '3000px'));
    await left.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await waitUntil('the other page to follow', async () =>
      (await right.evaluate(() => window.scrollY > 0)) ? true : undefined,
    );
    await tab.press('Side by side');
  });

  it('puts a picture of a page on the clipboard, and saves one where the person says', async () => {
    const { context, page } = workbench();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const tab = await tabOf();
    await tab.unfoldPicture('GPT-5.5');
    await tab.press('Copy picture of GPT-5.5’s page');
    await tab.side('GPT-5.5').getByText('Copied', { exact: true }).waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
      return { width: picture.width, height: picture.height };
    });
    // As wide as its place and as high as the whole page, in double resolution.
    assert.ok(copied.width > 600 && copied.height >= 6000, JSON.stringify(copied));
    await tab.unfoldPicture('Claude Opus 4.7');
    await tab.press('Save picture… of Claude Opus 4.7’s page');
    const { quickInput } = workbench();
    await quickInput.input.waitFor();
    await quickInput.waitForValue(/pricing-Claude-Opus-4\.7\.png$/);
    const place = join(workbench().workspaceFolder, 'site/faulty.png');
    // Without its ending, which it gets all the same.
    await quickInput.answer(place.replace(/\.png$/, ''));
    await workbench().notifications.waitFor('Picture saved as site/faulty.png.');
    const saved = await readFile(place);
    assert.equal(saved.subarray(1, 4).toString('latin1'), 'PNG');
    // A page that is 1,148 pixels wide, in double resolution.
    assert.ok(saved.readUInt32BE(16) > 2000, `${saved.readUInt32BE(16)} wide`);
    await writeFile(join(projectFolder, 'out/screenshots/preview-picture.png'), saved);
    await workbench().run('Notifications: Clear All Notifications');
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

  it('remembers in this workspace that it need not ask, until that is taken back', async () => {
    const first = await tabOf();
    const { dialog, notifications } = workbench();
    await first.press('Run scripts of Claude Opus 4.7’s page');
    await dialog.press('Run, and Don’t Ask in This Workspace');
    const second = await PreviewTab.offering(workbench(), 'shop.txt', 'Stop Claude Opus 4.7’s page');
    await second.press('Stop Claude Opus 4.7’s page');
    const third = await PreviewTab.offering(workbench(), 'shop.txt', 'Run scripts of Claude Opus 4.7’s page');
    await third.press('Run scripts of Claude Opus 4.7’s page');
    await PreviewTab.offering(workbench(), 'shop.txt', 'Stop Claude Opus 4.7’s page');
    await workbench().run('Tiebreak: Forget preview permissions');
    await notifications.waitFor('Forgotten: previewed pages ask again');
    // What ran by that permission was stopped, too.
    const last = await PreviewTab.offering(workbench(), 'shop.txt', 'Run scripts of Claude Opus 4.7’s page');
    await last.press('Run scripts of Claude Opus 4.7’s page');
    await dialog.box.waitFor();
    await dialog.press('Cancel');
    await workbench().run('Notifications: Clear All Notifications');
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
    await tab.main.getByRole('tab', { name: 'Claude Opus 4.7' }).click();
    await tab.page('Claude Opus 4.7').getByRole('heading', { name: 'Stall' }).waitFor();
    await tab.side('GPT-5.5').waitFor({ state: 'hidden' });
    await workbench().page.keyboard.press('ArrowLeft');
    await tab.page('GPT-5.5').getByRole('heading', { name: 'Plans for every shop' }).waitFor();
    await tab.side('Claude Opus 4.7').waitFor({ state: 'hidden' });
    await workbench().screenshot('preview-narrow');
    await page.setViewportSize({ width: 1700, height: 1000 });
  });

  it('stays where it is when another comparison is begun', async () => {
    const { page, explorer } = workbench();
    const tabs = (title: string) => page.locator('.tab').filter({ hasText: title });
    await tabs('Preview shop.txt').click();
    await explorer.chooseFromContextMenu('site/shop.css', 'Compare fix with both models');
    await (await ComparisonTab.of(workbench(), 'Fix shop.css')).waitUntilDone();
    const group = page.locator('.editor-group-container').filter({ has: tabs('Fix shop.css') });
    assert.equal(await group.getByRole('tab', { name: 'Preview shop.txt' }).count(), 1, 'beside the comparisons');
    await tabs('Preview shop.txt').click();
    await tabOf();
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
