import * as vscode from 'vscode';
import type { ComparisonSession } from '../app/comparisonSession.ts';
import type { DraftImages, ImageSource } from '../app/draftImages.ts';
import type { OutlookServices } from '../app/outlook.ts';
import { Outlook } from '../app/outlook.ts';
import { messagesBetween } from '../app/panelMessages.ts';
import type { PanelSentences } from '../app/panelState.ts';
import { comparisonView, requestView } from '../app/panelState.ts';
import type { Clock, Log, ModelClients, RequestPreview } from '../app/ports.ts';
import type { Comparison } from '../core/comparison.ts';
import { baseFiles } from '../core/comparison.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import type { ActionId, DraftImagesView } from '../shared/comparisonView.ts';
import type { OfferedFile, PanelCommand } from '../shared/messages.ts';
import { findColours, noColours, onDidChangeColours } from './colours/colourFinder.ts';
import { ComparisonPanel } from './comparisonPanel.ts';
import { comparisonViewType } from './comparisonViewType.ts';
import { makeRoom } from './panelPlace.ts';
import { panelTexts } from './panelTexts.ts';

/** What a comparison's panel needs from the rest of Tiebreak. */
export interface PresenterServices {
  readonly extensionUri: vscode.Uri;
  readonly clients: ModelClients;
  readonly clock: Clock;
  readonly log: Log;
  readonly sentences: PanelSentences;
  readonly outlook: OutlookServices;
  readonly images: DraftImages;
  /** The person wants to choose pictures for the draft. */
  readonly chooseImages: () => void;
  /** The person wants the draft sent. */
  readonly send: () => void;
  /** The person chose what a notice or failure offers. */
  readonly act: (action: ActionId, side: Side | null) => void;
  readonly openLink: (address: string) => void;
  /** The person wants to go on in their own editor. */
  readonly reviewInline: (side: Side) => void;
  /** The person wants to go on in VS Code's diff editor: with the file of that hunk, or all files of the side. */
  readonly openInDiffEditor: (side: Side, hunkId: string | null) => void;
  /** The person wants to see both results as pages. */
  readonly openPreview: () => void;
  /** What is made is to go to a file that the person names; `own`: to the one that was asked for. */
  readonly chooseTarget: (own: boolean) => void;
  /** The person looks at this panel now. */
  readonly didShow: () => void;
  /** The page does not come up. */
  readonly didStall: () => void;
  readonly didClose: () => void;
}

/** One frame of a 60 Hz screen, in milliseconds. */
const frameMs = 16;

const noPreview: RequestPreview = { endpoint: '', body: null };

/** What others may want of a panel that is open. */
export interface ShownComparison {
  /** Brings the tab to the front, with the focus. */
  reveal(): void;
  /** Whether the tab has the focus. */
  readonly isActive: boolean;
  /** Does what a command of VS Code's means for the hunk that has the panel's focus. */
  give(command: PanelCommand): void;
}

/**
 * Opens a comparison's panel beside the code, and keeps it showing what the comparison is until it is closed.
 *
 * @param panel the one that VS Code brought back after a reload, to be shown in; null to open one
 */
export async function openComparisonPanel(
  session: ComparisonSession,
  services: PresenterServices,
  panel: vscode.WebviewPanel | null,
): Promise<ShownComparison> {
  return new ComparisonPresenter(session, services, panel ?? (await makeRoom(comparisonViewType)));
}

/** Shows a session in a panel: at most once a frame it tells what changed since what it told before. */
class ComparisonPresenter implements ShownComparison {
  readonly #session: ComparisonSession;
  readonly #services: PresenterServices;
  readonly #panel: ComparisonPanel;
  readonly #outlook: Outlook;
  readonly #disposables: { dispose(): void }[] = [];
  #shown: Comparison;
  #frame: (() => void) | null = null;
  #colours = noColours;
  #previews: Readonly<Record<Side, RequestPreview>> = { left: noPreview, right: noPreview };
  #isClosed = false;

