import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path/posix';
import * as vscode from 'vscode';
import { checkPath } from '../core/edits/pathRules.ts';
import type { Failure } from '../core/failure.ts';
import { documentPath } from './documentPath.ts';
import { describeFailure } from './failureSentences.ts';
import { checkPlace } from './writablePlace.ts';

/** A picture that the person wants on their disk. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  /** The endings that mean its format, without their dots; the first is proposed. */
  readonly endings: readonly [string, ...(readonly string[])];
  /** What the dialog proposes; undefined leaves that to VS Code. */
  readonly proposed: vscode.Uri | undefined;
  readonly title: string;
}

/**
 * Lets the person choose where a picture goes, writes it there and says what came of it. What is there already is only
 * replaced when that was asked.
 *
 * @returns where it was saved; null when the person went away or it could not be
 */
export async function savePictureFile(picture: PictureFile): Promise<vscode.Uri | null> {
  const { bytes, endings, proposed, title } = picture;
  const chosen = await vscode.window.showSaveDialog({
    filters: { [endings[0].toUpperCase()]: [...endings] },
    title,
    ...(proposed === undefined ? {} : { defaultUri: proposed }),
  });
  if (chosen === undefined) return null;
  const place = withEnding(chosen, endings);
  // The dialog has asked about the name that was typed, not about the one with its ending.
  if (place !== chosen && (await isThere(place)) && !(await mayReplace(place))) return null;
  const refused = await refusalOf(place);
  if (refused !== null) {
    void vscode.window.showWarningMessage(describeFailure(refused, null).sentence);
    return null;
  }
  const fault = await write(place, bytes);
  if (fault !== null) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The picture could not be saved ({0}).', fault));
    return null;
  }
  void offerToOpen(place);
  return place;
}

/** The name with an ending that tells what is in the file, whatever was typed. */
function withEnding(place: vscode.Uri, endings: PictureFile['endings']): vscode.Uri {
  const typed = extname(place.path).slice(1).toLowerCase();
  return endings.includes(typed) ? place : place.with({ path: `${place.path}.${endings[0]}` });
}

/** In a workspace the rules for what models name; elsewhere the person's word is enough, but for a name that hides something. */
async function refusalOf(place: vscode.Uri): Promise<Failure | null> {
  if (vscode.workspace.getWorkspaceFolder(place) !== undefined) return await checkPlace(documentPath(place), place);
  const name = basename(place.path);
  const checked = checkPath(name);
  return typeof checked === 'string' ? { kind: 'path-refused', path: name, reason: checked } : null;
}

async function mayReplace(place: vscode.Uri): Promise<boolean> {
  const replace = vscode.l10n.t('Replace');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} already exists. Replace it?', basename(place.path)),
    { modal: true },
    replace,
  );
  return chosen === replace;
}

/** Beside it at first, and looked at again, so that a place never holds half a picture. Gives why it could not be done. */
async function write(place: vscode.Uri, bytes: Uint8Array): Promise<string | null> {
  const { fs } = vscode.workspace;
  const unfinished = place.with({ path: `${place.path}.${randomUUID().slice(0, 8)}.tmp` });
  try {
    await fs.writeFile(unfinished, bytes);
    const written = await fs.readFile(unfinished);
    if (Buffer.compare(written, bytes) !== 0) throw new Error('The file holds something else than was written.');
    await fs.rename(unfinished, place, { overwrite: true });
    return null;
  } catch (error) {
    await fs.delete(unfinished).then(undefined, () => undefined);
    return error instanceof Error ? error.message : String(error);
  }
}

async function offerToOpen(place: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const sentence = vscode.l10n.t('Picture saved as {0}.', vscode.workspace.asRelativePath(place));
  const chosen = await vscode.window.showInformationMessage(sentence, open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', place);
}

async function isThere(place: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(place);
    return true;
  } catch {
    return false;
  }
}
