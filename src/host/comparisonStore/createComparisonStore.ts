import * as vscode from 'vscode';
import type { ComparisonStore } from '../../app/ports.ts';
import type { LogChannel } from '../log.ts';
import { systemClock } from '../systemClock.ts';
import { FileComparisonStore } from './fileComparisonStore.ts';

/**
 * Keeps the comparisons of this workspace in VS Code's own storage for it; those made without a folder are kept for the
 * person. Disposing writes what was not written yet.
 */
export function createComparisonStore(
  { storageUri, globalStorageUri }: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri'>,
  log: LogChannel,
): ComparisonStore & vscode.Disposable {
  const folder = vscode.Uri.joinPath(storageUri ?? globalStorageUri, 'comparisons').fsPath;
  return new FileComparisonStore({ folder, clock: systemClock, log, onDidFail: () => void tell(log) });
}

async function tell(log: LogChannel): Promise<void> {
  const showLog = vscode.l10n.t('Show log');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'Tiebreak cannot keep comparisons on this disk. They are there as long as their panels are open, but do not come back after a reload.',
    ),
    showLog,
  );
  if (chosen === showLog) log.show();
}
