import { homedir } from 'node:os';
import { basename } from 'node:path/posix';
import * as vscode from 'vscode';
import type { ExportKind } from '../../../app/archive/exportFormat.ts';
import { ledgerSentence } from '../ledgerSentence.ts';
import { tell } from './archiveSentences.ts';
import type { ArchiveServices } from './archiveServices.ts';
import { choosePeriodToExport } from './choosePeriod.ts';
import type { ChosenPeriod } from './chosenPeriods.ts';
import { entriesInWords } from './entryCounts.ts';
import { exportText } from './exportText.ts';
import type { WriteEnd } from './writeBeside.ts';
import { writeToPlace } from './writeToPlace.ts';

/**
 * Lets the person choose a format, a time and a file, and writes the export there. How it ended is told without waiting
 * for the message to be closed.
 *
 * @param shown the time that the dashboard shows, to be chosen first; null where it is not known
 */
export async function exportSpend(services: ArchiveServices, shown: ChosenPeriod | null): Promise<void> {
  const kind = await chooseKind();
  if (kind === null) return;
  const chosen = await choosePeriodToExport(services.archive, services.clock.now(), shown);
  if (chosen === null) return;
  if ('kind' in chosen) return tellLedger(services, ledgerSentence(chosen));
  await writeExport(services, kind, chosen);
}

/** The same for a time that is chosen already. */
export async function exportPeriod(services: ArchiveServices, chosen: ChosenPeriod): Promise<void> {
  const kind = await chooseKind();
  if (kind !== null) await writeExport(services, kind, chosen);
}

async function writeExport(services: ArchiveServices, kind: ExportKind, chosen: ChosenPeriod): Promise<void> {
  const count = await services.archive.count(chosen.period);
  if ('kind' in count) return tellLedger(services, ledgerSentence(count));
  if (count.requests + count.accepted === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no spend of that time to export.'));
    return;
  }
  const place = await choosePlace(kind, chosen.suffix);
  if (place === null) return;
  const total = count.requests + count.accepted;
  const end = await write(services, kind, chosen, place, total);
  const what = entriesInWords(count, vscode.env.language, vscode.l10n);
  const tryAgain = () => writeExport(services, kind, chosen);
  tellEnd(services, place, end, what, tryAgain).catch((error: unknown) => {
    services.log.error('What came of an export could not be told.', error);
  });
}

async function chooseKind(): Promise<ExportKind | null> {
  const items: (vscode.QuickPickItem & { readonly kindOfFile: ExportKind })[] = [
    { label: 'JSON', detail: vscode.l10n.t('Everything, in a documented form'), kindOfFile: 'json' },
    { label: 'CSV', detail: vscode.l10n.t('The same as a table, for a spreadsheet'), kindOfFile: 'csv' },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export spend as') });
  return picked?.kindOfFile ?? null;
}

async function choosePlace(kind: ExportKind, suffix: string): Promise<vscode.Uri | null> {
  const name = suffix === '' ? `tiebreak-spend.${kind}` : `tiebreak-spend-${suffix}.${kind}`;
  const place = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(vscode.Uri.file(homedir()), name),
    filters: { [kind.toUpperCase()]: [kind] },
    title: vscode.l10n.t('Export spend'),
    saveLabel: vscode.l10n.t('Export'),
  });
  return place ?? null;
}

/** @param total how many entries there are to write, for the progress */
async function write(
  { archive, clock }: ArchiveServices,
  kind: ExportKind,
  { period }: ChosenPeriod,
  place: vscode.Uri,
  total: number,
): Promise<WriteEnd> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Exporting spend'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (progress, token) => {
    let told = 0;
    return writeToPlace(place, exportText(archive, kind, period, clock.now()), {
      isCancelled: () => token.isCancellationRequested,
      progress: (entries) => {
        const increment = Math.floor(((entries - told) / total) * 100);
        if (increment < 1) return;
        told = entries;
        progress.report({ increment });
      },
    });
  });
}

async function tellEnd(
  services: ArchiveServices,
  place: vscode.Uri,
  end: WriteEnd,
  what: string,
  tryAgain: () => Promise<void>,
): Promise<void> {
  const name = basename(place.path);
  switch (end.kind) {
    case 'written':
      return tellWritten(place, vscode.l10n.t('{0} exported to {1}.', what, name));
    case 'cancelled':
      void vscode.window.showInformationMessage(vscode.l10n.t('The export was cancelled; no file was written.'));
      return;
    case 'unwritable':
      return tell(
        vscode.l10n.t('The export could not be written to {0} ({1}).', name, end.cause),
        vscode.l10n.t('Choose another place'),
        tryAgain,
      );
    default:
      return tellLedger(services, ledgerSentence(end));
  }
}

async function tellWritten(place: vscode.Uri, sentence: string): Promise<void> {
  const open = vscode.l10n.t('Open');
  const reveal = vscode.l10n.t('Reveal');
  // Only the desktop has a file manager that could show a file of this machine.
  const canReveal =
    place.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  const chosen = await vscode.window.showInformationMessage(sentence, ...(canReveal ? [open, reveal] : [open]));
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', place);
  if (chosen === reveal) await vscode.commands.executeCommand('revealFileInOS', place);
}

async function tellLedger({ log }: ArchiveServices, sentence: string): Promise<void> {
  await tell(sentence, vscode.l10n.t('Show log'), async () => log.show());
}
