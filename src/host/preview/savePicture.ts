import * as vscode from 'vscode';
import { savePictureFile } from '../pictureFile.ts';

/**
 * Lets the person save a picture of a page.
 *
 * @param png the file's bytes
 * @param near the document beside which the dialog begins, as a URI
 * @param name what the dialog proposes
 */
export async function savePicture(png: Uint8Array, near: string, name: string): Promise<void> {
  const beside = vscode.Uri.parse(near, true);
  const canBeBeside = vscode.workspace.fs.isWritableFileSystem(beside.scheme) !== undefined;
  const folder = canBeBeside ? vscode.Uri.joinPath(beside, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  await savePictureFile({
    bytes: png,
    endings: ['png'],
    proposed: folder === undefined ? undefined : vscode.Uri.joinPath(folder, name),
    title: vscode.l10n.t('Save a picture of the page'),
  });
}
