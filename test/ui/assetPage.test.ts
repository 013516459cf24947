import assert from 'node:assert/strict';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { accessibilityViolations } from './gallery/accessibility.ts';
import { AssetGalleryPage } from './gallery/assetGalleryPage.ts';
import { type AssetScene, assetScenes } from './gallery/assetScenes.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { type GalleryTheme, galleryThemes } from './gallery/galleryThemes.ts';

const [dark] = galleryThemes;

function sceneNamed(name: string): AssetScene {
  const scene = assetScenes.find((each) => each.name === name);
  assert.ok(scene !== undefined, name);
  return scene;
}

describe('The panel of an image asset by itself', () => {
  let browser: LaunchedBrowser;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const open = (theme: GalleryTheme | undefined, width: number) => {
    assert.ok(theme !== undefined);
    const size = { width, height: 860 };
    return AssetGalleryPage.open({ context: browser.context, theme, size, dist: galleryFolders.dist });
  };
  const eachScene = async (
    theme: GalleryTheme | undefined,
    width: number,
    look: (panel: AssetGalleryPage, name: string) => Promise<void>,
  ) => {
    for (const scene of assetScenes) {
      const panel = await open(theme, width);
      await panel.showScene(scene);
      await look(panel, scene.name);
      assert.deepEqual(panel.faults, [], scene.name);
      await panel.close();
    }
  };

  for (const theme of galleryThemes) {
    it(`breaks no rule of accessibility in any state (${theme.name})`, async () => {
      const found: string[] = [];
      await eachScene(theme, 1100, async ({ page }, name) => {
        // The tab above the panel is its heading; `Save…` is followed by whose picture it is.
        const rules = ['page-has-heading-one', 'label-content-name-mismatch', 'scrollable-region-focusable'];
        const violations = await accessibilityViolations(page, {
          rules,
          ownColours: [],
          coloursOnly: theme !== dark,
        });
        found.push(...violations.map((violation) => `${name}: ${violation}`));
      });
      assert.deepEqual(found, []);
    });
  }

  it('never scrolls sideways, down to 300 pixels', async () => {
    await eachScene(dark, 300, async ({ page }, name) => {
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(beyond <= 0, `${name} is wider by ${beyond}`);
    });
  });

  it('never loses the focus to what is gone: the form once it is sent, a button whose work is done', async () => {
    const panel = await open(dark, 1100);
    const { page, main } = panel;
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className);
    const show = (name: string) =>
      panel.post('view-replaced', { view: { ...sceneNamed(name).view, assetId: 'the same' } });
    await panel.showScene(sceneNamed('asset-draft'));
    await main.getByRole('textbox').press('Control+Enter');
    await show('asset-waiting');
    assert.equal(await focused(), 'instruction');
    await main.getByRole('button', { name: 'Cancel Claude Opus 4.7' }).press('Enter');
    const { right } = sceneNamed('asset-cancelled').view;
    await panel.post('side-changed', { view: { ...right, usable: false } });
    assert.equal(await focused(), 'Claude Opus 4.7’s picture');
    // What the person left by themselves is not taken back to.
    await main.getByRole('button', { name: 'Cancel GPT-5.5' }).focus();
    await main.locator('.instruction').click();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await show('asset-done');
    assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
    await panel.close();
  });
});
