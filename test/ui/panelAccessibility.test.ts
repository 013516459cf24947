import assert from 'node:assert/strict';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { accessibilityViolations } from './gallery/accessibility.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { GalleryPage } from './gallery/galleryPage.ts';
import { type GalleryScene, galleryScenes } from './gallery/galleryScenes.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';

/** What axe finds in the panel as it is, in words. */
async function violations({ page }: GalleryPage, coloursOnly: boolean): Promise<readonly string[]> {
  // What a bar that stays in sight covers is scrolled from under it by whoever wants it.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('header.task, .narrow-tabs, .rows-bar, footer { position: static !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  return accessibilityViolations(page, {
    rules: [
      // The tab above the panel is its heading.
      'page-has-heading-one',
      // Since Chromium 130 the keyboard reaches whatever scrolls, and every VS Code that we support is newer.
      'scrollable-region-focusable',
      // A pressed button reads “Accepted”, while its name stays what people and scripts know it by.
      'label-content-name-mismatch',
    ],
    // The colours of code are those that the person chose for the editor, on the backgrounds of its diffs.
    ownColours: ['.code', '.plain-code'],
    coloursOnly,
  });
}

describe('The panel for everybody', () => {
  let browser: LaunchedBrowser;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const bring = async (gallery: GalleryPage, { view, press = [], keys = [] }: GalleryScene, id: string) => {
    await gallery.show({ ...view, comparisonId: id });
    for (const name of press) await gallery.page.getByRole('button', { name, exact: true }).click();
    for (const key of keys) await gallery.page.keyboard.press(key);
  };

  for (const theme of galleryThemes) {
    it(`breaks no rule of accessibility in any state (${theme.name})`, async () => {
      const gallery = await GalleryPage.open({
        ...galleryFolders,
        context: browser.context,
        theme,
        size: { width: 740, height: 860 },
      });
      const found: string[] = [];
      // Two hundred hunks are made of the same parts as three.
      for (const scene of galleryScenes.filter(({ name }) => name !== 'two-hundred-hunks')) {
        await bring(gallery, scene, scene.name);
        found.push(
          ...(await violations(gallery, theme.name !== 'dark')).map((violation) => `${scene.name}: ${violation}`),
        );
      }
      assert.deepEqual(found, []);
      assert.deepEqual(gallery.faults, []);
      await gallery.close();
    });
  }
});
