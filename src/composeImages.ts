import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ImageServices } from './app/asset/imageSession.ts';
import { ImageSession } from './app/asset/imageSession.ts';
import type { ComparisonSurroundings } from './composeComparisons.ts';
import { contenderFromSettings, longestAnswerMs, modelClients } from './composeModels.ts';
import { defaultImageOptions, type ImageOptions, readImageOptions } from './core/asset/imageOptions.ts';
import type { Failure } from './core/failure.ts';
import type { Side } from './core/side.ts';
import { sides } from './core/side.ts';
import { isHeldBackByBudget } from './core/spend/budget.ts';
import { performAction } from './host/actions.ts';
import { FileImageStore } from './host/asset/fileImageStore.ts';
import { folderOfArguments } from './host/asset/imageOrigin.ts';
import { describeImageFailure } from './host/asset/imageSentences.ts';
import { chooseKeptImage } from './host/asset/reopenImage.ts';
import { copyAltText, copySource, copyTag, SavedPlaces, saveSide } from './host/asset/useImage.ts';
import { missingKeys } from './host/comparisonCommands.ts';
import { askForMissingKey, setApiKey } from './host/keyDialogs.ts';
import { offerOtherViews } from './host/otherViews.ts';
import { readSettings } from './host/settings.ts';
import { readBudgets } from './host/spend/budgetSettings.ts';
import { confirmLoss } from './host/spend/damagedLedger.ts';
import { systemClock } from './host/systemClock.ts';
import { tellFailure } from './host/tellFailure.ts';
import { whyUntrusted } from './host/trust.ts';
import type { ImageDeed, ImagePanelServices } from './panel/asset/imagePanel.ts';
import { ImagePanel } from './panel/asset/imagePanel.ts';
import { sanitizeSvg } from './preview/svg/sanitizeSvg.ts';
import type { ActionId } from './shared/comparisonView.ts';
import type { ImageDraft } from './shared/imageMessages.ts';

