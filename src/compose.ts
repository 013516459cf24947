import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ComparisonCommands } from './composeComparisons.ts';
import { composePrices } from './composePrices.ts';
import { registerCommands } from './host/commandTable.ts';
import { createKeys } from './host/keys.ts';
import { createLog } from './host/log.ts';
import { MetricsSetting, providerServer } from './host/metricsSetting.ts';
import { once } from './host/once.ts';
import { registerQuickFix } from './host/quickFix.ts';
import type { ReviewCommand } from './host/review/reviewCommands.ts';
import { currentWorkspace } from './host/spend/currentWorkspace.ts';
import { tellDamage } from './host/spend/damagedLedger.ts';
import { SpendStatusBar } from './host/spend/spendStatusBar.ts';
import { SpendStatusItem } from './host/spend/spendStatusItem.ts';
import { systemClock } from './host/systemClock.ts';
import { SqliteLedger } from './ledger/sqliteLedger.ts';
import { MetricsObserver } from './metrics/metricsObserver.ts';
import { imageViewType } from './panel/asset/imageViewType.ts';
import { comparisonViewType } from './panel/comparisonViewType.ts';
import { spendViewType } from './panel/spend/spendViewType.ts';

/**
 * Builds what must be there from the start: commands, the quick fix and the status bar. Everything that comparing needs
 * is loaded by the first command that needs it.
 */
export function compose(context: vscode.ExtensionContext): vscode.Disposable {
  const keys = createKeys(context.secrets);
  const log = createLog(keys.knownValues);
  const workspace = currentWorkspace();
  const ledger = new SqliteLedger({
    directory: context.globalStorageUri.fsPath,
    clock: systemClock,
    log,
    sessionId: randomUUID(),
    workspace,
  });
  const metricsSetting = new MetricsSetting();
  const observer = new MetricsObserver({
    endpoint: () => metricsSetting.endpoint(),
    server: providerServer,
    clock: systemClock,
    log,
    version: String(context.extension.packageJSON.version),
    newId: randomUUID,
  });
  metricsSetting.onDidChange(() => observer.endpointChanged());
  const prices = composePrices(context.globalStorageUri.fsPath, systemClock, log);
  const comparing = once(async () => {
    const { composeComparisons } = await import('./composeComparisons.ts');
    const comparisons = composeComparisons({ context, keys, log, ledger, prices, observer, workspace });
    context.subscriptions.push(comparisons);
    return comparisons;
  });
  const archive = once(async () => {
    const { SqliteArchive } = await import('./ledger/archive/sqliteArchive.ts');
    return new SqliteArchive(ledger.access);
  });
  const spendArchive = once(async () => {
    const { createSpendArchive } = await import('./host/spend/archive/spendArchiveCommands.ts');
    return createSpendArchive({ archive: await archive(), clock: systemClock, log });
  });
  const dashboard = once(async () => {
    const { composeDashboard } = await import('./composeDashboard.ts');
    const composed = composeDashboard({ context, log, ledger, archive: await archive(), prices });
    context.subscriptions.push(composed);
    return composed;
  });
  const images = once(async () => {
    const { composeImages } = await import('./composeImages.ts');
    const composed = composeImages({ context, keys, log, ledger, prices, observer, workspace });
    context.subscriptions.push(composed);
    return composed;
  });
  const keyDialogs = once(() => import('./host/keyDialogs.ts'));
  const run =
    (name: Exclude<keyof ComparisonCommands, 'restorePanel' | 'review'>) =>
    async (...commandArguments: readonly unknown[]) =>
      (await comparing())[name](commandArguments);
  const review =
    (name: ReviewCommand) =>
    async (...commandArguments: readonly unknown[]) =>
      (await comparing()).review(name, commandArguments);

  ledger.onDidRecover((setAsidePath) => {
    tellDamage(setAsidePath).catch((error: unknown) => log.error('The damaged ledger could not be shown.', error));
  });

  return vscode.Disposable.from(
    log,
    ledger,
    metricsSetting,
    observer,
    new SpendStatusBar({
      item: new SpendStatusItem(),
      ledger,
      clock: systemClock,
      log,
      prices: () => prices.inUse(),
    }),
    registerQuickFix(),
    vscode.window.registerWebviewPanelSerializer(comparisonViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await comparing()).restorePanel(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer(spendViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await dashboard()).restore(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer(imageViewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await images()).restore(panel, state),
    }),
    registerCommands(
      {
        'tiebreak.compareFix': run('compareFix'),
        'tiebreak.ask': run('ask'),
        'tiebreak.generateUi': run('generateUi'),
        'tiebreak.createImage': async (...given) => (await images()).createImage(given),
        'tiebreak.reopenImage': async () => (await images()).reopenImage(),
        'tiebreak.showRequest': run('showRequest'),
        'tiebreak.cancel': run('cancel'),
        'tiebreak.reopenComparison': run('reopenComparison'),
        'tiebreak.tryScripted': run('tryScripted'),
        'tiebreak.openPreview': run('openPreview'),
        'tiebreak.forgetPreviewPermissions': run('forgetPreviewPermissions'),
        'tiebreak.reviewInline': review('reviewInline'),
        'tiebreak.openInDiffEditor': review('openInDiffEditor'),
        'tiebreak.nextHunk': review('nextHunk'),
        'tiebreak.previousHunk': review('previousHunk'),
        'tiebreak.acceptHunk': review('acceptHunk'),
        'tiebreak.rejectHunk': review('rejectHunk'),
        'tiebreak.takeLeft': review('takeLeft'),
        'tiebreak.takeRight': review('takeRight'),
        'tiebreak.undoChoice': review('undoChoice'),
        'tiebreak.applyAccepted': review('applyAccepted'),
        'tiebreak.showOtherSide': review('showOtherSide'),
        'tiebreak.endReview': review('endReview'),
        'tiebreak.showSpend': async () => (await dashboard()).show(),
        'tiebreak.exportSpend': async (shown) => (await spendArchive()).exportSpend(shown),
        'tiebreak.importSpend': async () => (await spendArchive()).importSpend(),
        'tiebreak.deleteSpend': async (shown) => (await spendArchive()).deleteSpend(shown),
        'tiebreak.setApiKey': run('setApiKey'),
        'tiebreak.removeApiKey': async () => (await keyDialogs()).removeApiKey(keys),
      },
      log,
    ),
  );
}
