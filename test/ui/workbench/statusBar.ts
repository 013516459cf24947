import type { Locator, Page } from 'playwright-core';
import { renderedText } from './renderedText.ts';

/** The bar at the bottom of the window. */
export class StatusBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** An item by its full id: publisher, name and the item's own id, with dots between them. */
  item(id: string): Locator {
    return this.#page.locator(`.statusbar-item[id="${id}"]`);
  }

  async text(id: string): Promise<string> {
    return (await renderedText(this.item(id))).trim();
  }

  /** Waits until the item says this (or something that matches). */
  async waitForText(id: string, text: string | RegExp): Promise<void> {
    await this.item(id).filter({ hasText: text }).waitFor();
  }

  /** Rests the mouse on the item, and returns the hover's text; a table's cells are separated by tabs. */
  async hover(id: string): Promise<string> {
    await this.item(id).hover();
    const hover = this.#page.locator('.workbench-hover .hover-contents, .monaco-hover .hover-contents').last();
    await hover.waitFor();
    return renderedText(hover);
  }
}
