import * as vscode from 'vscode';
import type { FailureOf } from '../../core/failure.ts';
import type { SourceFile } from '../../core/task.ts';
import { newFileName } from '../../core/ui/newFileName.ts';
import { languageOf, type UiKind } from '../../core/ui/uiTarget.ts';
import { documentPath } from '../documentPath.ts';
import { placeOfNewFile } from '../writablePlace.ts';

const mostNames = 50;

/**
 * A file for a new interface in a folder, under a name that is not taken.
 *
 * @param source the name of the file that it is made from, without its ending; null for none
 */
export async function proposeNewFile(
  folder: vscode.Uri,
  instruction: string,
  kind: UiKind,
  source: string | null,
): Promise<SourceFile | null> {
  for (let count = 1; count <= mostNames; count += 1) {
    const uri = vscode.Uri.joinPath(folder, newFileName(instruction, kind, source, count));
    if (!(await isTaken(uri))) return newFile(uri, kind);
  }
  return null;
}

/** The file that a path means which the person typed; null when there is one already. */
export async function newFileAt(
  path: string,
  folder: vscode.Uri,
  kind: UiKind,
): Promise<SourceFile | FailureOf<'path-refused'> | null> {
  const place = await placeOfNewFile(path, folder);
  if ('kind' in place) return place;
  return (await isTaken(place)) ? null : newFile(place, kind);
}

function newFile(uri: vscode.Uri, kind: UiKind): SourceFile {
  return { path: documentPath(uri), uri: uri.toString(), languageId: languageOf(kind), version: 0, text: '' };
}

async function isTaken(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return true;
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
