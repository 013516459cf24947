import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ComparisonServices, ComparisonSession } from './app/comparisonSession.ts';
import type { DraftImages } from './app/draftImages.ts';
import { logFailure } from './app/failureLog.ts';
import type { Ledger, RequestObserver, WorkspaceName } from './app/ledgerPorts.ts';
import { OpenComparisons } from './app/openComparisons.ts';
import { contenderFromSettings, longestAnswerMs, modelClients, storedKey } from './composeModels.ts';
import type { Prices } from './composePrices.ts';
import type { Failure } from './core/failure.ts';
import type { CodeTaskKind } from './core/task.ts';
import type { ActionPlace } from './host/actions.ts';
import { performAction } from './host/actions.ts';
import type { ComparisonStarter, ComparisonWish } from './host/comparisonCommands.ts';
import { askForQuestion, compareTask, sendToBoth, startComparison } from './host/comparisonCommands.ts';
import { createComparisonStore } from './host/comparisonStore/createComparisonStore.ts';
import { setContextKey } from './host/contextKeys.ts';
import { createDocumentEditor } from './host/documentEditor.ts';
import { watchDocuments } from './host/documentWatch.ts';
import { describeFailure } from './host/failureSentences.ts';
import { HostDraftImages } from './host/images/draftImages.ts';
import { pickImages } from './host/images/pickImages.ts';
import { setApiKey } from './host/keyDialogs.ts';
import type { Keys } from './host/keys.ts';
import { openExternalLink } from './host/links.ts';
import type { LogChannel } from './host/log.ts';
import { once } from './host/once.ts';
import { offerOtherViews } from './host/otherViews.ts';
import { describeOutcome } from './host/outcomeSentences.ts';
import { followRenames } from './host/renames.ts';
import { Review } from './host/review/review.ts';
import type { ReviewCommand } from './host/review/reviewCommands.ts';
import { isSampleFile, openSample } from './host/sampleWorkspace.ts';
import { readSettings } from './host/settings.ts';
import { readBudgets } from './host/spend/budgetSettings.ts';
import { systemClock } from './host/systemClock.ts';
import type { TaskTarget } from './host/taskTarget.ts';
import { targetOfArguments } from './host/taskTarget.ts';
import { tellFailure } from './host/tellFailure.ts';
import { whyUntrusted } from './host/trust.ts';
import { askForUi } from './host/ui/askForUi.ts';
import { createWorkspaceReader } from './host/workspaceReading/workspaceReader.ts';
import { contextTokensOf } from './models/catalog.ts';
import { openComparisonPanel } from './panel/comparisonPresenter.ts';
import type { PreviewPanels } from './panel/preview/previewPanels.ts';
import { ReturningComparisons } from './returningComparisons.ts';
import type { ActionId } from './shared/comparisonView.ts';

/** What exists from the start and comparisons use. */
export interface ComparisonSurroundings {
  readonly context: vscode.ExtensionContext;
  readonly keys: Keys;
  readonly log: LogChannel;
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly observer: RequestObserver;
  /** The window's own; null for one without a folder. */
  readonly workspace: WorkspaceName | null;
}

