import * as vscode from 'vscode';
import type { ImageSource } from '../../app/draftImages.ts';
import { looksSecret } from '../../core/edits/secretPaths.ts';
import { mostImageBytes, mostOffered } from '../../core/images/image.ts';
import { documentPath } from '../documentPath.ts';
import { readablePlace } from '../workspaceReading/readablePlace.ts';

/** Endings of pictures, those included that are then refused as what they are. SVG is code, and read as such. */
const imageEnding = /\.(?:png|jpe?g|webp|gif|bmp|ico|tiff?|heic|heif|avif|psd)$/i;
/** Endings of pictures that can be sent. */
const takenEnding = /\.(?:png|jpe?g|webp|gif)$/i;

/** Whether a file is a picture by its name. */
export function isImageFile({ path }: vscode.Uri): boolean {
  return imageEnding.test(path);
}

/** Whether a file is by its name a picture that can be sent. */
export function isTakenImage(path: string): boolean {
  return takenEnding.test(path);
}

/** A picture of the workspace, if it is where models may see files. */
export async function readWorkspaceImage(uri: vscode.Uri): Promise<ImageSource> {
  const name = documentPath(uri);
  const place = await readablePlace(name, { uri: uri.toString() });
  return 'refused' in place || place.isFolder ? { name, content: 'not-readable' } : readImage(name, place.uri);
}

/** A picture that the person chose on their disk, wherever it is. */
export async function readChosenImage(uri: vscode.Uri): Promise<ImageSource> {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return readWorkspaceImage(uri);
  const name = uri.path.split('/').at(-1) ?? uri.path;
  return looksSecret(name) ? { name, content: 'not-readable' } : readImage(name, uri);
}

/** Pictures that were chosen at once. Of very many, those that none has room for are not even read. */
export function readImages(
  uris: readonly vscode.Uri[],
  read: (uri: vscode.Uri) => Promise<ImageSource>,
): Promise<readonly ImageSource[]> {
  return Promise.all(
    uris.map((uri, at) => (at < mostOffered ? read(uri) : { name: documentPath(uri), content: 'too-many' as const })),
  );
}

async function readImage(name: string, uri: vscode.Uri): Promise<ImageSource> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostImageBytes) return { name, content: 'too-many-bytes' };
    return { name, content: await vscode.workspace.fs.readFile(uri) };
  } catch {
    return { name, content: 'unreadable' };
  }
}
