import type { Frame, Locator } from 'playwright-core';
import type { ContenderLabel } from './comparisonTab.ts';
import { waitUntil } from './waitUntil.ts';
import type { Workbench } from './workbench.ts';

/** An image asset's panel, by the names that people and screen readers rely on. */
export class ImageTab {
  readonly frame: Frame;
  readonly main: Locator;

  constructor(frame: Frame) {
    this.frame = frame;
    this.main = frame.getByRole('main', { name: 'Image asset' });
  }

  /** The panel whose tab has this title, once its page is filled. */
  static async of(workbench: Workbench, title: string): Promise<ImageTab> {
    return waitUntil(`the panel ${title}`, async () => {
      try {
        const tab = new ImageTab(await workbench.webview(title));
        await tab.main.locator('.image-asset').waitFor({ timeout: 3000 });
        return tab;
      } catch {
        // VS Code puts another document in its place while it is being set up.
        return undefined;
      }
    });
  }

  /** Fills in what is wished for and asks both models. */
  async ask(instruction: string, options: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.main.getByRole('textbox', { name: 'What should be in the picture?' }).fill(instruction);
    for (const [name, label] of Object.entries(options)) await this.choose(name, label);
    await this.press('Create with both models');
  }

  async choose(name: string, label: string): Promise<void> {
    await this.main.getByRole('combobox', { name, exact: true }).selectOption({ label });
  }

  side(label: ContenderLabel): Locator {
    return this.main.getByRole('region', { name: `${label}’s picture`, exact: true });
  }

  async waitForStatus(label: ContenderLabel, status: string | RegExp): Promise<void> {
    await this.side(label).getByRole('status').filter({ hasText: status }).waitFor();
  }

  /** The large picture of a side. */
  picture(label: ContenderLabel): Locator {
    return this.side(label).getByRole('img');
  }

  altText(label: ContenderLabel): Locator {
    return this.side(label).getByRole('textbox', { name: `Alt text for ${label}’s picture` });
  }

  async press(name: string): Promise<void> {
    await this.main.getByRole('button', { name, exact: true }).click();
  }
}
