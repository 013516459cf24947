import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path/posix';
import * as vscode from 'vscode';
import type { Picture } from '../../core/asset/imageAsset.ts';
import { imageFileName } from '../../core/asset/imageFileName.ts';
import { checkPath } from '../../core/edits/pathRules.ts';
import type { Failure } from '../../core/failure.ts';
import { documentPath } from '../documentPath.ts';
import { checkPlace } from '../writablePlace.ts';
import { proposedFolder } from './savePlace.ts';

/** What came of saving a picture; null when the person went away. */
export type SaveEnd = { readonly saved: vscode.Uri } | { readonly unwritable: string } | Failure | null;

/** The endings that mean a format; the first is proposed. */
const endingsOf: Readonly<Record<'png' | 'webp' | 'jpeg' | 'svg', readonly string[]>> = {
  png: ['png'],
  webp: ['webp'],
  jpeg: ['jpg', 'jpeg'],
  svg: ['svg'],
};

/**
 * Lets the person choose where a picture goes, and writes it there. What is there already is only replaced when the
 * dialog has asked for it.
 *
 * @param folder that is proposed, as a URI; null for the one where the project keeps its pictures
 */
export async function saveImage(picture: Picture, instruction: string, folder: string | null): Promise<SaveEnd> {
  const endings = endingsOf[picture.kind === 'svg' ? 'svg' : picture.format];
  const [ending = 'svg'] = endings;
  const chosen = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(await proposedFolder(folder), imageFileName(instruction, ending)),
    filters: { [ending.toUpperCase()]: [...endings] },
    title: vscode.l10n.t('Save picture'),
  });
  if (chosen === undefined) return null;
  const place = withEnding(chosen, endings);
  // The dialog has asked about the name that was typed, not about the one with its ending.
  if (place !== chosen && (await isThere(place)) && !(await mayReplace(place))) return null;
  const refused = await refusalOf(place);
  return refused ?? (await write(place, bytesOf(picture)));
}

/** The very bytes of a picture's file. */
function bytesOf(picture: Picture): Uint8Array {
  return picture.kind === 'svg' ? Buffer.from(picture.text, 'utf8') : Buffer.from(picture.base64, 'base64');
}

/** The name with an ending that tells what is in the file, whatever was typed. */
function withEnding(place: vscode.Uri, endings: readonly string[]): vscode.Uri {
  const typed = extname(place.path).slice(1).toLowerCase();
  return endings.includes(typed) ? place : place.with({ path: `${place.path}.${endings[0] ?? typed}` });
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

/** Beside it at first, and looked at again, so that a place never holds half a picture. */
async function write(place: vscode.Uri, bytes: Uint8Array): Promise<SaveEnd> {
  const { fs } = vscode.workspace;
  const unfinished = place.with({ path: `${place.path}.${randomUUID().slice(0, 8)}.tmp` });
  try {
    await fs.writeFile(unfinished, bytes);
    const written = await fs.readFile(unfinished);
    if (Buffer.compare(written, bytes) !== 0) throw new Error('The file holds something else than was written.');
    await fs.rename(unfinished, place, { overwrite: true });
    return { saved: place };
  } catch (error) {
    await fs.delete(unfinished).then(undefined, () => undefined);
    return { unwritable: error instanceof Error ? error.message : String(error) };
  }
}

async function isThere(place: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(place);
    return true;
  } catch {
    return false;
  }
}
