import type { Locator, Page } from 'playwright-core';

/** A diff editor, as its tab has it in view. */
export class DiffEditor {
  readonly #page: Page;
  readonly tab: Locator;
  /** The side that can be edited. */
  readonly modified: Locator;

  /** @param title of its tab */
  constructor(page: Page, title: string) {
    this.#page = page;
    this.tab = page.locator('.tab').filter({ hasText: title });
    this.modified = page.locator('.monaco-diff-editor:visible .editor.modified').first();
  }

  async waitFor(): Promise<void> {
    await this.tab.first().waitFor();
    await this.modified.locator('.view-line').first().waitFor();
  }

  /** The lines in view of the proposed text. */
  async text(): Promise<string> {
    const lines = await this.modified.locator('.view-lines .view-line').evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((one, other) => one.top - other.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** Puts the cursor behind this text and types. */
  async typeAfter(line: string, text: string): Promise<void> {
    await this.modified.locator('.view-line').filter({ hasText: line }).first().click();
    await this.#page.keyboard.press('End');
    await this.#page.keyboard.type(text);
  }

  async close(): Promise<void> {
    await this.tab.first().click({ button: 'middle' });
    await this.tab.first().waitFor({ state: 'detached' });
  }
}
