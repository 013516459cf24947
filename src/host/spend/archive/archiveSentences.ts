import * as vscode from 'vscode';
import type { ImportFault } from '../../../app/archive/exportFormat.ts';

/** A sentence with the one thing that helps. */
export async function tell(sentence: string, action: string, help: () => Promise<unknown>): Promise<void> {
  const chosen = await vscode.window.showWarningMessage(sentence, action);
  if (chosen === action) await help();
}

/** A count of requests in the person's language, e.g. `1,200 requests`. */
export function requestsInWords(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 request')
    : vscode.l10n.t('{0} requests', new Intl.NumberFormat(vscode.env.language).format(count));
}

/** A count of accepted changes in the person's language. */
export function acceptedInWords(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 accepted change')
    : vscode.l10n.t('{0} accepted changes', new Intl.NumberFormat(vscode.env.language).format(count));
}

const faults: { readonly [Kind in ImportFault['kind']]: (fault: Extract<ImportFault, { kind: Kind }>) => string } = {
  'not-an-export': () => vscode.l10n.t('it is not an export of Tiebreak’s spend'),
  'newer-version': ({ version }) =>
    vscode.l10n.t('a newer version of Tiebreak wrote it, in version {0} of the format', version),
  'broken-text': ({ line }) =>
    line === null
      ? vscode.l10n.t('it was cut off, or is damaged')
      : vscode.l10n.t('it was cut off, or is damaged at line {0}', line),
  'malformed-field': ({ field }) => vscode.l10n.t('its “{0}” is not as it should be', field),
  'malformed-entry': ({ list, number, field }) =>
    field === ''
      ? vscode.l10n.t('entry {0} of “{1}” is not as it should be', number, list)
      : vscode.l10n.t('in entry {0} of “{1}”, “{2}” is not as it should be', number, list, field),
  'malformed-line': ({ line, column }) =>
    column === ''
      ? vscode.l10n.t('line {0} is not as it should be', line)
      : vscode.l10n.t('in line {0}, “{1}” is not as it should be', line, column),
};

/** Why a file is refused, with the place. */
export function faultSentence(file: string, fault: ImportFault): string {
  return vscode.l10n.t('Nothing was imported from {0}, because {1}.', file, causeOf(fault.kind, fault));
}

function causeOf<Kind extends ImportFault['kind']>(kind: Kind, fault: Extract<ImportFault, { kind: Kind }>): string {
  return faults[kind](fault);
}
