import assert from 'node:assert/strict';
import { type LaunchedBrowser, launchBrowser } from '../vscode/launchBrowser.ts';
import { accessibilityViolations } from './gallery/accessibility.ts';
import { galleryFolders } from './gallery/galleryFolders.ts';
import { galleryThemes } from './gallery/galleryThemes.ts';
import { PreviewGalleryPage } from './gallery/previewGalleryPage.ts';
import { type PreviewScene, previewScenes } from './gallery/previewScenes.ts';

const [dark, ...otherThemes] = galleryThemes;

describe('The preview by itself', () => {
  let browser: LaunchedBrowser;
  before(async function () {
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  after(() => browser.close());

  function openDark(): Promise<PreviewGalleryPage> {
    assert.ok(dark !== undefined);
    const size = { width: 1100, height: 860 };
    return PreviewGalleryPage.open({ context: browser.context, theme: dark, size, dist: galleryFolders.dist });
  }

  /** Looks at every scene, one after the other, in a page of that width. */
  async function eachScene(
    theme: (typeof galleryThemes)[number] | undefined,
    width: number,
    scenes: readonly PreviewScene[],
    look: (preview: PreviewGalleryPage, name: string) => Promise<void>,
  ): Promise<void> {
    assert.ok(theme !== undefined);
    for (const scene of scenes) {
      const size = { width, height: 860 };
      const preview = await PreviewGalleryPage.open({
        context: browser.context,
        theme,
        size,
        dist: galleryFolders.dist,
      });
      await preview.showScene(scene);
      await look(preview, scene.name);
      assert.deepEqual(preview.faults, [], scene.name);
      await preview.close();
    }
  }

  it('breaks no rule of accessibility in any state', async () => {
    const found: string[] = [];
    await eachScene(dark, 1100, previewScenes, async ({ page }, name) => {
      const rules = [
        // The tab above the panel is its heading.
        'page-has-heading-one',
        // Since Chromium 130 the keyboard reaches whatever scrolls, and every VS Code that we support is newer.
        'scrollable-region-focusable',
      ];
      const violations = await accessibilityViolations(page, { rules, ownColours: [], coloursOnly: false });
      found.push(...violations.map((violation) => `${name}: ${violation}`));
    });
    assert.deepEqual(found, []);
  });

  for (const theme of otherThemes) {
    it(`can be read in every state (${theme.name})`, async () => {
      const found: string[] = [];
      const scenes = previewScenes.filter(({ sameParts = false }) => !sameParts);
      await eachScene(theme, 1100, scenes, async ({ page }, name) => {
        const violations = await accessibilityViolations(page, { rules: [], ownColours: [], coloursOnly: true });
        found.push(...violations.map((violation) => `${name}: ${violation}`));
      });
      assert.deepEqual(found, []);
    });
  }

  it('blames a component alone for nothing that the page around it has to have', async () => {
    const preview = await openDark();
    const text = '<!doctype html><html lang="en"><title>Part</title><p>Words.</p><img src="data:,">';
    const component = { props: null, ownProps: false, notes: [] };
    await preview.showScene({ name: 'alone', left: { text }, right: { text, page: { component } } });
    const rulesOf = async (label: string) => {
      const faults = preview.main.getByRole('region', { name: `Evidence about ${label}’s page` }).locator('.fault');
      const summaries = await faults.locator('summary .dim').allInnerTexts();
      return summaries.map((summary) => summary.split(' ')[0]).sort();
    };
    assert.deepEqual(await rulesOf('GPT-5.5'), ['image-alt', 'landmark-one-main', 'page-has-heading-one', 'region']);
    assert.deepEqual(await rulesOf('Claude Opus 4.7'), ['image-alt']);
    await preview.close();
  });

  it('measures contrast on the canvas that a page’s scheme has, and shows it so', async () => {
    const preview = await openDark();
    const page = (colour: string) =>
      `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>Part</title><main><h1 style="color:${colour}">Words</h1></main>`;
    await preview.showScene({
      name: 'dark',
      look: { scheme: 'dark' },
      left: { text: page('#eee') },
      right: { text: page('#333') },
    });
    const contrast = (label: string) =>
      preview.main.getByRole('region', { name: `Evidence about ${label}’s page` }).getByText(/^Contrast: /);
    assert.match(await contrast('GPT-5.5').innerText(), /no fault found/);
    assert.doesNotMatch(await contrast('Claude Opus 4.7').innerText(), /no fault found/);
    // The frame's own colour is seen through a canvas of the panel's scheme.
    const behind = await preview.main
      .locator('.stage iframe')
      .first()
      .evaluate((frame) => getComputedStyle(frame).backgroundColor);
    assert.match(behind, /^rgb\((\d|[1-5]\d), /);
    await preview.close();
  });

  it('never scrolls sideways in the narrowest editor, and keeps its controls within four lines', async () => {
    // VS Code makes no editor narrower than the first.
    const lines = [
      { width: 220, highest: 230 },
      { width: 320, highest: 140 },
      { width: 700, highest: 140 },
    ];
    for (const { width, highest } of lines) {
      const scenes = previewScenes.filter(({ sameParts = false }) => width === 220 || !sameParts);
      await eachScene(dark, width, scenes, async ({ page, main }, name) => {
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(beyond <= 0, `${name} at ${width} pixels is wider by ${beyond}`);
        const toolbar = await main.locator('.toolbar').boundingBox();
        assert.ok(toolbar !== null && toolbar.height <= highest, `${name} at ${width}: ${toolbar?.height} high`);
      });
    }
  });
});
