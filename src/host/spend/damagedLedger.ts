import * as vscode from 'vscode';

/** Says that a damaged ledger was set aside, and shows the file to whoever wants to see it. */
export async function tellDamage(setAsidePath: string): Promise<void> {
  const showFile = vscode.l10n.t('Show the file');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('The spend ledger was damaged. It is kept as {0}, and a new one was begun.', setAsidePath),
    showFile,
  );
  if (chosen === showFile) await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(setAsidePath));
}

/** Asks whether budgets may forget what a damaged ledger held: that is worth a question of its own. */
export async function confirmLoss(): Promise<boolean> {
  const goOn = vscode.l10n.t('Count from then on');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Let budgets count only what was spent since the ledger was damaged?'),
    {
      modal: true,
      detail: vscode.l10n.t('What was spent before stays unknown to them. The damaged file is kept where it is.'),
    },
    goOn,
  );
  return chosen === goOn;
}
