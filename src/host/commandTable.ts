import * as vscode from 'vscode';
import type { Log } from '../app/ports.ts';
import type { ReviewCommand } from './review/reviewCommands.ts';

/** Every command of the manifest. */
type CommandId =
  | 'tiebreak.compareFix'
  | 'tiebreak.ask'
  | 'tiebreak.generateUi'
  | 'tiebreak.createImage'
  | 'tiebreak.reopenImage'
  | 'tiebreak.showRequest'
  | 'tiebreak.cancel'
  | 'tiebreak.reopenComparison'
  | 'tiebreak.tryScripted'
  | 'tiebreak.openPreview'
  | 'tiebreak.forgetPreviewPermissions'
  | `tiebreak.${ReviewCommand}`
  | 'tiebreak.showSpend'
  | 'tiebreak.exportSpend'
  | 'tiebreak.importSpend'
  | 'tiebreak.deleteSpend'
  | 'tiebreak.setApiKey'
  | 'tiebreak.removeApiKey';

/** One function per command; a command without one does not compile. Arguments are whatever VS Code passes. */
export type CommandTable = { readonly [Id in CommandId]: (...commandArguments: readonly unknown[]) => Promise<void> };

/** Registers them all. What a command throws is a bug: the log gets its cause, the person one sentence. */
export function registerCommands(table: CommandTable, log: Log & { show(): void }): vscode.Disposable {
  const registrations = Object.entries(table).map(([id, run]) =>
    vscode.commands.registerCommand(id, async (...commandArguments: unknown[]) => {
      try {
        await run(...commandArguments);
      } catch (error) {
        log.error(`${id} failed`, error);
        const showLog = vscode.l10n.t('Show log');
        const chosen = await vscode.window.showErrorMessage(
          vscode.l10n.t('Tiebreak came upon an error of its own. The log has the cause.'),
          showLog,
        );
        if (chosen === showLog) log.show();
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}
