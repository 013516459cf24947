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

  /** Waits until the item has this name for screen readers (or one that matches). */
  async waitForName(id: string, name: string | RegExp): Promise<void> {
    await this.item(id).getByRole('button', { name, exact: true }).waitFor();
  }

  /** Which of the two backgrounds that call for attention the item has. */
  async kind(id: string): Promise<'warning' | 'error' | 'plain'> {
    const classes = ((await this.item(id).getAttribute('class')) ?? '').split(/\s+/);
    return classes.includes('error-kind') ? 'error' : classes.includes('warning-kind') ? 'warning' : 'plain';
  }

  /** Rests the mouse on the item, and returns the hover's text; a table's cells are separated by tabs. */
  async hover(id: string): Promise<string> {
    return renderedText(await this.hoverOf(id));
  }

  /** Rests the mouse on the item, and returns the hover once it is there. */
  async hoverOf(id: string): Promise<Locator> {
    await this.item(id).hover();
    const hover = this.#hover().last();
    await hover.waitFor();
    return hover;
  }

  /** Takes the mouse away from the bar, and waits until no hover is left. */
  async leave(): Promise<void> {
    const { width, height } = this.#page.viewportSize() ?? { width: 0, height: 0 };
    await this.#page.mouse.move(width / 2, height / 2);
    await this.#page.keyboard.press('Escape');
    await this.#hover().first().waitFor({ state: 'detached' });
  }

  #hover(): Locator {
    return this.#page
      .locator('.workbench-hover .hover-contents, .monaco-hover .hover-contents')
      .filter({ visible: true });
  }
}
