import * as vscode from 'vscode';
import type { ImageProjectionServices } from '../../app/asset/imageProjection.ts';
import { ImageProjection } from '../../app/asset/imageProjection.ts';
import { imageRequests } from '../../app/asset/imageRequests.ts';
import type { ImageServices, ImageSession } from '../../app/asset/imageSession.ts';
import type { Log } from '../../app/ports.ts';
import type { Side } from '../../core/side.ts';
import type { ActionId } from '../../shared/comparisonView.ts';
import type { ImageDraft, ImageEnvelope, ImageHostMessages, ImagePanelMessages } from '../../shared/imageMessages.ts';
import type { ImageView } from '../../shared/imageView.ts';
import { loadPage } from '../loadPage.ts';
import { ReadyWatch } from '../readyWatch.ts';
import { assetTexts } from './assetTexts.ts';
import { readImageMessage } from './imageMessage.ts';
import { imageViewType } from './imageViewType.ts';

/** What can be done with a side's finished picture. */
export type ImageDeed = 'copy-alt-text' | 'copy-tag' | 'copy-source' | 'save';

/** What the panel of an image asset needs from the rest of Tiebreak. */
export interface ImagePanelServices extends ImageProjectionServices {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
  readonly images: Pick<ImageServices, 'clients' | 'loadPrices' | 'clock'>;
  /** The person wants both models asked for this. */
  readonly ask: (session: ImageSession, draft: ImageDraft) => Promise<void>;
  readonly use: (session: ImageSession, side: Side, deed: ImageDeed) => Promise<void>;
  readonly act: (session: ImageSession, side: Side, action: ActionId) => Promise<void>;
  readonly didStall: () => void;
  readonly didClose: (session: ImageSession) => void;
}

type ImageHandlers = { readonly [Name in keyof ImagePanelMessages]: (payload: ImagePanelMessages[Name]) => void };

/** The host half of one image asset's panel. Nothing is posted before its page says that it is ready. */
export class ImagePanel implements vscode.Disposable {
  readonly #session: ImageSession;
  readonly #services: ImagePanelServices;
  readonly #panel: vscode.WebviewPanel;
  readonly #projection: ImageProjection;
  readonly #readyWatch: ReadyWatch;
  readonly #handlers: ImageHandlers;
  readonly #disposables: readonly vscode.Disposable[];
  #requests: ImageView['requests'] = null;
  #isReady = false;

  /** @param panel that VS Code brought back; null for a new one */
  constructor(session: ImageSession, services: ImagePanelServices, panel: vscode.WebviewPanel | null) {
    this.#session = session;
    this.#services = services;
    this.#panel = panel ?? newPanel();
    this.#readyWatch = new ReadyWatch(services.clock, services.didStall);
    this.#projection = new ImageProjection(
      session,
      services,
      (message) => this.#post(message),
      () => this.#tellAll(),
    );
    const use = (deed: ImageDeed) => (payload: { readonly side: Side }) =>
      this.#report(services.use(session, payload.side, deed));
    this.#handlers = {
      'panel-ready': () => this.#begin(),
      'draft-changed': ({ instruction, options }) => session.change(instruction, options),
      'images-asked': (draft) => this.#report(services.ask(session, draft)),
      'image-cancelled': ({ side }) => session.cancel(side),
      'alt-text-changed': ({ side, text }) => session.changeAltText(side, text),
      'alt-text-copied': use('copy-alt-text'),
      'tag-copied': use('copy-tag'),
      'source-copied': use('copy-source'),
      'image-saved': use('save'),
      'action-chosen': ({ side, action }) => this.#report(services.act(session, side, action)),
    };
    this.#disposables = [
      this.#panel.webview.onDidReceiveMessage((data: unknown) => this.#receive(data)),
      this.#panel.onDidChangeViewState(() => this.#changeVisibility()),
      this.#panel.onDidDispose(() => this.#close()),
    ];
    this.#load();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #load(): void {
    this.#panel.iconPath = new vscode.ThemeIcon('file-media');
    const landmark = vscode.l10n.t('Image asset');
    loadPage(this.#panel.webview, this.#services.extensionUri, { name: 'image', landmark, showsPictures: true });
    if (this.#panel.visible) this.#readyWatch.begin();
  }

  #begin(): void {
    this.#isReady = true;
    this.#readyWatch.end();
    this.#tellAll();
  }

  #tellAll(): void {
    const { instruction } = this.#session.asset;
    if (instruction !== '') this.#panel.title = shortened(instruction);
    const view: ImageView = {
      ...this.#projection.view(),
      requests: this.#requests,
      texts: assetTexts(vscode.l10n),
      locale: vscode.env.language,
    };
    this.#post({ type: 'view-replaced', payload: { view } });
    this.#report(this.#tellRequests());
  }

  async #tellRequests(): Promise<void> {
    const { asset } = this.#session;
    const requests = await imageRequests(this.#session, this.#services.images);
    // What has changed meanwhile is told by its own turn.
    if (asset.options !== this.#session.asset.options || asset.instruction !== this.#session.asset.instruction) return;
    this.#requests = requests;
    this.#post({ type: 'requests-changed', payload: { requests } });
  }

  #post(message: ImageEnvelope<ImageHostMessages>): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
  }

  #receive(data: unknown): void {
    const message = readImageMessage(data);
    if (message !== null) callHandler(this.#handlers, message.type, message.payload);
  }

  /** A page that is hidden is gone, and begins anew when it is shown again. */
  #changeVisibility(): void {
    if (!this.#panel.visible) {
      this.#isReady = false;
      this.#readyWatch.end();
    } else if (!this.#isReady) {
      this.#readyWatch.begin();
    }
  }

  #report(work: Promise<void>): void {
    work.catch((error: unknown) => this.#services.log.error('A wish of an image asset’s panel failed', error));
  }

  #close(): void {
    this.#isReady = false;
    this.#readyWatch.end();
    this.#projection.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
    this.#services.didClose(this.#session);
  }
}

function newPanel(): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(imageViewType, vscode.l10n.t('Image asset'), vscode.ViewColumn.Active, {
    enableFindWidget: false,
    retainContextWhenHidden: false,
  });
}

/** A tab has room for a few words. */
function shortened(instruction: string): string {
  const line = instruction.replace(/\s+/g, ' ');
  return vscode.l10n.t('Image: {0}', line.length > 30 ? `${line.slice(0, 29)}…` : line);
}

function callHandler<Name extends keyof ImageHandlers>(handlers: ImageHandlers, type: Name, payload: unknown): void {
  // The payload was read by the reader of the same name.
  handlers[type](payload as ImagePanelMessages[Name]);
}
