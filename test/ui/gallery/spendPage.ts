import type { Page } from 'playwright-core';
import type { SpendEnvelope, SpendHostMessages } from '../../../src/shared/spendMessages.ts';
import type { SpendView } from '../../../src/shared/spendView.ts';
import { waitUntil } from '../workbench/waitUntil.ts';
import { type BuiltPageOptions, openBuiltPage, type PostedMessage, postedBy, postToPage } from './builtPage.ts';
import { picturedRawUsage, type SpendScene } from './spendScenes.ts';

/** The built dashboard in a page of its own. */
export class SpendPage {
  readonly page: Page;
  /** What the page complained about. */
  readonly faults: readonly string[];

  constructor(page: Page, faults: readonly string[]) {
    this.page = page;
    this.faults = faults;
  }

  static async open(options: Omit<BuiltPageOptions, 'panel'>): Promise<SpendPage> {
    const { page, faults } = await openBuiltPage({ ...options, panel: { script: 'spend', landmark: 'Spend' } });
    return new SpendPage(page, faults);
  }

  /** Shows a view from nothing. */
  async show(view: SpendView): Promise<void> {
    await waitUntil('the page to be ready', async () => ((await this.posted()).length > 0 ? true : undefined));
    await this.post({ type: 'view-replaced', payload: { view } });
    await this.page.locator('.title-row').waitFor();
  }

  /** Shows a scene with all that is opened in it. */
  async showScene({ view, openTable = false, openRequests = 0 }: SpendScene): Promise<void> {
    await this.show(view);
    if (openTable) await this.page.locator('summary').first().click();
    for (let index = 0; index < openRequests; index += 1) {
      await this.page.locator('.row-toggle').nth(index).click();
      const row = view.requests.kind === 'told' ? view.requests.rows[index] : undefined;
      if (row === undefined) continue;
      await this.post({ type: 'raw-told', payload: { requestId: row.requestId, raw: picturedRawUsage } });
    }
  }

  /** Posts as the host does, and waits until it is on the screen. */
  post(message: SpendEnvelope<SpendHostMessages>): Promise<void> {
    return postToPage(this.page, message);
  }

  /** What the page has told its host so far. */
  posted(): Promise<readonly PostedMessage[]> {
    return postedBy(this.page);
  }

  /** What VS Code does to a page that was hidden and is shown again. */
  async reload(view: SpendView): Promise<void> {
    await this.page.reload();
    await this.show(view);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
