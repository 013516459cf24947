import assert from 'node:assert/strict';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { postToPage } from './gallery/builtPage.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';
import { PreviewGalleryPage } from './gallery/previewGalleryPage.ts';
import { previewScenes } from './gallery/previewScenes.ts';
import { waitUntil } from './workbench/waitUntil.ts';

describe('The preview by keyboard and ear', () => {
  let browser: LaunchedBrowser;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const sceneNamed = (name: string) => {
    const scene = previewScenes.find((each) => each.name === name);
    assert.ok(scene !== undefined, name);
    return scene;
  };
  const open = async (name: string, width = 1100) => {
    const theme = galleryThemes.find((each) => each.name === 'dark');
    assert.ok(theme !== undefined);
    const size = { width, height: 860 };
    const preview = await PreviewGalleryPage.open({
      context: browser.context,
      theme,
      size,
      dist: galleryFolders.dist,
    });
    await preview.showScene(sceneNamed(name));
    return preview;
  };
  /** By what a screen reader would say first. */
  const focused = ({ page }: PreviewGalleryPage) =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (element === null) return '';
      const name = element.getAttribute('aria-label') ?? element.getAttribute('title');
      return name ?? element.closest('label')?.innerText ?? element.textContent ?? '';
    });

  it('goes through the controls in the order in which they stand', async () => {
    const preview = await open('preview-component');
    const passed: string[] = [];
    for (let step = 0; step < 11; step += 1) {
      await preview.page.keyboard.press('Tab');
      passed.push((await focused(preview)).split('\n')[0] ?? '');
    }
    assert.deepEqual(passed, [
      '375 pixels',
      '768 pixels',
      '1280 pixels',
      'Free',
      'Side by side',
      'Slider',
      'Data',
      'View',
      'Show comparison',
      'Picture of GPT-5.5’s page',
      'GPT-5.5: site/pricing.html',
    ]);
    await preview.close();
  });

  it('moves the slider by arrow keys and says how much is seen of each', async () => {
    const preview = await open('preview-slider');
    const slider = preview.main.getByRole('slider');
    await slider.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowRight']) await slider.press(key);
    assert.equal(await slider.getAttribute('aria-valuetext'), 'GPT-5.5: 52%, Claude Opus 4.7: 48%');
    await preview.close();
  });

  it('turns from tab to tab by arrow keys in a narrow window, and out of sight nothing has the focus', async () => {
    const preview = await open('preview-two', 320);
    const tabs = preview.main.getByRole('tab');
    await tabs.first().focus();
    await preview.page.keyboard.press('ArrowRight');
    assert.equal(await focused(preview), 'Claude Opus 4.7');
    await preview.page.keyboard.press('Tab');
    assert.equal(await focused(preview), 'Picture of Claude Opus 4.7’s page');
    await preview.close();
  });

  it('marks an element at fault for the keyboard as for the mouse', async () => {
    const preview = await open('preview-two');
    const evidence = preview.main.getByRole('region', { name: 'Evidence about Claude Opus 4.7’s page' });
    const fault = evidence.locator('.fault').first();
    await fault.locator('summary').press('Enter');
    await preview.page.keyboard.press('Tab');
    assert.match(await focused(preview), /^Show on the page: /);
    const page = preview.main.locator('.side.right .stage iframe').contentFrame();
    await page.locator('#tiebreak-highlight').waitFor();
    await preview.page.keyboard.press('Shift+Tab');
    await page.locator('#tiebreak-highlight').waitFor({ state: 'detached' });
    await preview.close();
  });

  it('closes menus on Escape and gives the focus back', async () => {
    const preview = await open('preview-two');
    for (const menu of ['.view-menu', '.side.right .folding-menu']) {
      const summary = preview.main.locator(`${menu} > summary`);
      await summary.press('Enter');
      await preview.main.locator(`${menu}[open]`).waitFor();
      const name = await focused(preview);
      await preview.page.keyboard.press('Tab');
      assert.notEqual(await focused(preview), name);
      await preview.page.keyboard.press('Escape');
      assert.equal(await preview.main.locator('.folding-menu[open]').count(), 0);
      assert.equal(await focused(preview), name);
    }
    await preview.close();
  });

  it('finds the button for scripts again when the page came anew because of them', async () => {
    const preview = await open('preview-scripts');
    await preview.main.getByRole('button', { name: 'Run scripts of GPT-5.5’s page' }).press('Enter');
    await preview.page.reload();
    const scene = sceneNamed('preview-scripts');
    const { left } = scene;
    await preview.showScene({ ...scene, left: { ...left, page: { runsScripts: true } } });
    assert.equal(await focused(preview), 'Stop GPT-5.5’s page');
    await preview.main.getByRole('button', { name: 'Free', exact: true }).focus();
    await preview.page.reload();
    await preview.showScene(scene);
    assert.equal(await preview.page.evaluate(() => document.activeElement === document.body), true);
    await preview.close();
  });

  it('says nothing while an answer is written, however often its page changes or has a mistake', async () => {
    const preview = await open('preview-waiting');
    const { page } = preview;
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
        new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      }
    });
    const before = await page.locator('[role=status], [role=alert], [aria-live]').count();
    const view = await preview.viewOf(sceneNamed('preview-waiting'));
    for (let revision = 2; revision < 6; revision += 1) {
      const fault = revision % 2 === 0 ? { message: `Unexpected token ${revision}`, line: revision } : null;
      const { right } = view;
      assert.ok(right.page.kind === 'page');
      const changed = { ...right, page: { ...right.page, revision, fault } };
      await postToPage(page, { type: 'side-changed', payload: { view: changed } });
    }
    await waitUntil('the last page to be shown', async () =>
      (await page.locator('.side.right .stage iframe:not(.loading)').count()) === 1 ? true : undefined,
    );
    assert.equal(await page.locator('[role=status], [role=alert], [aria-live]').count(), before);
    const said = () =>
      page.evaluate(() => (window as unknown as { said: string[] }).said.filter((text) => text !== ''));
    assert.deepEqual(await said(), []);
    const { right } = view;
    const ended = { ...right, underWay: false, status: 'done', page: { ...right.page, revision: 7, complete: true } };
    await postToPage(page, { type: 'side-changed', payload: { view: ended } });
    assert.deepEqual(new Set(await said()), new Set(['Complete']));
    await preview.close();
  });
});
