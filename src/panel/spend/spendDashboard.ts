import * as vscode from 'vscode';
import { firstFilters, SpendProjection, type SpendSources } from '../../app/spend/spendProjection.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import type { SpendAction, SpendEnvelope, SpendHostMessages, SpendPanelMessages } from '../../shared/spendMessages.ts';
import type { SpendFilters } from '../../shared/spendView.ts';
import { loadPage } from '../loadPage.ts';
import { ReadyWatch } from '../readyWatch.ts';
import { readSpendFilters, readSpendMessage } from './spendMessage.ts';
import { spendTexts } from './spendTexts.ts';
import { spendViewType } from './spendViewType.ts';

/** What the dashboard needs from the rest of Tiebreak. */
export interface SpendDashboardServices extends SpendSources {
  readonly extensionUri: vscode.Uri;
  /** The person chose what the dashboard offers beside itself. */
  readonly act: (action: SpendAction, shown: Period | null) => Promise<void>;
  /** The page does not come up. */
  readonly didStall: () => void;
}

type DashboardHandlers = {
  readonly [Name in keyof SpendPanelMessages]: (payload: SpendPanelMessages[Name]) => void;
};

/** The one dashboard of a window: a tab among the others, that VS Code brings back after a reload. */
export class SpendDashboard implements vscode.Disposable {
  readonly #services: SpendDashboardServices;
  #open: OpenDashboard | null = null;

  constructor(services: SpendDashboardServices) {
    this.#services = services;
  }

  /** Opens it in the column that has the focus, or brings it to the front. */
  show(): void {
    if (this.#open !== null) {
      this.#open.reveal();
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: false };
    const panel = vscode.window.createWebviewPanel(spendViewType, vscode.l10n.t('Spend'), column, {
      enableFindWidget: true,
      retainContextWhenHidden: false,
    });
    this.#fill(panel, firstFilters);
  }

  /** Fills the panel that VS Code brought back. @param state what its page had VS Code keep */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const saved = typeof state === 'object' && state !== null && 'filters' in state ? state.filters : null;
    this.#fill(panel, readSpendFilters(saved, this.#services.clock.now()) ?? firstFilters);
  }

  dispose(): void {
    this.#open?.dispose();
  }

  #fill(panel: vscode.WebviewPanel, filters: SpendFilters): void {
    this.#open?.dispose();
    const opened = new OpenDashboard(panel, filters, this.#services, () => {
      if (this.#open === opened) this.#open = null;
    });
    this.#open = opened;
  }
}

/** Nothing is posted before the page says that it is ready; reading the ledger begins before that. */
class OpenDashboard implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #clock: SpendDashboardServices['clock'];
  readonly #projection: SpendProjection;
  readonly #readyWatch: ReadyWatch;
  readonly #handlers: DashboardHandlers;
  readonly #disposables: readonly vscode.Disposable[];
  readonly #didClose: () => void;
  #isReady = false;

  constructor(
    panel: vscode.WebviewPanel,
    filters: SpendFilters,
    services: SpendDashboardServices,
    didClose: () => void,
  ) {
    this.#panel = panel;
    this.#clock = services.clock;
    this.#didClose = didClose;
    this.#projection = new SpendProjection(services, filters, (message) => this.#post(message));
    this.#projection.refresh();
    this.#readyWatch = new ReadyWatch(services.clock, services.didStall);
    this.#handlers = {
      'panel-ready': () => this.#begin(),
      'filters-changed': (payload) => this.#projection.changeFilters(payload.filters),
      'page-asked': () => this.#projection.showMore(),
      'raw-asked': ({ requestId }) => this.#projection.showRaw(requestId),
      'report-asked': () => this.#projection.refresh(),
      'action-chosen': ({ action }) => {
        services
          .act(action, this.#projection.shownPeriod)
          .catch((error: unknown) => services.log.error(`The dashboard's ${action} failed`, error));
      },
    };
    this.#disposables = [
      panel.webview.onDidReceiveMessage((data: unknown) => this.#receive(data)),
      panel.onDidChangeViewState(() => this.#changeVisibility()),
      panel.onDidDispose(() => this.#close()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('tiebreak') && panel.visible) this.#projection.refresh();
      }),
    ];
    this.#load(services.extensionUri);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #load(extensionUri: vscode.Uri): void {
    this.#panel.iconPath = new vscode.ThemeIcon('graph');
    const landmark = vscode.l10n.t('Spend');
    loadPage(this.#panel.webview, extensionUri, { name: 'spend', landmark, showsPictures: false });
    if (this.#panel.visible) this.#readyWatch.begin();
  }

  #begin(): void {
    const isReturning = this.#isReady;
    this.#isReady = true;
    this.#readyWatch.end();
    this.#postView();
    if (isReturning) this.#projection.refresh();
  }

  #postView(): void {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const view = this.#projection.view(spendTexts(vscode.l10n), vscode.env.language, timeZone);
    this.#post({ type: 'view-replaced', payload: { view } });
  }

  #post(message: SpendEnvelope<SpendHostMessages>): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  #receive(data: unknown): void {
    const message = readSpendMessage(data, this.#clock.now());
    if (message !== null) callHandler(this.#handlers, message.type, message.payload);
    // The page must not wait for an answer to what is refused.
    else this.#postView();
  }

  /** A page that is hidden is gone, and begins anew when it is shown again. */
  #changeVisibility(): void {
    if (!this.#panel.visible) {
      this.#isReady = false;
      this.#readyWatch.end();
      this.#projection.pause();
    } else if (!this.#isReady) {
      this.#readyWatch.begin();
      this.#projection.refresh();
    }
  }

  #close(): void {
    this.#readyWatch.end();
    this.#projection.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
    this.#didClose();
  }
}

function callHandler<Name extends keyof DashboardHandlers>(
  handlers: DashboardHandlers,
  type: Name,
  payload: unknown,
): void {
  // The payload was read by the reader of the same name.
  handlers[type](payload as SpendPanelMessages[Name]);
}
