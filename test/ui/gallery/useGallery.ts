import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { acceptHunk } from '../../../src/core/diff/choices.ts';
import type { Side } from '../../../src/core/side.ts';
import { type LaunchedBrowser, launchBrowser } from '../../vscode/launchBrowser.ts';
import { galleryFolders } from './galleryFolders.ts';
import { GalleryPage } from './galleryPage.ts';
import { leftDone, rightDone, viewOf } from './galleryTask.ts';
import { galleryThemes } from './galleryThemes.ts';

/** The names of both sides, as their regions begin. */
export const labels: Readonly<Record<Side, string>> = { left: 'GPT-5.5', right: 'Claude Opus 4.7' };

/** Both sides done, the left one's first hunk accepted. */
export const done = viewOf(leftDone, rightDone, {
  comparisonId: 'done',
  choices: acceptHunk({}, 'left-1-1', { left: leftDone.hunks, right: rightDone.hunks }),
});

/** What a test has of the panel. */
export interface Gallery {
  readonly gallery: () => GalleryPage;
  readonly region: (side: Side) => Locator;
}

/** Gives each test of the surrounding `describe` a panel of its own, which must not complain about anything. */
export function useGallery(): Gallery {
  let browser: LaunchedBrowser | undefined;
  let current: GalleryPage | undefined;
  const gallery = () => {
    if (current === undefined) throw new Error('The panel is there only while tests run.');
    return current;
  };
  before(async function () {
    // May have to install a browser first.
    this.timeout(300_000);
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    const theme = galleryThemes.find(({ name }) => name === 'dark');
    assert.ok(theme !== undefined && browser !== undefined);
    const size = { width: 1280, height: 860 };
    current = await GalleryPage.open({ ...galleryFolders, context: browser.context, theme, size });
  });
  afterEach(async () => {
    const { faults } = gallery();
    await gallery().close();
    assert.deepEqual(faults, []);
  });
  after(() => browser?.close());
  return { gallery, region: (side) => gallery().page.getByRole('region', { name: new RegExp(`^${labels[side]}`) }) };
}
