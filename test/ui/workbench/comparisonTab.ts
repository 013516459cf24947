import type { Frame, Locator } from 'playwright-core';
import { waitUntil } from './waitUntil.ts';
import type { Workbench } from './workbench.ts';

/** The names of both contenders, as the panel's regions begin. */
export type ContenderLabel = 'GPT-5.5' | 'Claude Opus 4.7';

/** A comparison's panel, by the names that people, scripts and screen readers rely on. */
export class ComparisonTab {
  readonly frame: Frame;
  readonly main: Locator;

  constructor(frame: Frame) {
    this.frame = frame;
    this.main = frame.getByRole('main', { name: 'Comparison' });
  }

  /** The panel with this tab title, once it is there. */
  static async of(workbench: Workbench, title: string): Promise<ComparisonTab> {
    const tab = new ComparisonTab(await workbench.webview(title));
    await tab.main.waitFor();
    return tab;
  }

  region(label: ContenderLabel): Locator {
    return this.main.getByRole('region', { name: new RegExp(`^${label}`) });
  }

  status(label: ContenderLabel): Locator {
    return this.region(label).getByRole('status');
  }

  /** Waits until the side's status begins like this. */
  async waitForStatus(label: ContenderLabel, text: RegExp): Promise<void> {
    await this.status(label).filter({ hasText: text }).first().waitFor();
  }

  /** Waits until both answers have come to their proper end. */
  async waitUntilDone(): Promise<void> {
    await this.waitForStatus('GPT-5.5', /Done/);
    await this.waitForStatus('Claude Opus 4.7', /Done/);
  }

  button(name: string | RegExp): Locator {
    return this.main.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  accept(hunk: number, label: ContenderLabel): Locator {
    return this.button(`Accept hunk ${hunk} from ${label}`);
  }

  reject(hunk: number, label: ContenderLabel): Locator {
    return this.button(`Reject hunk ${hunk} from ${label}`);
  }

  /** Waits until a toggle says that it is pressed, or not. */
  async waitForPressed(button: Locator, pressed: boolean): Promise<void> {
    await waitUntil(`a button to be ${pressed ? 'pressed' : 'released'}`, async () =>
      (await button.getAttribute('aria-pressed')) === String(pressed) ? true : undefined,
    );
  }

  /** Pastes a file into the page, as the browser does with one that was copied. */
  async paste(name: string, bytes: Uint8Array): Promise<void> {
    await this.frame.evaluate(
      ([fileName, base64]) => {
        const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([content], fileName));
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      [name, Buffer.from(bytes).toString('base64')] as const,
    );
  }

  /** All the text that is shown. */
  text(): Promise<string> {
    return this.main.innerText();
  }

  /** Waits until this is shown somewhere. */
  async waitForText(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).first().waitFor();
  }
}
