import * as vscode from 'vscode';
import type { Failure } from '../core/failure.ts';
import type { ActionId } from '../shared/comparisonView.ts';
import { providerLabels } from './keyNames.ts';

const labels: { readonly [Id in ActionId]: () => string } = {
  'set-key': () => vscode.l10n.t('Set API key'),
  'choose-model': () => vscode.l10n.t('Choose another model'),
  'try-scripted': () => vscode.l10n.t('Try it with scripted answers'),
  'ask-again': () => vscode.l10n.t('Ask again'),
  'open-settings': () => vscode.l10n.t('Open settings'),
  'show-log': () => vscode.l10n.t('Show log'),
  'manage-trust': () => vscode.l10n.t('Manage workspace trust'),
  'open-file': () => vscode.l10n.t('Open the file'),
  'copy-patch': () => vscode.l10n.t('Copy as patch'),
  'show-request': () => vscode.l10n.t('Show what was sent'),
  'take-back': () => vscode.l10n.t('Take that back'),
  'allow-over-budget': () => vscode.l10n.t('Go over it for this comparison'),
  'accept-loss': () => vscode.l10n.t('Go on without it'),
  'change-budget': () => vscode.l10n.t('Change the budget'),
};

/** What a button for an action says. */
export function labelAction(id: ActionId, failure: Failure | null): string {
  const { provider } = { provider: null, ...failure };
  if (id !== 'set-key' || provider === null) return labels[id]();
  return failure?.kind === 'key-rejected'
    ? vscode.l10n.t('Replace {0} key', providerLabels[provider])
    : vscode.l10n.t('Set {0} key', providerLabels[provider]);
}
