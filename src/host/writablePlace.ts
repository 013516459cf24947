import { lstat, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import { checkPath } from '../core/edits/pathRules.ts';
import type { FailureOf, PathRefusal } from '../core/failure.ts';
import { documentPath, placeOfPath } from './documentPath.ts';

type Refused = FailureOf<'path-refused'>;

/** Where a new file of that path goes, or why it may go nowhere. */
export async function placeOfNewFile(path: string, taskFile: vscode.Uri): Promise<vscode.Uri | Refused> {
  const checked = checkPath(path);
  if (typeof checked === 'string') return { kind: 'path-refused', path, reason: checked };
  const place = placeOfPath(checked.path, taskFile);
  if (place === null) return { kind: 'path-refused', path, reason: 'outside-workspace' };
  const uri = vscode.Uri.joinPath(place.folder, ...place.inside.split('/'));
  return (await checkPlace(path, uri)) ?? uri;
}

/**
 * Why a file may not be written, created or deleted on a model's word, or null: its real place must lie in a workspace
 * folder, no symbolic link may lead there, and neither its path nor its real path may be git's own or a secret one.
 * What is checked last is what is written: nothing changes the URI after this.
 */
export async function checkPlace(path: string, uri: vscode.Uri): Promise<Refused | null> {
  const reason = await refusalOfPlace(uri);
  return reason === null ? null : { kind: 'path-refused', path, reason };
}

async function refusalOfPlace(uri: vscode.Uri): Promise<PathRefusal | null> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return 'outside-workspace';
  const byName = checkPath(documentPath(uri));
  if (typeof byName === 'string') return byName;
  // Only a file system of this machine has links that we can follow; a virtual one answers for itself.
  return uri.scheme === 'file' ? await refusalOnDisk(folder.uri.fsPath, uri.fsPath) : null;
}

async function refusalOnDisk(folder: string, file: string): Promise<PathRefusal | null> {
  if (await isLink(file)) return 'symbolic-link';
  try {
    const root = await realpath(folder);
    const real = await realPlace(file);
    const inside = relative(root, real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
      return 'outside-workspace';
    }
    // Some file systems give a name back in another case or another Unicode form than it was asked by.
    return folded(inside) === folded(relative(folder, file)) ? null : 'symbolic-link';
  } catch {
    // A folder on the way cannot be read, so nothing can be promised about it.
    return 'outside-workspace';
  }
}

/** The real path of a file that may not be there yet: that of its deepest existing folder, and the rest as it is. */
async function realPlace(file: string): Promise<string> {
  const parent = dirname(file);
  try {
    return await realpath(file);
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (!isMissing || parent === file) throw cause;
    return join(await realPlace(parent), file.slice(parent.length));
  }
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

async function isLink(file: string): Promise<boolean> {
  try {
    return (await lstat(file)).isSymbolicLink();
  } catch {
    return false;
  }
}
