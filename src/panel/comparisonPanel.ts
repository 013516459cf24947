import * as vscode from 'vscode';
import type { Clock } from '../app/ports.ts';
import type { ComparisonView } from '../shared/comparisonView.ts';
import type { Envelope, Handlers, HostMessages, PanelMessages } from '../shared/messages.ts';
import { comparisonViewType } from './comparisonViewType.ts';
import { loadPage } from './loadPage.ts';
import { readPanelMessage } from './panelMessage.ts';
import { panelTexts } from './panelTexts.ts';
import { ReadyWatch } from './readyWatch.ts';

/** What a panel says it wants; `panel-ready` is answered by the panel's host half itself. */
type PanelHandlers = Handlers<Omit<PanelMessages, 'panel-ready'>>;

/** What a panel is opened with. */
export interface ComparisonPanelOptions {
  readonly extensionUri: vscode.Uri;
  readonly comparisonId: string;
  /** The tab's title, e.g. `Fix basket.ts`. */
  readonly title: string;
  /** Everything there is to show at the moment; asked for whenever the panel starts from nothing. */
  readonly currentView: () => ComparisonView;
  /** The column to open it in, or the panel that VS Code brought back after a reload. */
  readonly place: vscode.ViewColumn | vscode.WebviewPanel;
  readonly handlers: PanelHandlers;
  /** Called whenever the tab gets the focus. */
  readonly onDidShow: () => void;
  /** Called when the page is on the screen and does not come up. */
  readonly onDidStall: () => void;
  readonly clock: Clock;
  /** Called once, when the tab is closed by whomever. */
  readonly onDidClose: () => void;
}

/**
 * The host half of a comparison's panel: a tab beside the code, opened at once and without taking the focus. Nothing is
 * posted before the panel says that it is ready; then it gets one whole view, and after that only changes. A hidden
 * panel is let go by VS Code and starts from a whole view again.
 */
export class ComparisonPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #options: ComparisonPanelOptions;
  readonly #disposables: readonly vscode.Disposable[];
  readonly #readyWatch: ReadyWatch;
  #isReady = false;

  constructor(options: ComparisonPanelOptions) {
    this.#options = options;
    this.#readyWatch = new ReadyWatch(options.clock, options.onDidStall);
    this.#panel = typeof options.place === 'number' ? openPanel(options.place, options.title) : options.place;
    this.#panel.title = options.title;
    const { webview } = this.#panel;
    this.#disposables = [
      webview.onDidReceiveMessage((data: unknown) => this.#receive(data)),
      this.#panel.onDidChangeViewState(() => this.#changeVisibility()),
      this.#panel.onDidDispose(() => this.#close()),
    ];
    this.#panel.iconPath = new vscode.ThemeIcon('git-compare');
    const landmark = panelTexts().comparison;
    loadPage(webview, options.extensionUri, { name: 'comparison', landmark, showsPictures: true });
    if (this.#panel.visible) this.#readyWatch.begin();
  }

  /**
   * Tells the panel now, in one post: each has its price, however little it carries. A panel that is not ready needs no
   * telling: it will get a whole view.
   */
  post(...messages: readonly Envelope<HostMessages>[]): void {
    if (this.#isReady && messages.length > 0) void this.#panel.webview.postMessage(messages);
  }

  /** Whether the tab has the focus. */
  get isActive(): boolean {
    return this.#panel.active;
  }

  /** Brings the tab to the front, with the focus. */
  reveal(): void {
    this.#panel.reveal();
  }

  /** Tells the panel everything anew. */
  postView(): void {
    const { comparisonId, currentView } = this.#options;
    this.post({ type: 'view-replaced', comparisonId, payload: { view: currentView() } });
  }

  #receive(data: unknown): void {
    const message = readPanelMessage(data, this.#options.comparisonId);
    if (message === null) return;
    if (message.type === 'panel-ready') {
      this.#isReady = true;
      this.#readyWatch.end();
      this.postView();
      return;
    }
    callHandler(this.#options.handlers, message.type, message.payload);
  }

  /** A page that is hidden is gone; what it would be told until it is ready again is in its next whole view. */
  #changeVisibility(): void {
    if (!this.#panel.visible) {
      this.#isReady = false;
      this.#readyWatch.end();
    } else if (!this.#isReady) {
      this.#readyWatch.begin();
    }
    if (this.#panel.active) this.#options.onDidShow();
  }

  #close(): void {
    this.#readyWatch.end();
    for (const disposable of this.#disposables) disposable.dispose();
    this.#options.onDidClose();
  }
}

function openPanel(column: vscode.ViewColumn, title: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    comparisonViewType,
    title,
    { viewColumn: column, preserveFocus: true },
    { enableFindWidget: true, retainContextWhenHidden: false },
  );
}

function callHandler<Name extends keyof PanelHandlers>(handlers: PanelHandlers, type: Name, payload: unknown): void {
  // The payload was read by the reader of the same name.
  handlers[type](payload as PanelMessages[Name]);
}
