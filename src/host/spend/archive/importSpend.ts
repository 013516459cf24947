import { basename } from 'node:path/posix';
import * as vscode from 'vscode';
import { ledgerSentence } from '../ledgerSentence.ts';
import { faultSentence, tell } from './archiveSentences.ts';
import type { ArchiveServices } from './archiveServices.ts';
import { entriesInWords } from './entryCounts.ts';
import type { ImportEnd, ImportSums, ImportWatch } from './importEntries.ts';
import { importEntries } from './importEntries.ts';
import { importSource } from './importSource.ts';

/** Lets the person choose an export, and adds what is new in it to the ledger. */
export async function importSpend(services: ArchiveServices): Promise<void> {
  const [place] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import spend'),
      openLabel: vscode.l10n.t('Import'),
      filters: { [vscode.l10n.t('Exported spend')]: ['json', 'csv'] },
    })) ?? [];
  if (place === undefined) return;
  await tellEnd(services, basename(place.path), await run(services, place));
}

async function run({ archive, clock }: ArchiveServices, place: vscode.Uri): Promise<ImportEnd> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Importing spend'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token): Promise<ImportEnd> => {
    let told = 0;
    try {
      const watch: ImportWatch = {
        isCancelled: () => token.isCancellationRequested,
        progress: (share) => {
          const increment = Math.floor((share - told) * 100);
          if (increment < 1) return;
          told = share;
          progress.report({ increment });
        },
      };
      return await importEntries(await importSource(place), archive, watch, clock.now());
    } catch (error) {
      return { kind: 'unreadable', cause: error instanceof Error ? error.message : String(error) };
    }
  });
}

async function tellEnd(services: ArchiveServices, file: string, end: ImportEnd): Promise<void> {
  const chooseAnother = vscode.l10n.t('Choose another file');
  const again = () => importSpend(services);
  switch (end.kind) {
    case 'imported':
      void vscode.window.showInformationMessage(importedSentence(end));
      return;
    case 'cancelled':
      void vscode.window.showInformationMessage(cancelledSentence(end));
      return;
    case 'unreadable':
      return tell(vscode.l10n.t('{0} could not be read ({1}).', file, end.cause), chooseAnother, again);
    case 'too-large':
      return tell(
        vscode.l10n.t(
          '{0} is too large to import: {1} MB, of {2} at most.',
          file,
          megabytes(end.size),
          megabytes(end.limit),
        ),
        chooseAnother,
        again,
      );
    case 'newer-version':
      return tell(faultSentence(file, end), vscode.l10n.t('Look for an update'), async () =>
        vscode.commands.executeCommand('workbench.extensions.action.checkForUpdates'),
      );
    case 'not-an-export':
    case 'broken-text':
    case 'malformed-field':
    case 'malformed-entry':
    case 'malformed-line':
      return tell(faultSentence(file, end), chooseAnother, again);
    default:
      return tell(ledgerSentence(end), vscode.l10n.t('Show log'), async () => services.log.show());
  }
}

/** `12 requests added, 3 known already.` */
function importedSentence(sums: ImportSums): string {
  const { added, known, settled } = figures(sums);
  return sums.settled === 0
    ? vscode.l10n.t('{0} added, {1} known already.', added, known)
    : vscode.l10n.t('{0} added, {1} known already, {2} that were open now have an ending.', added, known, settled);
}

function cancelledSentence(sums: ImportSums): string {
  const { added, known, settled } = figures(sums);
  return sums.settled === 0
    ? vscode.l10n.t(
        'The import was cancelled: {0} added, {1} known already. Importing the file again adds the rest.',
        added,
        known,
      )
    : vscode.l10n.t(
        'The import was cancelled: {0} added, {1} known already, {2} that were open now have an ending. Importing the file again adds the rest.',
        added,
        known,
        settled,
      );
}

function figures(sums: ImportSums) {
  const number = new Intl.NumberFormat(vscode.env.language);
  return {
    added: entriesInWords(sums, vscode.env.language, vscode.l10n),
    known: number.format(sums.known),
    settled: number.format(sums.settled),
  };
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(Math.ceil(bytes / 1024 ** 2));
}