/** The commands that start comparisons or act on them; each takes what VS Code passed to the command. */
export interface ComparisonCommands {
  compareFix(commandArguments: readonly unknown[]): Promise<void>;
  ask(commandArguments: readonly unknown[]): Promise<void>;
  generateUi(commandArguments: readonly unknown[]): Promise<void>;
  showRequest(commandArguments: readonly unknown[]): Promise<void>;
  tryScripted(commandArguments: readonly unknown[]): Promise<void>;
  setApiKey(commandArguments: readonly unknown[]): Promise<void>;
  cancel(commandArguments: readonly unknown[]): Promise<void>;
  reopenComparison(commandArguments: readonly unknown[]): Promise<void>;
  openPreview(commandArguments: readonly unknown[]): Promise<void>;
  forgetPreviewPermissions(commandArguments: readonly unknown[]): Promise<void>;
  /** The commands about hunks, each by its name. */
  review(command: ReviewCommand, commandArguments: readonly unknown[]): Promise<void>;
  /** Fills a panel that VS Code brought back after a reload. Takes the panel and what its page had VS Code keep. */
  restorePanel(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

/** Builds everything that comparing needs. Disposing stops what is under way. */
export function composeComparisons(surroundings: ComparisonSurroundings): ComparisonCommands & vscode.Disposable {
  const { context, keys, log, ledger, prices, observer, workspace } = surroundings;
  const comparisons = new OpenComparisons();
  const renames = followRenames();
  const documents = createDocumentEditor(renames);
  const review = new Review(comparisons, renames);
  const watch = watchDocuments(renames);
  const store = createComparisonStore(context, log);
  comparisons.onDidChangeUnderWay((isUnderWay) => void setContextKey('tiebreak.isComparing', isUnderWay));

  const services: ComparisonServices = {
    clock: systemClock,
    ledger,
    loadPrices: () => prices.open(),
    clients: modelClients(keys),
    documents,
    watch,
    reader: createWorkspaceReader(),
    store,
    observer,
    workspace,
    get budgets() {
      return readBudgets();
    },
    random: Math.random,
    newId: randomUUID,
    get limits() {
      return { idleMs: readSettings().idleTimeoutMs, totalMs: longestAnswerMs };
    },
    get readingRounds() {
      return readSettings().readingRounds;
    },
    contenderFor: (side, scripted) => contenderFromSettings(side, scripted),
  };

  const act = (action: ActionId, place: ActionPlace) =>
    performAction(action, place, {
      keys,
      showLog: () => log.show(),
      tell,
      tryScripted: () => tryScripted(),
      acceptLosses: () => ledger.acceptLosses(),
    });
  const tell = (failure: Failure) =>
    void tellFailure(failure, (action) => act(action, { session: comparisons.latest, side: null }));
  const present = async (session: ComparisonSession, panel: vscode.WebviewPanel | null, images: DraftImages) => {
    const { id } = session.comparison;
    session.onDidChange((now, _before, event) => logFailure(now, event, log));
    const shown = await openComparisonPanel(
      session,
      {
        extensionUri: context.extensionUri,
        clients: services.clients,
        clock: systemClock,
        log,
        sentences: { describeFailure, describeOutcome },
        outlook: {
          clock: systemClock,
          ledger,
          loadPrices: services.loadPrices,
          clients: services.clients,
          get budgets() {
            return readBudgets();
          },
          contextTokens: ({ provider, model }) => contextTokensOf(provider, model),
          canSend: async ({ provider }) => whyUntrusted() === null && (await storedKey(provider, keys)) !== null,
        },
        images,
        chooseImages: () => report(chooseImages(images)),
        send: () => report(sendDraft(session, images)),
        act: (action, side) => report(act(action, { session, side })),
        openLink: (address) => report(openExternalLink(address)),
        reviewInline: (side) => report(review.startInline(session, side)),
        openInDiffEditor: (side, hunkId) => report(review.openDiff(session, side, hunkId)),
        openPreview: () => report(openPreview(session)),
        chooseTarget: (own) => report(chooseTarget(session, own)),
        didShow: () => comparisons.touch(session),
        didStall: () => report(offerOtherViews()),
        didClose: () => {
          comparisons.remove(session);
          report(review.forget(session));
          openPreviews?.forget(session);
          report(returning.didClose(id));
        },
      },
      panel,
    );
    returning.didShow(id, shown);
    review.follow(session, shown);
    return shown;
  };
  let openPreviews: PreviewPanels | null = null;
  const previews = once(async () => {
    const { composePreview } = await import('./composePreview.ts');
    openPreviews = await composePreview({
      context,
      log,
      showComparison: ({ comparison }) => returning.reveal(comparison.id),
    });
    return openPreviews;
  });
  const openPreview = async (session: ComparisonSession | null) => {
    if (session !== null && (await previews()).show(session)) return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to preview: neither answer has a page, a component or a picture in SVG.'),
    );
  };
  const chooseTarget = async (session: ComparisonSession, own: boolean) => {
    if (own) return session.dispatch({ type: 'target-chosen', target: null });
    const { askForTarget } = await import('./host/ui/askForTarget.ts');
    const target = await askForTarget(session.comparison);
    if (target !== null) session.dispatch({ type: 'target-chosen', target });
  };
  const starter: ComparisonStarter = {
    services,
    comparisons,
    keys,
    tell,
    openModelSettings: () => void act('choose-model', { session: null, side: null }),
    present: async (session, images) => void (await present(session, null, images)),
  };
  const returning = new ReturningComparisons({
    services,
    comparisons,
    present: (session, panel) => present(session, panel, new HostDraftImages(session, systemClock, randomUUID)),
  });
  const chooseImages = async (images: DraftImages) => {
    const untrusted = whyUntrusted();
    if (untrusted !== null) return tell(untrusted);
    await images.offer(await pickImages());
  };
  const sendDraft = async (session: ComparisonSession, images: DraftImages) => {
    if (await images.settled()) await sendToBoth(session, starter);
  };
  /** Nothing may be lost to a promise that nobody waits for. */
  const report = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => log.error('A wish of the comparison panel failed', error));
  const start = (kind: CodeTaskKind, target: TaskTarget, more: Partial<ComparisonWish> = {}) => {
    report(prices.refreshFor(more.scripted === true));
    return startComparison({ kind, target, question: null, scripted: false, draftOnly: false, ...more }, starter);
  };

