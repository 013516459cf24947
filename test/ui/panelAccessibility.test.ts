import assert from 'node:assert/strict';
import axe from 'axe-core';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { GalleryPage } from './gallery/galleryPage.ts';
import { type GalleryScene, galleryScenes } from './gallery/galleryScenes.ts';
import { type GalleryTheme, galleryThemes } from './gallery/galleryThemes.ts';

const sizes = { wide: { width: 1280, height: 860 }, 'beside code': { width: 740, height: 860 }, narrow: { width: 560, height: 860 } };

/** What axe finds in the page as it is, in words. */
async function violations({ page }: GalleryPage): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: {
        // The tab above the panel is its heading.
        'page-has-heading-one': { enabled: false },
        // Since Chromium 130 the keyboard reaches whatever scrolls, and every VS Code that we support is newer.
        'scrollable-region-focusable': { enabled: false },
      },
    }),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

describe('The panel for everybody', () => {
  let browser: LaunchedBrowser;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  after(() => browser.close());

  const open = (theme: GalleryTheme, size: { width: number; height: number }) =>
    GalleryPage.open({ context: browser.context, theme, size, ...galleryFolders });

  const bring = async (gallery: GalleryPage, { view, press = [], keys = [] }: GalleryScene, id: string) => {
    await gallery.show({ ...view, comparisonId: id });
    for (const name of press) await gallery.page.getByRole('button', { name, exact: true }).click();
    for (const key of keys) await gallery.page.keyboard.press(key);
  };

  for (const theme of galleryThemes) {
    it(`breaks no rule of accessibility in any state (${theme.name})`, async () => {
      const gallery = await open(theme, sizes['beside code']);
      const found: string[] = [];
      for (const scene of galleryScenes) {
        await bring(gallery, scene, scene.name);
        found.push(...(await violations(gallery)).map((violation) => `${scene.name}: ${violation}`));
      }
      assert.deepEqual(found, []);
      assert.deepEqual(gallery.faults, []);
      await gallery.close();
    });
  }
});
