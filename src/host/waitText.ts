import * as vscode from 'vscode';

/** A length of time as people say it: `20 seconds`, `2 minutes`. Rounded up, so that waiting that long is enough. */
export function waitText(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds === 1) return vscode.l10n.t('1 second');
  if (seconds < 100) return vscode.l10n.t('{0} seconds', seconds);
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? vscode.l10n.t('{0} minutes', minutes) : vscode.l10n.t('{0} hours', Math.ceil(minutes / 60));
}
