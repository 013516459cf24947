import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { ComparisonSession } from '../../app/comparisonSession.ts';
import { PreviewProjection, type PreviewServices } from '../../app/preview/previewProjection.ts';
import { type Side, sides } from '../../core/side.ts';
import type { PreviewEnvelope, PreviewHostMessages, PreviewPanelMessages } from '../../shared/previewMessages.ts';
import type { PreviewView } from '../../shared/previewView.ts';
import { ReadyWatch } from '../readyWatch.ts';
import { AliveWatch } from './aliveWatch.ts';
import type { PreviewFiles } from './previewFiles.ts';
import { previewHtml } from './previewHtml.ts';
import { readPreviewMessage } from './previewMessage.ts';
import { previewTexts } from './previewTexts.ts';
import { previewViewType } from './previewViewType.ts';

/** What a preview needs from the rest of Tiebreak. */
export interface PreviewPanelServices extends PreviewServices {
  readonly files: PreviewFiles;
  /** Whether the person agrees that this contender's page runs its scripts. */
  readonly agreesToScripts: (label: string) => Promise<boolean>;
  /** Has the person say where to save a PNG; takes its bytes, the document to begin beside, and a name. */
  readonly savePicture: (png: Uint8Array, near: string, name: string) => Promise<void>;
  readonly showComparison: (session: ComparisonSession) => void;
  readonly didStall: () => void;
}

type PreviewHandlers = {
  readonly [Name in keyof PreviewPanelMessages]: (payload: PreviewPanelMessages[Name]) => void;
};

/**
 * The host half of one comparison's preview: a tab of its own that may load nothing, not even from the extension. Nothing
 * is posted before its page says that it is ready; then it gets one whole view, and after that only changes.
 */
export class PreviewPanel implements vscode.Disposable {
  readonly #session: ComparisonSession;
  readonly #services: PreviewPanelServices;
  readonly #projection: PreviewProjection;
  readonly #readyWatch: ReadyWatch;
  readonly #aliveWatch: AliveWatch;
  readonly #handlers: PreviewHandlers;
  readonly #didClose: () => void;
  #panel: vscode.WebviewPanel;
  #listeners: readonly vscode.Disposable[] = [];
  #nonce = newNonce();
  #isReady = false;
  #isClosed = false;
  #notice: string | null = null;

