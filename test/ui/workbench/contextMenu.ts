import type { Locator, Page } from 'playwright-core';

/** The menu that a right-click opens. */
export class ContextMenu {
  readonly items: Locator;

  constructor(page: Page) {
    this.items = page.locator('.monaco-menu .action-item:not(.disabled) .action-menu-item');
  }

  /** Labels of all items that can be chosen now, from top to bottom. */
  async labels(): Promise<readonly string[]> {
    await this.items.first().waitFor();
    return this.items.locator('.action-label').allInnerTexts();
  }

  /** Chooses the item with exactly this label. */
  async choose(label: string): Promise<void> {
    const item = this.items.filter({ has: this.items.page().getByText(label, { exact: true }) });
    // A menu ignores the release of a button in its first 100 ms; people hold it longer than a machine does.
    await item.click({ delay: 200 });
    await this.items.first().waitFor({ state: 'hidden' });
  }
}
