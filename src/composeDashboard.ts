import * as vscode from 'vscode';
import type { LedgerArchive } from './app/archivePorts.ts';
import type { Ledger } from './app/ledgerPorts.ts';
import type { Prices } from './composePrices.ts';
import type { createLog } from './host/log.ts';
import { budgetNotes } from './host/spend/budgetNotes.ts';
import { readBudgets } from './host/spend/budgetSettings.ts';
import { ledgerSentence } from './host/spend/ledgerSentence.ts';
import { priceNotes } from './host/spend/priceNotes.ts';
import { systemClock } from './host/systemClock.ts';
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
  const actions: { readonly [Action in SpendAction]: () => unknown } = {
    export: () => run('tiebreak.exportSpend'),
    import: () => run('tiebreak.importSpend'),
    delete: () => run('tiebreak.deleteSpend'),
    'try-scripted': () => run('tiebreak.tryScripted'),
    'change-budget': () => run('workbench.action.openSettings', 'tiebreak.budget'),
    'show-log': () => log.show(),
  };
  return new SpendDashboard({
    extensionUri: context.extensionUri,
    archive,
    ledger,
    loadPrices: () => prices.open(),
    priceNotes: async (rows) => [
      ...budgetNotes(readBudgets(), vscode.l10n),
      ...priceNotes(rows, await prices.inUse(), vscode.l10n),
    ],
    budgets: readBudgets,
    clock: systemClock,
    log,
    describe: ledgerSentence,
    act: async (action) => {
      await actions[action]();
    },
    didStall: () => {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('VS Code could not show the spend dashboard. Reloading the window usually helps.'),
      );
    },
  });
}
