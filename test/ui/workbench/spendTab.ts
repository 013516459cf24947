import type { Frame, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** The spend dashboard, by the names that people, scripts and screen readers rely on. */
export class SpendTab {
  readonly main: Locator;
  readonly frame: Frame;

  constructor(frame: Frame) {
    this.frame = frame;
    this.main = frame.getByRole('main', { name: 'Spend' });
  }

  /** The dashboard, once it shows something. */
  static async of(workbench: Workbench): Promise<SpendTab> {
    const tab = new SpendTab(await workbench.webview('Spend'));
    await tab.main.getByRole('heading', { level: 1, name: 'Spend' }).waitFor();
    return tab;
  }

  /** A figure of the head by its name, e.g. `Spent`. */
  figure(name: string): Locator {
    return this.main.locator('.figure').filter({ has: this.frame.getByText(name, { exact: true }) });
  }

  table(caption: string | RegExp): Locator {
    return this.main.getByRole('table', { name: caption });
  }

  /** The rows of requests that are listed, without what they opened. */
  requests(): Locator {
    return this.table('Requests, the latest first').locator('tbody tr:not(.details-row)');
  }

  /** Chooses from one of the lists, e.g. `Model`. */
  async choose(list: string, option: string): Promise<void> {
    await this.main.getByRole('combobox', { name: list, exact: true }).selectOption({ label: option });
  }
}
