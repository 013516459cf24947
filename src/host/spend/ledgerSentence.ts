import * as vscode from 'vscode';
import type { Failure } from '../../core/failure.ts';

/** Why what was spent cannot be told, or changed, now: in one sentence, wherever the ledger is looked into. */
export function ledgerSentence(failure: Failure): string {
  return failure.kind === 'ledger-unavailable'
    ? vscode.l10n.t('The spend ledger is unavailable ({0}).', failure.cause)
    : vscode.l10n.t('The spend ledger could not be shown, by an error in Tiebreak itself; the log tells more.');
}
