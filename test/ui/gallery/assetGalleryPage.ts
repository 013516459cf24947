import type { Locator, Page } from 'playwright-core';
import { waitUntil } from '../workbench/waitUntil.ts';
import type { AssetScene } from './assetScenes.ts';
import { type BuiltPageOptions, openBuiltPage, type PostedMessage, postedBy, postToPage } from './builtPage.ts';

/** The built panel of an image asset in a page of its own. */
export class AssetGalleryPage {
  readonly page: Page;
  readonly main: Locator;
  /** What the page complained about. */
  readonly faults: readonly string[];

  constructor(page: Page, faults: readonly string[]) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Image asset' });
    this.faults = faults;
  }

  static async open(options: Omit<BuiltPageOptions, 'panel'>): Promise<AssetGalleryPage> {
    const panel = { script: 'image', landmark: 'Image asset' } as const;
    const { page, faults } = await openBuiltPage({ ...options, panel });
    return new AssetGalleryPage(page, faults);
  }

  /** Shows a scene, with its pictures drawn and what it unfolds. */
  async showScene({ view, press = [] }: AssetScene): Promise<void> {
    await waitUntil('the page to be ready', async () => ((await this.posted()).length > 0 ? true : undefined));
    await this.post('view-replaced', { view });
    await this.main.locator('.image-asset').waitFor();
    await waitUntil('the pictures to be drawn', () =>
      this.page.evaluate(() => ([...document.images].every(({ complete }) => complete) ? true : undefined)),
    );
    for (const text of press) await this.main.getByText(text, { exact: true }).first().click();
  }

  /** Posts as the host does, and waits until it is on the screen. */
  post(type: string, payload: unknown): Promise<void> {
    return postToPage(this.page, { type, payload });
  }

  /** What the page has told its host so far. */
  posted(): Promise<readonly PostedMessage[]> {
    return postedBy(this.page);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
