import * as vscode from 'vscode';
import type { PeriodCount } from '../../../app/archivePorts.ts';
import type { Period } from '../../../core/spend/localPeriods.ts';
import { localMonth } from '../../../core/spend/localPeriods.ts';
import { ledgerSentence } from '../ledgerSentence.ts';
import { tell } from './archiveSentences.ts';
import type { ArchiveServices } from './archiveServices.ts';
import { choosePeriodToDelete } from './choosePeriod.ts';
import type { ChosenPeriod } from './chosenPeriods.ts';
import { deletionConsequences, deletionQuestion, deletionResult } from './deletionTexts.ts';
import { exportPeriod } from './exportSpend.ts';

/**
 * Lets the person choose a time, and deletes its spend once they have confirmed it.
 *
 * @param shown the time that the dashboard shows, to be chosen first; null where it is not known
 */
export async function deleteSpend(services: ArchiveServices, shown: ChosenPeriod | null): Promise<void> {
  const chosen = await choosePeriodToDelete(services.archive, services.clock.now(), shown);
  if (chosen === null) return;
  if ('kind' in chosen) return tellLedger(services, ledgerSentence(chosen));
  const count = await services.archive.count(chosen.period);
  if ('kind' in count) return tellLedger(services, ledgerSentence(count));
  if (count.requests + count.accepted === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no spend of that time to delete.'));
    return;
  }
  if (!(await confirm(services, chosen, count))) return;
  // In the status bar: VS Code drops a message that comes after a few others at once, and the last one counts here.
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Deleting spend') };
  const removed = await vscode.window.withProgress(options, () => services.archive.remove(chosen.period));
  if ('kind' in removed) {
    return tellLedger(services, vscode.l10n.t('Not everything could be deleted. {0}', ledgerSentence(removed)));
  }
  void vscode.window.showInformationMessage(deletionResult(count, removed, vscode.env.language, vscode.l10n));
}

/** Asks until the person has decided; exporting first leads back to the question. */
async function confirm(services: ArchiveServices, chosen: ChosenPeriod, count: PeriodCount): Promise<boolean> {
  const remove = vscode.l10n.t('Delete');
  const exportFirst = vscode.l10n.t('Export first…');
  const isOfThisMonth = await hasBudgeted(services, chosen.period);
  const question = deletionQuestion(count, vscode.env.language, vscode.l10n);
  const detail = deletionConsequences(count, isOfThisMonth, vscode.env.language, vscode.l10n).join(' ');
  for (;;) {
    const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, remove, exportFirst);
    if (answer !== exportFirst) return answer === remove;
    await exportPeriod(services, chosen);
  }
}

/** Whether some of a period counts against budgets. What cannot be read is taken to. */
async function hasBudgeted({ archive, clock }: ArchiveServices, { start, end }: Period): Promise<boolean> {
  const month = localMonth(clock.now());
  const shared = { start: Math.max(start, month.start), end: Math.min(end, month.end) };
  if (shared.start >= shared.end) return false;
  const count = await archive.count(shared);
  return 'kind' in count || count.requests > count.scriptedRequests;
}

async function tellLedger({ log }: ArchiveServices, sentence: string): Promise<void> {
  await tell(sentence, vscode.l10n.t('Show log'), async () => log.show());
}
