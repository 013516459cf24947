import * as vscode from 'vscode';
import type { Picture } from '../../core/asset/imageAsset.ts';
import { imageFileName } from '../../core/asset/imageFileName.ts';
import { type PictureFile, savePictureFile } from '../pictureFile.ts';
import { proposedFolder } from './savePlace.ts';

const endingsOf: Readonly<Record<'png' | 'webp' | 'jpeg' | 'svg', PictureFile['endings']>> = {
  png: ['png'],
  webp: ['webp'],
  jpeg: ['jpg', 'jpeg'],
  svg: ['svg'],
};

/**
 * Lets the person save a picture, under a name that its words give.
 *
 * @param folder that is proposed, as a URI; null for the one where the project keeps its pictures
 * @returns where it was saved; null when it was not
 */
export async function saveImage(
  picture: Picture,
  instruction: string,
  folder: string | null,
): Promise<vscode.Uri | null> {
  const endings = endingsOf[picture.kind === 'svg' ? 'svg' : picture.format];
  return await savePictureFile({
    bytes: bytesOf(picture),
    endings,
    proposed: vscode.Uri.joinPath(await proposedFolder(folder), imageFileName(instruction, endings[0])),
    title: vscode.l10n.t('Save picture'),
  });
}

/** The very bytes of a picture's file. */
function bytesOf(picture: Picture): Uint8Array {
  return picture.kind === 'svg' ? Buffer.from(picture.text, 'utf8') : Buffer.from(picture.base64, 'base64');
}
