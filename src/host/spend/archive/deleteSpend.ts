import * as vscode from 'vscode';
import type { PeriodCount } from '../../../app/archivePorts.ts';
import { localMonth } from '../../../core/spend/localPeriods.ts';
import { formatDollars } from '../../../core/spend/money.ts';
import { ledgerSentence } from '../ledgerSentence.ts';
import { acceptedInWords, requestsInWords, tell } from './archiveSentences.ts';
import type { ArchiveServices } from './archiveServices.ts';
import { exportSpend } from './exportSpend.ts';
import type { NamedPeriod } from './namedPeriods.ts';
import { choosePeriodToDelete } from './periodChoice.ts';

/** Lets the person choose a time, and deletes its spend once they have confirmed it. */
export async function deleteSpend(services: ArchiveServices): Promise<void> {
  const chosen = await choosePeriodToDelete(services.archive, services.clock.now());
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
  const stayed = count.requests - removed.requests;
  void vscode.window.showInformationMessage(
    stayed > 0
      ? vscode.l10n.t('{0} deleted; what is under way stays.', requestsInWords(removed.requests))
      : vscode.l10n.t('{0} deleted.', requestsInWords(removed.requests)),
  );
}

/** Asks until the person has decided; exporting first leads back to the question. */
async function confirm(services: ArchiveServices, chosen: NamedPeriod, count: PeriodCount): Promise<boolean> {
  const remove = vscode.l10n.t('Delete');
  const exportFirst = vscode.l10n.t('Export first…');
  const money = formatDollars(count.nanoDollars, vscode.env.language);
  const question = vscode.l10n.t('Delete {0} that cost {1}, for good?', requestsInWords(count.requests), money);
  const detail = consequences(chosen, count, services.clock.now()).join(' ');
  for (;;) {
    const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, remove, exportFirst);
    if (answer !== exportFirst) return answer === remove;
    await exportSpend(services, chosen);
  }
}

function consequences({ period }: NamedPeriod, count: PeriodCount, now: number): readonly string[] {
  const sentences = [vscode.l10n.t('This cannot be undone.')];
  if (count.accepted > 0) {
    sentences.push(vscode.l10n.t('{0} will be forgotten, too.', acceptedInWords(count.accepted)));
  }
  const month = localMonth(now);
  if (period.end > month.start && period.start < month.end) {
    sentences.push(
      vscode.l10n.t(
        'Some of it is of this month: it will no longer count against your budgets, which then allow more.',
      ),
    );
  }
  sentences.push(vscode.l10n.t('Requests under way stay.'));
  return sentences;
}

async function tellLedger({ log }: ArchiveServices, sentence: string): Promise<void> {
  await tell(sentence, vscode.l10n.t('Show log'), async () => log.show());
}
