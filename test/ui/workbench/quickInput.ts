import type { Locator, Page } from 'playwright-core';
import { renderedText } from './renderedText.ts';
import { waitUntil } from './waitUntil.ts';

/** How long Playwright may wait, in milliseconds; as long as for anything else where it is not given. */
interface TimeLimit {
  readonly timeout?: number;
}

/** The box at the top of the window: command palette, quick picks and input boxes. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;
  /** The text field of whatever is shown. */
  readonly input: Locator;
  /** The rows that can be picked. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget');
    this.input = this.#widget.locator('.quick-input-filter input');
    this.rows = this.#widget.locator('.quick-input-list .monaco-list-row');
  }

  /**
   * Opens the command palette with this text in place of its `>`. By its key, or by mouse where the key reaches nobody:
   * a page that had the focus and was closed takes it along.
   */
  async open(text: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    try {
      await this.input.waitFor({ timeout: 6000 });
    } catch {
      await this.#page.locator('.command-center .command-center-center').first().click({ timeout: 6000 });
      await this.input.waitFor();
    }
    await this.input.fill(text, { timeout: 3000 });
  }

  /**
   * Runs a command as a person does, by the title that the palette shows (with its category, if it has one). Opens the
   * palette again while the command is not there, since an extension's commands come a moment after the window, and
   * when the palette closes by itself, since whatever else takes the focus closes it.
   */
  async run(title: string): Promise<void> {
    const row = this.#row(title);
    const soon = { timeout: 3000 };
    await waitUntil(`the command ${title}`, async () => {
      try {
        await this.open(`>${title}`);
        await this.rows.first().waitFor(soon);
        if ((await row.count()) > 0) {
          await row.click(soon);
          return true;
        }
      } catch {
        // It closed; nothing was run.
      }
      await this.dismiss();
      return undefined;
    });
  }

  /** Picks the row whose label is exactly this. */
  pick(label: string, limit: TimeLimit = {}): Promise<void> {
    return this.#row(label).click(limit);
  }

  #row(label: string): Locator {
    const exact = new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const labelInRow = this.#page.locator('.monaco-icon-label .label-name').filter({ hasText: exact });
    return this.rows.filter({ has: labelInRow }).first();
  }

  /** Writes into the field and confirms. */
  async answer(text: string, limit: TimeLimit = {}): Promise<void> {
    await this.input.waitFor(limit);
    await this.input.fill(text, limit);
    await this.#page.keyboard.press('Enter');
  }

  /** Everything that is shown: title, prompt, message and rows. */
  async text(): Promise<string> {
    await this.#widget.waitFor();
    return renderedText(this.#widget);
  }

  /** Waits until the field says something like this. */
  async waitForValue(value: RegExp): Promise<void> {
    await waitUntil(`the field to say ${value}`, async () =>
      value.test(await this.input.inputValue()) ? true : undefined,
    );
  }

  /** What it says beside the field, e.g. that something is wrong with what was typed. */
  message(text: string | RegExp): Locator {
    return this.#widget.getByText(text).first();
  }

  /** Presses a button beside the field, as the file dialog has. */
  async pressButton(name: string): Promise<void> {
    await this.#widget.getByRole('button', { name, exact: true }).click();
  }

  async dismiss(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#widget.waitFor({ state: 'hidden' });
  }
}
