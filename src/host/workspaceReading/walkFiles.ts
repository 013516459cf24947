import * as vscode from 'vscode';
import { looksSecret } from '../../core/edits/secretPaths.ts';
import type { Deadline } from '../contextGathering/withinTime.ts';
import { documentPath } from '../documentPath.ts';
import type { FolderRules } from './folderRules.ts';
import type { ReadablePlace } from './readablePlace.ts';

/** A file that was come by. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  /** As models name it. */
  readonly path: string;
}

/**
 * The files of a place that models may see, each folder's own before those of its folders, by name. Symbolic links are
 * not followed: what they lead to is come by where it is, or is not for models to see. What cannot be listed is passed
 * over. Ends early once the deadline is over.
 */
export async function* walkFiles(place: ReadablePlace, deadline: Deadline): AsyncGenerator<FoundFile> {
  if (place.isFolder) yield* walkFolder(place.uri, place.inside, place.rules, deadline);
  else yield { uri: place.uri, path: documentPath(place.uri) };
}

async function* walkFolder(
  folder: vscode.Uri,
  inside: string,
  rules: FolderRules,
  deadline: Deadline,
): AsyncGenerator<FoundFile> {
  if (deadline.isOver()) return;
  const entries = await entriesIn(folder);
  const siblings = new Set(entries.map(({ name }) => name));
  const shown = entries.filter(({ name, isFolder, isLink }) => {
    const path = inside === '' ? name : `${inside}/${name}`;
    return !isLink && !rules.leaveOut(path, isFolder, siblings) && !looksSecret(isFolder ? `${path}/x` : path);
  });
  for (const { name, isFolder } of shown) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (!isFolder) yield { uri, path: documentPath(uri) };
  }
  for (const { name, isFolder } of shown) {
    const path = inside === '' ? name : `${inside}/${name}`;
    if (isFolder) yield* walkFolder(vscode.Uri.joinPath(folder, name), path, await rules.enter(path), deadline);
  }
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

async function entriesIn(folder: vscode.Uri): Promise<readonly Entry[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .map(([name, type]) => ({
        name,
        isFolder: (type & vscode.FileType.Directory) !== 0,
        isLink: (type & vscode.FileType.SymbolicLink) !== 0,
      }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