  constructor(
    session: ComparisonSession,
    column: vscode.ViewColumn,
    services: PreviewPanelServices,
    didClose: () => void,
  ) {
    this.#session = session;
    this.#services = services;
    this.#didClose = didClose;
    this.#readyWatch = new ReadyWatch(services.clock, services.didStall);
    this.#aliveWatch = new AliveWatch(services.clock, () => this.#report(this.#replaceStuck(sides)));
    const { frameScript } = services.files;
    this.#projection = new PreviewProjection(
      session,
      services,
      () => ({ nonce: this.#nonce, frameScript }),
      (side) => this.#tellSide(side),
      () => this.#tellAll(),
    );
    this.#handlers = {
      'panel-ready': () => this.#begin(),
      'file-chosen': ({ file }) => {
        this.#projection.chooseFile(file);
        this.#tellAll();
      },
      'look-chosen': ({ look }) => this.#projection.chooseLook(look),
      'props-written': ({ side, json }) => {
        this.#projection.writeProps(side, json);
        this.#tellSide(side);
      },
      'scripts-asked': ({ side }) => this.#report(this.#runScripts(side)),
      'scripts-stopped': ({ side, stuck }) =>
        this.#report(stuck ? this.#replaceStuck([side]) : this.#stopScripts([side])),
      'checker-asked': () => this.#report(this.#tellChecker()),
      'painter-asked': () => this.#report(this.#tellPainter()),
      'picture-taken': ({ side, png }) => this.#report(this.#savePicture(side, png)),
      'page-alive': () => {
        if (this.#projection.runsScripts && this.#panel.visible) this.#aliveWatch.begin();
      },
      'comparison-asked': () => services.showComparison(session),
    };
    this.#panel = this.#open(column, false);
    this.#report(this.#load());
  }

  /** The person took a permission back: what runs by it stops. */
  async stopScripts(): Promise<void> {
    if (this.#projection.runsScripts) await this.#stopScripts(sides);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #open(column: vscode.ViewColumn, preserveFocus: boolean): vscode.WebviewPanel {
    const title = vscode.l10n.t('Preview {0}', fileName(this.#session.comparison.task.file.path));
    const panel = vscode.window.createWebviewPanel(
      previewViewType,
      title,
      { viewColumn: column, preserveFocus },
      { enableScripts: true, enableForms: false, enableCommandUris: false, localResourceRoots: [] },
    );
    panel.iconPath = new vscode.ThemeIcon('open-preview');
    this.#listeners = [
      panel.webview.onDidReceiveMessage((data: unknown) => this.#receive(data)),
      panel.onDidChangeViewState(() => this.#changeVisibility()),
      panel.onDidDispose(() => this.#close()),
    ];
    return panel;
  }

  /** Gives the page anew, with a new nonce, and with a policy that lets only those scripts run that may. */
  async #load(): Promise<void> {
    this.#isReady = false;
    this.#aliveWatch.end();
    this.#nonce = newNonce();
    await this.#projection.renderAll();
    if (this.#isClosed) return;
    const { script, style } = this.#services.files;
    this.#panel.webview.html = previewHtml({
      nonce: this.#nonce,
      allowsScripts: this.#projection.runsScripts,
      script,
      style,
      landmark: vscode.l10n.t('Preview'),
      locale: vscode.env.language,
    });
    if (this.#panel.visible) this.#readyWatch.begin();
  }

  #begin(): void {
    this.#isReady = true;
    this.#readyWatch.end();
    this.#tellAll();
    if (this.#projection.runsScripts) this.#aliveWatch.begin();
  }

  async #runScripts(side: Side): Promise<void> {
    if (this.#projection.whyNoScripts(side) !== null) return;
    const { label } = this.#session.comparison[side].contender;
    if (!(await this.#services.agreesToScripts(label)) || this.#isClosed) return;
    this.#notice = null;
    this.#projection.allowScripts(side);
    await this.#load();
  }

  async #stopScripts(stopped: readonly Side[]): Promise<void> {
    this.#notice = null;
    for (const side of stopped) this.#projection.stopScripts(side);
    await this.#load();
  }

  /**
   * A page that is stuck hears nothing, and frames that are new to it may come into the very process that is stuck: a
   * new tab in its place has processes of its own.
   */
  async #replaceStuck(stopped: readonly Side[]): Promise<void> {
    for (const side of stopped) this.#projection.stopScripts(side);
    this.#notice = previewTexts(vscode.l10n).notResponding;
    const stuck = this.#panel;
    for (const listener of this.#listeners) listener.dispose();
    this.#panel = this.#open(stuck.viewColumn ?? vscode.ViewColumn.Active, !stuck.active);
    stuck.dispose();
    await this.#load();
  }

  async #tellChecker(): Promise<void> {
    this.#post({ type: 'checker-told', payload: { script: await this.#services.files.checker() } });
  }

  async #tellPainter(): Promise<void> {
    this.#post({ type: 'painter-told', payload: { script: await this.#services.files.painter() } });
  }

  #savePicture(side: Side, png: Uint8Array): Promise<void> {
    const { task, [side]: answer } = this.#session.comparison;
    const { files, file } = this.#projection;
    const page = fileName(files[file] ?? task.file.path).replace(/\.[^.]*$/, '');
    const who = answer.contender.label.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-');
    return this.#services.savePicture(png, task.file.uri, `${page}-${who}.png`);
  }

  #tellSide(side: Side): void {
    this.#post({ type: 'side-changed', payload: { view: this.#projection.side(side) } });
  }

  #tellAll(): void {
    const { files, file, look } = this.#projection;
    const view: PreviewView = {
      files,
      file,
      look,
      left: this.#projection.side('left'),
      right: this.#projection.side('right'),
      notice: this.#notice,
      texts: previewTexts(vscode.l10n),
      locale: vscode.env.language,
    };
    this.#post({ type: 'view-replaced', payload: { view } });
  }

  #post(message: PreviewEnvelope<PreviewHostMessages>): void {
    if (this.#isReady && !this.#isClosed) void this.#panel.webview.postMessage(message);
  }

  #receive(data: unknown): void {
    const message = readPreviewMessage(data);
    if (message !== null) callHandler(this.#handlers, message.type, message.payload);
  }

  /** A page that is hidden is gone, and begins anew when it is shown again. */
  #changeVisibility(): void {
    if (!this.#panel.visible) {
      this.#isReady = false;
      this.#readyWatch.end();
      this.#aliveWatch.end();
    } else if (!this.#isReady) {
      this.#readyWatch.begin();
    }
  }

  #report(work: Promise<void>): void {
    work.catch((error: unknown) => this.#services.log.error('The preview could not be kept up', error));
  }

  #close(): void {
    this.#isClosed = true;
    this.#readyWatch.end();
    this.#aliveWatch.end();
    this.#projection.dispose();
    for (const listener of this.#listeners) listener.dispose();
    this.#didClose();
  }
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function callHandler<Name extends keyof PreviewHandlers>(
  handlers: PreviewHandlers,
  type: Name,
  payload: unknown,
): void {
  // The payload was read by the reader of the same name.
  handlers[type](payload as PreviewPanelMessages[Name]);
}
