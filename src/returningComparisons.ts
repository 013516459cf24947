import type * as vscode from 'vscode';
import type { ComparisonServices } from './app/comparisonSession.ts';
import { ComparisonSession } from './app/comparisonSession.ts';
import type { OpenComparisons } from './app/openComparisons.ts';
import { chooseKeptComparison, tellKept } from './host/comparisonStore/reopenComparison.ts';
import type { ShownComparison } from './panel/comparisonPresenter.ts';
import { showForgotten } from './panel/forgottenPage.ts';

/** What bringing comparisons back needs. */
export interface ReturningOptions {
  readonly services: ComparisonServices;
  readonly comparisons: OpenComparisons;
  /** Shows a comparison in the panel that VS Code brought back, or in a new one. */
  readonly present: (session: ComparisonSession, panel: vscode.WebviewPanel | null) => Promise<ShownComparison>;
}

/** Brings kept comparisons back: into the panels of a window that was reloaded, and into new ones when asked for. */
export class ReturningComparisons {
  readonly #options: ReturningOptions;
  readonly #shown = new Map<string, ShownComparison>();

  constructor(options: ReturningOptions) {
    this.#options = options;
  }

  /** Notes where a comparison is shown. */
  didShow(comparisonId: string, shown: ShownComparison): void {
    this.#shown.set(comparisonId, shown);
  }

  /** Brings the panel of an open comparison to the front. */
  reveal(comparisonId: string): void {
    this.#shown.get(comparisonId)?.reveal();
  }

  /** Notes that a panel is closed and its comparison put away, and says so where it is kept. */
  async didClose(comparisonId: string): Promise<void> {
    this.#shown.delete(comparisonId);
    if ((await this.#options.services.store.load(comparisonId)) !== null) tellKept();
  }

  /** Fills a panel that VS Code brought back. @param state what its page asked VS Code to keep */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const comparisonId = comparisonIdOf(state);
    const shown = comparisonId === null ? undefined : this.#shown.get(comparisonId);
    if (shown !== undefined) {
      // It was reopened before anybody looked at this tab.
      panel.dispose();
      return shown.reveal();
    }
    const session = comparisonId === null ? null : await this.#bringBack(comparisonId);
    if (session === null) showForgotten(panel);
    else await this.#options.present(session, panel);
  }

  /** Lets the person choose a comparison that was closed, and shows it. */
  async reopen(): Promise<void> {
    const { services, comparisons, present } = this.#options;
    const comparisonId = await chooseKeptComparison(services.store, (id) => comparisons.find(id) !== null);
    const session = comparisonId === null ? null : await this.#bringBack(comparisonId);
    if (session !== null) (await present(session, null)).reveal();
  }

  async #bringBack(comparisonId: string): Promise<ComparisonSession | null> {
    const { services, comparisons } = this.#options;
    const saved = await services.store.load(comparisonId);
    if (saved === null) return null;
    const session = ComparisonSession.restored(saved, services);
    comparisons.add(session);
    // From here on it is this window's, whatever an older one may still be at.
    services.store.save(session.saved());
    return session;
  }
}

/** States come from storage that the page wrote; nothing of them is taken for granted. */
function comparisonIdOf(state: unknown): string | null {
  const isObject = typeof state === 'object' && state !== null && 'comparisonId' in state;
  return isObject && typeof state.comparisonId === 'string' ? state.comparisonId : null;
}
