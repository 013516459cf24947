import type { Locator, Page } from 'playwright-core';
import { renderedText } from './renderedText.ts';

/** A modal dialog, such as the question whether a folder is trusted. */
export class Dialog {
  readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator('.monaco-dialog-box');
  }

  async text(): Promise<string> {
    return renderedText(this.box);
  }

  /** Presses a button, and waits until the dialog is gone. */
  async press(button: string | RegExp): Promise<void> {
    await this.box.getByRole('button', { name: button }).click();
    await this.box.waitFor({ state: 'hidden' });
  }
}
