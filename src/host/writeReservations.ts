import * as vscode from 'vscode';
import { isProtected } from '../core/edits/protectedPaths.ts';
import { documentPath } from './documentPath.ts';
import type { WritableFile } from './openForWriting.ts';
import { findSavingFault, type SavingFault } from './savingFault.ts';

/** Why a file is not written without being asked about first. */
export interface Reservation {
  readonly path: string;
  readonly reason: 'runs-tools' | SavingFault;
}

/** What the person decided about files with reservations; null when they called the whole off. */
export type ReservationAnswer = 'write' | 'leave-out' | null;

/** Asks the person about all of them at once. */
export type AskAboutReservations = (reservations: readonly Reservation[]) => Promise<ReservationAnswer>;

/** What there is to be asked about a file, judged by its final place and by what is on disk. */
export async function findReservations(file: WritableFile): Promise<readonly Reservation[]> {
  const { path } = file;
  const isToAsk = !file.isChosen && placesOf(file).some((uri) => isProtected(documentPath(uri)));
  const rename = file.kind === 'edit' && file.rename !== null && isProtected(documentPath(file.rename.target));
  const fault = file.kind === 'edit' && file.hunks.length > 0 ? await findSavingFault(file.document) : null;
  return [
    ...(isToAsk || rename ? [{ path, reason: 'runs-tools' } as const] : []),
    ...(fault === null ? [] : [{ path, reason: fault }]),
  ];
}

/** Every place that writing a file touches. */
export function placesOf(file: WritableFile): readonly vscode.Uri[] {
  switch (file.kind) {
    case 'edit':
      return file.rename === null ? [file.document.uri] : [file.document.uri, file.rename.target];
    case 'delete':
      return file.document === null ? [] : [file.document.uri];
    case 'create':
      return [file.uri];
  }
}

/** One modal question that names every file and says why. */
export async function askAboutReservations(reservations: readonly Reservation[]): Promise<ReservationAnswer> {
  const write = vscode.l10n.t('Write Them Too');
  const leaveOut = vscode.l10n.t('Leave Them Out');
  const question =
    new Set(reservations.map(({ path }) => path)).size === 1
      ? vscode.l10n.t('Write {0} too?', reservations[0]?.path ?? '')
      : vscode.l10n.t('Write these files too?');
  const detail = reservations.map(({ path, reason }) => sentences[reason](path)).join('\n');
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, write, leaveOut);
  return chosen === write ? 'write' : chosen === leaveOut ? 'leave-out' : null;
}

const sentences: { readonly [Reason in Reservation['reason']]: (path: string) => string } = {
  'runs-tools': (path) => vscode.l10n.t('{0} can make tools run something without anybody asking for it.', path),
  'mixed-endings': (path) =>
    vscode.l10n.t('{0} mixes line endings. VS Code saves it with one kind, which changes further lines.', path),
  'unknown-bytes': (path) =>
    vscode.l10n.t('{0} has bytes that its encoding does not know. VS Code replaces them when it saves.', path),
};
