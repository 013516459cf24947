import * as vscode from 'vscode';
import type { ImportFault } from '../../../app/archive/exportFormat.ts';

/** A sentence with the one thing that helps. */
export async function tell(sentence: string, action: string, help: () => Promise<unknown>): Promise<void> {
  const chosen = await vscode.window.showWarningMessage(sentence, action);
  if (chosen === action) await help();
}

const faults: {
  readonly [Kind in ImportFault['kind']]: (file: string, fault: Extract<ImportFault, { kind: Kind }>) => string;
} = {
  'not-an-export': (file) =>
    vscode.l10n.t('Nothing was imported from {0}, because it is not an export of Tiebreak’s spend.', file),
  'newer-version': (file, { version }) =>
    vscode.l10n.t(
      'Nothing was imported from {0}, because a newer version of Tiebreak wrote it, in version {1} of the format.',
      file,
      version,
    ),
  'broken-text': (file, { line }) =>
    line === null
      ? vscode.l10n.t('Nothing was imported from {0}, because it was cut off, or is damaged.', file)
      : vscode.l10n.t('Nothing was imported from {0}, because it was cut off, or is damaged at line {1}.', file, line),
  'malformed-field': (file, { field }) =>
    vscode.l10n.t('Nothing was imported from {0}, because its “{1}” is not as it should be.', file, field),
  'malformed-entry': (file, { list, number, field }) =>
    field === ''
      ? vscode.l10n.t(
          'Nothing was imported from {0}, because entry {1} of “{2}” is not as it should be.',
          file,
          number,
          list,
        )
      : vscode.l10n.t(
          'Nothing was imported from {0}, because in entry {1} of “{2}”, “{3}” is not as it should be.',
          file,
          number,
          list,
          field,
        ),
  'malformed-line': (file, { line, column }) =>
    column === ''
      ? vscode.l10n.t('Nothing was imported from {0}, because line {1} is not as it should be.', file, line)
      : vscode.l10n.t(
          'Nothing was imported from {0}, because in line {1}, “{2}” is not as it should be.',
          file,
          line,
          column,
        ),
};

/** Why a file is refused, with the place. */
export function faultSentence(file: string, fault: ImportFault): string {
  return sentenceOf(fault.kind, file, fault);
}

function sentenceOf<Kind extends ImportFault['kind']>(
  kind: Kind,
  file: string,
  fault: Extract<ImportFault, { kind: Kind }>,
): string {
  return faults[kind](file, fault);
}
