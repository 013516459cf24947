import * as vscode from 'vscode';
import type { ComparisonSession } from '../../app/comparisonSession.ts';
import { filesToPreview } from '../../app/preview/sidePage.ts';
import { comparisonViewType } from '../comparisonViewType.ts';
import { PreviewPanel, type PreviewPanelServices } from './previewPanel.ts';

/** The previews of a window: at most one for each comparison, gone with it. */
export class PreviewPanels implements vscode.Disposable {
  readonly #services: PreviewPanelServices;
  readonly #open = new Map<ComparisonSession, PreviewPanel>();

  constructor(services: PreviewPanelServices) {
    this.#services = services;
  }

  /** Opens a comparison's preview where the comparison stands, or brings it to the front. False where it has nothing. */
  show(session: ComparisonSession): boolean {
    const opened = this.#open.get(session);
    if (opened !== undefined) {
      opened.reveal();
      return true;
    }
    if (filesToPreview(session.comparison).length === 0) return false;
    const panel = new PreviewPanel(session, columnOfComparisons(), this.#services, () => this.#open.delete(session));
    this.#open.set(session, panel);
    return true;
  }

  /** No page of any preview runs its scripts any more. Resolves when their documents are without them. */
  async stopScripts(): Promise<void> {
    await Promise.all([...this.#open.values()].map((panel) => panel.stopScripts()));
  }

  /** The comparison is closed. */
  forget(session: ComparisonSession): void {
    this.#open.get(session)?.dispose();
  }

  dispose(): void {
    for (const panel of this.#open.values()) panel.dispose();
  }
}

/** Two pages side by side want the width that the comparison has; a further column would leave them none. */
function columnOfComparisons(): vscode.ViewColumn {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(comparisonViewType)),
  );
  return group?.viewColumn ?? vscode.ViewColumn.Active;
}