/** The commands about image assets; each takes what VS Code passed to the command. */
export interface ImageCommands {
  createImage(commandArguments: readonly unknown[]): Promise<void>;
  reopenImage(): Promise<void>;
  /** Fills a panel that VS Code brought back after a reload. Takes the panel and what its page had VS Code keep. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

/** Builds everything that image assets need, which is loaded when the first one is wanted. */
export function composeImages(surroundings: ComparisonSurroundings): ImageCommands & vscode.Disposable {
  const { context, keys, log, ledger, prices, observer, workspace } = surroundings;
  const sanitizer = { sanitize: sanitizeSvg };
  const store = new FileImageStore({
    folder: vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, 'images').fsPath,
    sanitizer,
    clock: systemClock,
    log,
    onDidFail: () => {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'Tiebreak cannot keep pictures on this disk. Save those that you want before you close their panel.',
        ),
      );
    },
  });
  const services: ImageServices = {
    clock: systemClock,
    ledger,
    loadPrices: () => prices.open(),
    clients: modelClients(keys),
    observer,
    workspace,
    random: Math.random,
    newId: randomUUID,
    sanitizer,
    store,
    log,
    contenderFor: contenderFromSettings,
    get budgets() {
      return readBudgets();
    },
    get limits() {
      return { idleMs: readSettings().idleTimeoutMs, totalMs: longestAnswerMs };
    },
  };
  const panels = new Map<string, ImagePanel>();
  const places = new SavedPlaces();

  const tell = (failure: Failure) =>
    void tellFailure(failure, (action) => performAction(action, { session: null, side: null }, actionServices));
  const actionServices = {
    keys,
    showLog: () => log.show(),
    tell,
    tryScripted: async () => undefined,
    acceptLosses: () => ledger.acceptLosses(),
  };

  const ask = async (session: ImageSession, draft: ImageDraft) => {
    const untrusted = whyUntrusted();
    if (untrusted !== null) return tell(untrusted);
    session.change(draft.instruction, draft.options);
    const contenders = sides.map((side) => session.asset[side].answer.contender);
    const missing = await missingKeys(contenders, keys);
    if (missing.length === 0) return await session.ask(sides);
    switch (await askForMissingKey(keys, missing)) {
      case 'keys-entered':
        return await session.ask(sides);
      case 'try-scripted':
        return await session.ask(sides, true);
      case 'choose-model':
        return await performAction('choose-model', { session: null, side: null }, actionServices);
      case 'dismissed':
        return;
    }
  };
  const act = async (session: ImageSession, side: Side, action: ActionId) => {
    switch (action) {
      case 'ask-again':
        return await session.ask([side]);
      case 'try-scripted':
        return await session.ask([side], true);
      case 'set-key': {
        const stored = await setApiKey(keys, session.asset[side].answer.contender.provider);
        if (typeof stored !== 'boolean') return tell(stored);
        return stored ? await session.ask([side]) : undefined;
      }
      case 'allow-over-budget':
        session.allowOverBudget();
        return await session.ask(heldBackSides(session));
      case 'accept-loss': {
        if (!(await confirmLoss())) return;
        const failure = await ledger.acceptLosses();
        return failure === null ? await session.ask(heldBackSides(session)) : tell(failure);
      }
      default:
        return await performAction(action, { session: null, side }, actionServices);
    }
  };
  const use = async (session: ImageSession, side: Side, deed: ImageDeed) => {
    switch (deed) {
      case 'save':
        return await saveSide(session, side, places);
      case 'copy-alt-text':
        return await copyAltText(session, side);
      case 'copy-tag':
        return await copyTag(session, side, places);
      case 'copy-source':
        return await copySource(session, side);
    }
  };
  const panelServices: ImagePanelServices = {
    extensionUri: context.extensionUri,
    clock: systemClock,
    log,
    sentences: { describeFailure: describeImageFailure },
    images: services,
    ask,
    act,
    use,
    didStall: () => void offerOtherViews(),
    didClose: (session) => {
      session.dispose();
      panels.delete(session.asset.id);
    },
  };
  /** Shows an asset, unless it is shown already: it can be reopened before anybody looks at the tab that it had. */
  const present = (session: ImageSession, panel: vscode.WebviewPanel | null) => {
    const shown = panels.get(session.asset.id);
    if (shown === undefined) {
      panels.set(session.asset.id, new ImagePanel(session, panelServices, panel));
    } else {
      panel?.dispose();
      shown.reveal();
    }
  };
  /** A draft with the contenders of the settings, or null where they name none, which is told then. */
  const newDraft = (folder: string | null): ImageSession | null => {
    const { scriptedAnswers } = readSettings();
    const left = contenderFromSettings('left', scriptedAnswers);
    const right = contenderFromSettings('right', scriptedAnswers);
    const failure = [left, right].find((each) => 'kind' in each);
    if (failure !== undefined && 'kind' in failure) tell(failure);
    return 'kind' in left || 'kind' in right ? null : ImageSession.draft(left, right, folder, services);
  };
  /** Brings an asset back; what was never asked, or is no longer kept, is a draft again, with the words that were typed. */
  const restore = async (panel: vscode.WebviewPanel, { assetId, instruction, options }: SavedPage) => {
    const session = (assetId === null ? null : await bringBack(assetId)) ?? newDraft(null);
    if (session === null) return panel.dispose();
    session.change(instruction, options);
    present(session, panel);
  };
  const bringBack = async (assetId: string): Promise<ImageSession | null> => {
    const asset = await store.load(assetId);
    return asset === null ? null : ImageSession.restored(asset, services);
  };

  return {
    createImage: async (commandArguments) => {
      const untrusted = whyUntrusted();
      if (untrusted !== null) return tell(untrusted);
      const session = newDraft(await folderOfArguments(commandArguments));
      if (session === null) return;
      prices.refreshFor(false).catch((error: unknown) => log.error('Prices could not be refreshed', error));
      present(session, null);
    },
    reopenImage: async () => {
      const assetId = await chooseKeptImage(store, (id) => panels.has(id));
      const session = assetId === null ? null : await bringBack(assetId);
      if (session !== null) present(session, null);
    },
    restore: (panel, state) => restore(panel, savedPage(state)),
    dispose: () => {
      for (const panel of [...panels.values()]) panel.dispose();
    },
  };
}

function heldBackSides({ asset }: ImageSession): readonly Side[] {
  return sides.filter((side) => isHeldBackByBudget(asset[side].answer.failure?.kind ?? null));
}

/** What a panel's page has VS Code keep for it. */
interface SavedPage {
  readonly assetId: string | null;
  readonly instruction: string;
  readonly options: ImageOptions;
}

/** States come from storage that the page wrote; nothing of them is taken for granted. */
function savedPage(state: unknown): SavedPage {
  const fields: Readonly<Record<string, unknown>> = typeof state === 'object' && state !== null ? { ...state } : {};
  const { assetId, instruction, options } = fields;
  return {
    assetId: typeof assetId === 'string' ? assetId : null,
    instruction: typeof instruction === 'string' ? instruction : '',
    options: readImageOptions(options) ?? defaultImageOptions,
  };
}
