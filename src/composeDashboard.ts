import * as vscode from 'vscode';
import type { LedgerArchive } from './app/archivePorts.ts';
import type { Ledger } from './app/ledgerPorts.ts';
import type { Prices } from './composePrices.ts';
import type { Period } from './core/spend/localPeriods.ts';
import type { createLog } from './host/log.ts';
import { budgetNotes } from './host/spend/budgetNotes.ts';
import { readBudgets } from './host/spend/budgetSettings.ts';
import { confirmLoss } from './host/spend/damagedLedger.ts';
import { priceNotes } from './host/spend/priceNotes.ts';
import { systemClock } from './host/systemClock.ts';
import { readingSentence } from './panel/spend/readingSentence.ts';
import { SpendDashboard } from './panel/spend/spendDashboard.ts';
import type { SpendAction } from './shared/spendMessages.ts';

/** What there is before the dashboard is first opened. */
interface DashboardSurroundings {
  readonly context: vscode.ExtensionContext;
  readonly log: ReturnType<typeof createLog>;
  readonly ledger: Ledger;
  readonly archive: LedgerArchive;
  readonly prices: Prices;
}

/** Builds the dashboard, which is loaded when it is first opened. */
export function composeDashboard({ context, log, ledger, archive, prices }: DashboardSurroundings): SpendDashboard {
  const run = (command: string, ...commandArguments: readonly unknown[]) =>
    vscode.commands.executeCommand(command, ...commandArguments);
  const actions: { readonly [Action in SpendAction]: (shown: Period | null) => unknown } = {
    export: (shown) => run('tiebreak.exportSpend', shown),
    import: () => run('tiebreak.importSpend'),
    delete: (shown) => run('tiebreak.deleteSpend', shown),
    'try-scripted': () => run('tiebreak.tryScripted'),
    'change-budget': () => run('workbench.action.openSettings', 'tiebreak.budget'),
    'accept-loss': async () => {
      if (!(await confirmLoss())) return;
      const failure = await ledger.acceptLosses();
      if (failure === null) return;
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The budgets could not be changed, because the ledger’s folder cannot be written.'),
      );
    },
    'show-log': () => log.show(),
  };
  const offerReload = async () => {
    const reload = vscode.l10n.t('Reload window');
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t('VS Code could not show the spend dashboard. Reloading the window usually helps.'),
      reload,
    );
    if (chosen === reload) await run('workbench.action.reloadWindow');
  };
  return new SpendDashboard({
    extensionUri: context.extensionUri,
    archive,
    ledger,
    loadPrices: () => prices.open(),
    priceNotes: async (rows) => [
      ...budgetNotes(readBudgets(), vscode.l10n),
      ...priceNotes(rows, await prices.inUse(), vscode.l10n, 'history'),
    ],
    budgets: readBudgets,
    clock: systemClock,
    log,
    describe: (failure) => readingSentence(failure, vscode.l10n),
    act: async (action, shown) => {
      await actions[action](shown);
    },
    didStall: () => {
      offerReload().catch((error: unknown) => log.error('Reloading the window could not be offered', error));
    },
  });
}