  const tryScripted = async () => {
    const target: TaskTarget = { kind: 'editor' };
    const active = vscode.window.activeTextEditor?.document.uri;
    const { extensionUri, globalStorageUri } = context;
    const isSample = active !== undefined && (await isSampleFile(active, extensionUri, globalStorageUri));
    if (!isSample) await openSample(extensionUri, globalStorageUri);
    await start('fix', target, { scripted: true });
  };

  return {
    compareFix: (commandArguments) => start('fix', targetOfArguments(commandArguments)),
    ask: async (commandArguments) => {
      const target = targetOfArguments(commandArguments);
      const untrusted = whyUntrusted();
      if (untrusted !== null) return tell(untrusted);
      const question = await askForQuestion();
      if (question !== null) await start('ask', target, { question });
    },
    generateUi: async (commandArguments) => {
      const wish = await askForUi(commandArguments);
      if (wish === null) return;
      if ('kind' in wish) return tell(wish);
      report(prices.refreshFor(false));
      await compareTask(wish.task, null, wish.gather, { ...wish, scripted: false }, starter);
    },
    showRequest: (commandArguments) => start('fix', targetOfArguments(commandArguments), { draftOnly: true }),
    tryScripted,
    setApiKey: async ([provider]) => {
      const stored = await setApiKey(keys, provider === 'openai' || provider === 'anthropic' ? provider : null);
      if (typeof stored !== 'boolean') tell(stored);
    },
    cancel: async () => comparisons.latestUnderWay?.cancel(null),
    reopenComparison: () => returning.reopen(),
    openPreview: () => openPreview(comparisons.latest),
    forgetPreviewPermissions: async () => {
      const { forgetScriptConsent } = await import('./host/preview/scriptConsent.ts');
      await Promise.all([forgetScriptConsent(context.workspaceState), openPreviews?.stopScripts()]);
    },
    review: (command, commandArguments) => review.run(command, commandArguments),
    restorePanel: (panel, state) => returning.restore(panel, state),
    dispose: () => {
      openPreviews?.dispose();
      review.dispose();
      watch.dispose();
      documents.dispose();
      renames.dispose();
      comparisons.dispose();
      store.dispose();
    },
  };
}
