import type { Locator, Page } from 'playwright-core';
import { waitUntil } from './waitUntil.ts';

/** What is shown of a review in the editor of one file. */
export class InlineReview {
  readonly #page: Page;
  readonly editor: Locator;

  /** @param path of the file from the workspace's root */
  constructor(page: Page, path: string) {
    this.#page = page;
    this.editor = page.locator(`.editor-instance .monaco-editor[data-uri$="/${path}"]`).first();
  }

  /** A line of commands above a hunk, by how it begins. */
  lens(begins: string): Locator {
    return this.editor.locator('.codelens-decoration').filter({ hasText: new RegExp(`^${begins}`) });
  }

  /** The commands above a hunk, and what it is called there. */
  async lensText(hunk: number): Promise<string> {
    const lens = this.lens(`Hunk ${hunk} of`);
    await lens.waitFor();
    return (await lens.innerText()).replaceAll('\u00a0', ' ');
  }

  /** Waits until the commands above a hunk say this. */
  async waitForLens(hunk: number, text: string | RegExp): Promise<void> {
    await this.lens(`Hunk ${hunk} of`).filter({ hasText: text }).waitFor();
  }

  /** Presses one of the commands above a hunk. */
  async press(hunk: number, command: string): Promise<void> {
    await this.lens(`Hunk ${hunk} of`).getByRole('button', { name: command }).first().click();
  }

  /** The proposed lines below a hunk, as a person reads them. */
  async proposal(hunk: number): Promise<string> {
    const thread = this.editor.locator('.review-widget').filter({ hasText: `Hunk ${hunk} of` });
    await thread.locator('.comment-body').waitFor();
    return (await thread.locator('.comment-body').innerText()).replaceAll('\u00a0', ' ');
  }

  /** The words that are shown within lines as proposed. They are painted, not part of the text. */
  async addedWords(): Promise<readonly string[]> {
    const painted = await this.editor
      .locator('.view-line span')
      .evaluateAll((spans) => spans.map((span) => getComputedStyle(span, '::after').content));
    return painted.flatMap((content) => /^"(.*)"$/.exec(content)?.[1] ?? []);
  }

  /** Waits until nothing of a review is shown any more. */
  async waitUntilGone(): Promise<void> {
    await waitUntil('the review to be gone', async () => {
      const shown = (await this.editor.locator('.review-widget').count()) + (await this.lens('Hunk ').count());
      return shown === 0 ? true : undefined;
    });
  }

  /** Where a line stands on the screen, in pixels from the top. */
  async topOf(text: string): Promise<number> {
    const line = this.editor.locator('.view-line').filter({ hasText: text }).first();
    return (await line.boundingBox())?.y ?? Number.NaN;
  }

  /** A button in the bar above the editor. */
  titleButton(name: string): Locator {
    return this.#page.locator('.editor-group-container .editor-actions').getByRole('button', { name }).first();
  }
}
