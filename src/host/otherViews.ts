import * as vscode from 'vscode';

/** The commands that show a comparison without its panel, with their labels. */
function otherViews(): readonly { readonly label: string; readonly command: string }[] {
  return [
    { label: vscode.l10n.t('Review inline'), command: 'tiebreak.reviewInline' },
    { label: vscode.l10n.t('Open in diff editor'), command: 'tiebreak.openInDiffEditor' },
    { label: vscode.l10n.t('Reload window'), command: 'workbench.action.reloadWindow' },
  ];
}

/** Says that a panel stays blank, and offers what does without it. The comparison itself goes on. */
export async function offerOtherViews(): Promise<void> {
  const views = otherViews();
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('VS Code could not show the comparison’s panel. The comparison itself goes on and nothing is lost.'),
    ...views.map(({ label }) => label),
  );
  const view = views.find(({ label }) => label === chosen);
  if (view !== undefined) await vscode.commands.executeCommand(view.command);
}