  constructor(session: ComparisonSession, services: PresenterServices, place: vscode.ViewColumn | vscode.WebviewPanel) {
    this.#session = session;
    this.#services = services;
    this.#shown = session.comparison;
    this.#outlook = new Outlook(session, services.outlook, services.sentences, {
      changed: () => this.#tellOutlook(),
      report: (work) => this.#report(work),
    });
    this.#panel = new ComparisonPanel({
      extensionUri: services.extensionUri,
      comparisonId: session.comparison.id,
      title: titleOf(session.comparison),
      place,
      currentView: () => {
        this.#shown = session.comparison;
        return comparisonView(this.#shown, this.#request(), {
          draftImages: this.#draftImages(),
          outlook: this.#outlook.view(),
          colours: this.#colours,
          texts: panelTexts(),
          locale: vscode.env.language,
          sentences: services.sentences,
        });
      },
      handlers: {
        'hunk-accepted': ({ hunkId }) => session.dispatch({ type: 'hunk-accepted', hunkId }),
        'hunk-rejected': ({ hunkId }) => session.dispatch({ type: 'hunk-rejected', hunkId }),
        'hunk-reopened': ({ hunkId }) => session.dispatch({ type: 'hunk-reopened', hunkId }),
        'side-accepted': ({ side }) => session.dispatch({ type: 'side-accepted', side }),
        'choice-undone': () => session.dispatch({ type: 'choice-undone' }),
        'accepted-applied': () => this.#report(session.apply()),
        'target-asked': ({ own }) => services.chooseTarget(own),
        'comparison-declined': () => session.decline(),
        'answer-cancelled': ({ side }) => session.cancel(side),
        'answer-asked-again': ({ side }) => services.act('ask-again', side),
        'follow-up-asked': ({ side, instruction }) =>
          this.#report(session.followUp(side === null ? sides : [side], instruction)),
        'conflict-resolved': ({ hunkId, take }) => session.resolveConflict(hunkId, take),
        'inline-review-started': ({ side }) => services.reviewInline(side),
        'diff-editor-opened': ({ side, hunkId }) => services.openInDiffEditor(side, hunkId),
        'preview-opened': () => services.openPreview(),
        'piece-toggled': ({ pieceId, included }) => session.dispatch({ type: 'piece-toggled', pieceId, included }),
        'images-asked': () => services.chooseImages(),
        'images-offered': ({ files }) => this.#report(services.images.offer(files.map(offeredImage))),
        'image-drawn': ({ jobId, data }) => services.images.takeDrawn(jobId, data),
        'request-sent': () => services.send(),
        'count-asked': () => this.#report(this.#outlook.count()),
        'action-chosen': ({ side, action }) => services.act(action, side),
        'link-opened': ({ address }) => services.openLink(address),
      },
      clock: services.clock,
      onDidShow: services.didShow,
      onDidStall: services.didStall,
      onDidClose: () => this.#close(),
    });
    this.#disposables.push(
      session.onDidChange((now, before) => {
        if (changesRequest(before, now)) {
          this.#report(this.#readPreviews());
          this.#report(this.#outlook.refresh());
        }
        if (now.task !== before.task || now.readFiles !== before.readFiles) this.#report(this.#readColours());
        this.#tellSoon();
      }),
      services.images.onDidChange(() => this.#tellDraftImages()),
      onDidChangeColours(() => this.#report(this.#readColours())),
      // Budgets, own prices and addresses all bear on what sending would cost.
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('tiebreak')) this.#report(this.#outlook.refresh());
      }),
    );
    this.#report(this.#readPreviews());
    this.#report(this.#readColours());
    this.#report(this.#outlook.start());
  }

  reveal(): void {
    this.#panel.reveal();
  }

  get isActive(): boolean {
    return this.#panel.isActive;
  }

  give(command: PanelCommand): void {
    const comparisonId = this.#session.comparison.id;
    this.#panel.post({ type: 'command-given', comparisonId, payload: { command } });
  }

  /** The first change after a quiet frame is told at once; what follows within the frame is told together. */
  #tellSoon(): void {
    if (this.#frame !== null || this.#isClosed) return;
    this.#tell();
    this.#frame = this.#services.clock.after(frameMs, () => {
      this.#frame = null;
      if (this.#session.comparison !== this.#shown) this.#tellSoon();
    });
  }

  #tell(): void {
    const now = this.#session.comparison;
    const messages = messagesBetween(this.#shown, now, this.#services.sentences, () => this.#request());
    this.#shown = now;
    if (messages === null) this.#panel.postView();
    else this.#panel.post(...messages);
  }

  #request() {
    const { prompt } = this.#session.startFor('left');
    return requestView(this.#session.comparison, prompt, this.#previews);
  }

  async #readPreviews(): Promise<void> {
    const preview = async (side: Side) => {
      const start = this.#session.startFor(side);
      return (await this.#services.clients.clientFor(start.contender)).preview(start);
    };
    const [left, right] = await Promise.all([preview('left'), preview('right')]);
    this.#previews = { left, right };
    this.#panel.post({
      type: 'request-changed',
      comparisonId: this.#session.comparison.id,
      payload: { request: this.#request() },
    });
  }

  #tellOutlook(): void {
    if (this.#isClosed) return;
    this.#panel.post({
      type: 'outlook-changed',
      comparisonId: this.#session.comparison.id,
      payload: { outlook: this.#outlook.view() },
    });
  }

  #draftImages(): DraftImagesView {
    const { images, sentences } = this.#services;
    const refused = images.refused.map(
      ({ name, fault }) => sentences.describeFailure({ kind: 'image-unsuitable', name, reason: fault }, null).sentence,
    );
    return { preparing: images.jobs.length, job: images.jobs[0] ?? null, refused };
  }

  #tellDraftImages(): void {
    if (this.#isClosed) return;
    this.#panel.post({
      type: 'draft-images-changed',
      comparisonId: this.#session.comparison.id,
      payload: { draftImages: this.#draftImages() },
    });
  }

  async #readColours(): Promise<void> {
    const { comparison } = this.#session;
    const files = [comparison.task.file, ...baseFiles(comparison)];
    const languages = files.map((file) => file.languageId);
    this.#colours = await findColours(this.#services.extensionUri, languages);
    this.#panel.post({ type: 'colours-changed', comparisonId: comparison.id, payload: { colours: this.#colours } });
  }

  #report(work: Promise<void>): void {
    work.catch((error: unknown) => this.#services.log.error('The comparison panel could not be kept up', error));
  }

  #close(): void {
    this.#isClosed = true;
    this.#frame?.();
    this.#outlook.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
    this.#services.didClose();
  }
}

function offeredImage(file: OfferedFile): ImageSource {
  const { name } = file;
  return { name, content: 'fault' in file ? file.fault : new Uint8Array(Buffer.from(file.data, 'base64')) };
}

function changesRequest(before: Comparison, now: Comparison): boolean {
  return (
    before.task !== now.task ||
    before.pieces !== now.pieces ||
    before.leftOut !== now.leftOut ||
    before.left.contender !== now.left.contender ||
    before.right.contender !== now.right.contender
  );
}

function titleOf({ task }: Comparison): string {
  const name = task.file.path.split('/').at(-1) ?? task.file.path;
  switch (task.kind) {
    case 'fix':
      return vscode.l10n.t('Fix {0}', name);
    case 'ask':
      return vscode.l10n.t('Ask about {0}', name);
    case 'ui':
      return vscode.l10n.t('UI in {0}', name);
  }
}
