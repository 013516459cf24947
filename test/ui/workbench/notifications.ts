import type { Locator, Page } from 'playwright-core';
import { renderedText } from './renderedText.ts';

/** The messages that slide in at the bottom right. */
export class Notifications {
  readonly #page: Page;
  readonly toasts: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.toasts = page.locator('.notifications-toasts .notification-list-item');
  }

  /** Waits for a message with this in it, and returns the whole message. */
  async waitFor(text: string | RegExp): Promise<string> {
    return renderedText(this.#toast(text).locator('.notification-list-item-message'));
  }

  /** The messages that are shown now. */
  messages(): Promise<readonly string[]> {
    return this.toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Presses a button of the message with this in it, and waits until the message is gone. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const toast = this.#toast(text);
    await toast.hover();
    await toast.getByRole('button', { name: button, exact: true }).click();
    await toast.waitFor({ state: 'hidden' });
  }

  #toast(text: string | RegExp): Locator {
    return this.#page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text }).first();
  }
}
