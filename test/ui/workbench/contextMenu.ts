import type { Locator, Page } from 'playwright-core';
import { waitUntil } from './waitUntil.ts';

/** The menu that a right-click opens. */
export class ContextMenu {
  readonly #page: Page;
  readonly items: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.items = page.locator('.monaco-menu .action-item:not(.disabled) .action-menu-item');
  }

  /** Labels of all items that can be chosen now, from top to bottom. */
  async labels(): Promise<readonly string[]> {
    await this.items.first().waitFor();
    return this.items.locator('.action-label').allInnerTexts();
  }

  /**
   * Opens the menu and chooses the item with exactly this label. Opens it again while the item is not there: an
   * extension's items come a moment after the window.
   */
  async choose(label: string, open: () => Promise<void>): Promise<void> {
    const item = this.items.filter({ has: this.#page.getByText(label, { exact: true }) });
    await waitUntil(`the menu item ${label}`, async () => {
      await open();
      await this.items.first().waitFor();
      if ((await item.count()) > 0) {
        return true;
      }
      await this.dismiss();
      return undefined;
    });
    // A menu ignores the release of a button in its first 100 ms; people hold it longer than a machine does.
    await item.click({ delay: 200 });
    await this.items.first().waitFor({ state: 'hidden' });
  }

  async dismiss(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.items.first().waitFor({ state: 'hidden' });
  }
}
