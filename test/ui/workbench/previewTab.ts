import type { Frame, FrameLocator, Locator } from 'playwright-core';
import type { ContenderLabel } from './comparisonTab.ts';
import { waitUntil } from './waitUntil.ts';
import type { Workbench } from './workbench.ts';

/** A comparison's preview, by the names that people, scripts and screen readers rely on. */
export class PreviewTab {
  readonly frame: Frame;
  readonly main: Locator;

  constructor(frame: Frame) {
    this.frame = frame;
    this.main = frame.getByRole('main', { name: 'Preview' });
  }

  /** The preview of the comparison about that file, once it is there. */
  static async of(workbench: Workbench, fileName: string): Promise<PreviewTab> {
    const tab = new PreviewTab(await workbench.webview(`Preview ${fileName}`));
    await tab.main.getByRole('button', { name: 'Show comparison' }).waitFor();
    return tab;
  }

  /** The preview once it offers this: it is a new document after scripts were allowed or stopped. */
  static offering(workbench: Workbench, fileName: string, button: string): Promise<PreviewTab> {
    return waitUntil(`the preview to offer ${button}`, async () => {
      try {
        const tab = new PreviewTab(await workbench.webview(`Preview ${fileName}`));
        const isThere = (await tab.main.getByRole('button', { name: button, exact: true }).count()) === 1;
        return isThere ? tab : undefined;
      } catch {
        // The former document went while it was asked.
        return undefined;
      }
    });
  }

  /** Unfolds how the pages should look, if it is folded. */
  async unfoldView(): Promise<void> {
    const menu = this.main.locator('details.view-menu');
    if (!(await menu.evaluate((details) => (details as HTMLDetailsElement).open)))
      await menu.locator('summary').click();
  }

  /** Unfolds what can be done with a picture of that page. */
  async unfoldPicture(label: ContenderLabel): Promise<void> {
    await this.side(label).locator('summary').filter({ hasText: 'Picture' }).first().click();
  }

  side(label: ContenderLabel): Locator {
    return this.main.getByRole('region', { name: `${label}’s page`, exact: true });
  }

  evidence(label: ContenderLabel): Locator {
    return this.main.getByRole('region', { name: `Evidence about ${label}’s page` });
  }

  /** The previewed page that is seen. */
  page(label: ContenderLabel): FrameLocator {
    return this.side(label).locator('.stage iframe:not(.loading)').contentFrame();
  }

  /** The document of the previewed page that is seen, once it is this file's. */
  async pageFrame(label: ContenderLabel, path: string): Promise<Frame> {
    return waitUntil(`${label}'s ${path}`, async () => {
      const iframe = this.side(label).locator('.stage iframe:not(.loading)');
      if ((await iframe.count()) !== 1 || (await iframe.getAttribute('title')) !== `${label}: ${path}`)
        return undefined;
      const handle = await iframe.elementHandle();
      return (await handle?.contentFrame()) ?? undefined;
    });
  }

  async chooseFile(path: string): Promise<void> {
    await this.main.getByRole('combobox', { name: 'File', exact: true }).selectOption({ label: path });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.main.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
  }
}
