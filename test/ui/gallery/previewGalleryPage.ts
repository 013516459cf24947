import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type PreviewFiles, readPreviewFiles } from '../../../src/panel/preview/previewFiles.ts';
import { previewHtml } from '../../../src/panel/preview/previewHtml.ts';
import { renderHtml } from '../../../src/preview/renderHtml.ts';
import { renderSvg } from '../../../src/preview/renderSvg.ts';
import type { PreviewLook, PreviewView } from '../../../src/shared/previewView.ts';
import { waitUntil } from '../workbench/waitUntil.ts';
import { type BuiltPageOptions, openBuiltPage, type PostedMessage, postedBy, postToPage } from './builtPage.ts';
import { type PreviewScene, previewViewOf } from './previewScenes.ts';

const nonce = 'Z2FsbGVyeQ==';

/** The built preview in a page of its own, with pages in it that are rendered as the host would. */
export class PreviewGalleryPage {
  readonly page: Page;
  readonly main: Locator;
  /** What the page complained about. */
  readonly faults: readonly string[];
  readonly #files: PreviewFiles;

  constructor(page: Page, faults: readonly string[], files: PreviewFiles) {
    this.page = page;
    this.main = page.getByRole('main', { name: 'Preview' });
    this.faults = faults;
    this.#files = files;
  }

  static async open(options: Omit<BuiltPageOptions, 'panel'>): Promise<PreviewGalleryPage> {
    const files = await readPreviewFiles(join(options.dist, 'webview'));
    const html = previewHtml({ ...files, nonce, allowsScripts: false, landmark: 'Preview', locale: 'en' });
    const { page, faults } = await openBuiltPage({ ...options, panel: { html } });
    return new PreviewGalleryPage(page, faults, files);
  }

  /** Shows a scene, and waits for what its pages are checked for. */
  async showScene(scene: PreviewScene): Promise<void> {
    await waitUntil('the page to be ready', async () => ((await postedBy(this.page)).length > 0 ? true : undefined));
    const view = await this.viewOf(scene);
    await postToPage(this.page, { type: 'view-replaced', payload: { view } });
    await this.main.locator('.sides').waitFor();
    await postToPage(this.page, { type: 'checker-told', payload: { script: await this.#files.checker() } });
    const checked = [view.left, view.right].filter(({ page }) => page.kind === 'page' && page.complete).length;
    await waitUntil('the pages to be checked', async () =>
      (await this.main.getByText(/^Contrast: /).count()) === checked ? true : undefined,
    );
    for (const text of scene.press ?? []) {
      // In a narrow window one side is out of sight, and has its state all the same.
      await this.main.getByText(text, { exact: true }).first().dispatchEvent('click');
    }
    // Frames that were given another size are drawn a moment later.
    await this.page.evaluate(async () => {
      for (let turn = 0; turn < 10; turn += 1) await new Promise(requestAnimationFrame);
    });
  }

  /** What the host would post of a scene. */
  viewOf(scene: PreviewScene): Promise<PreviewView> {
    const path = scene.files?.[0] ?? 'site/pricing.html';
    return previewViewOf(scene, (text, look) => this.#render(text, look, path));
  }

  /** What the page has told its host so far. */
  posted(): Promise<readonly PostedMessage[]> {
    return postedBy(this.page);
  }

  close(): Promise<void> {
    return this.page.close();
  }

  async #render(text: string, look: PreviewLook, path: string): Promise<string> {
    const { frameScript } = this.#files;
    const request = {
      path,
      text,
      look,
      runScripts: false,
      ownProps: null,
      tailwind: false,
      underWay: false,
      nonce,
      frameScript,
    };
    return (await (path.endsWith('.svg') ? renderSvg : renderHtml)({ ...request, read: async () => null })).document;
  }
}
