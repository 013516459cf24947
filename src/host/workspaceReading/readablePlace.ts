import * as vscode from 'vscode';
import { isAbsolutePath, normalizedPath } from '../../core/edits/pathRules.ts';
import { looksSecret } from '../../core/edits/secretPaths.ts';
import type { SourceFile } from '../../core/task.ts';
import { documentPath, placeOfPath } from '../documentPath.ts';
import { FolderRules, isNeverRead } from './folderRules.ts';
import { realPlaceIn } from './realPlace.ts';

/** A file or folder that models may see. */
export interface ReadablePlace {
  readonly uri: vscode.Uri;
  readonly isFolder: boolean;
  /** The workspace folder that it is in. */
  readonly root: vscode.Uri;
  /** Relative to that folder, with forward slashes; '' for the folder itself. */
  readonly inside: string;
  /** Of a folder, what is left out in it; of a file, of the folder it is in. */
  readonly rules: FolderRules;
}

/** Why something is not shown, in words for the model. */
export interface Refusal {
  readonly refused: string;
}

const outside: Refusal = { refused: 'The path must be relative to the workspace folder and stay inside it.' };
const missing: Refusal = { refused: 'There is no such file or folder. List the files to see what there is.' };
const secret: Refusal = { refused: 'Files that by their name hold secrets are not shown.' };
const leftOut: Refusal = {
  refused: 'This is left out of the workspace by its settings or ignore files, so it is not shown.',
};
const noFolder: Refusal = { refused: 'No folder is open, so there are no further files to read.' };

/** Control, formatting and invisible characters, which no path that a person chose has. */
const unseenCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * What a model means with a path, if it may see that: every workspace folder for none, else the only file or folder.
 *
 * @param written as the model wrote it; null, '' and '.' for the whole workspace
 * @param near the task's own file, whose folder decides where a path without a folder's name belongs
 */
export async function readablePlaces(
  written: string | null,
  near: Pick<SourceFile, 'uri'>,
): Promise<readonly ReadablePlace[] | Refusal> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return noFolder;
  const path = normalizedPath(written ?? '').replace(/\/+$/, '');
  if (path !== '' && path !== '.') {
    const place = await readablePlace(path, near);
    return 'refused' in place ? place : [place];
  }
  return Promise.all(folders.map(async ({ uri }) => rootPlace(uri)));
}

async function rootPlace(root: vscode.Uri): Promise<ReadablePlace> {
  return { uri: root, isFolder: true, root, inside: '', rules: await FolderRules.of(root) };
}

/** A file or folder by its path, if models may see it. */
export async function readablePlace(written: string, near: Pick<SourceFile, 'uri'>): Promise<ReadablePlace | Refusal> {
  const path = normalizedPath(written).replace(/\/+$/, '');
  if (unseenCharacter.test(path) || path.split('/').includes('..') || path.startsWith('~')) return outside;
  const named = namedPlace(path, vscode.Uri.parse(near.uri));
  if (named === null) return (vscode.workspace.workspaceFolders ?? []).length === 0 ? noFolder : outside;
  const { root, inside } = named;
  if (inside === '') return await rootPlace(root);
  if (looksSecret(inside)) return secret;
  if (isNeverRead(inside)) return leftOut;
  const uri = vscode.Uri.joinPath(root, ...inside.split('/'));
  const isFolder = await isFolderAt(uri);
  if (isFolder === null) return isAbsolutePath(path) ? outside : missing;
  const refused = await refusalOfReal(uri, root, inside, isFolder);
  if (refused !== null) return refused;
  const rules = await rulesFor(root, inside, isFolder);
  return rules === null ? leftOut : { uri, isFolder, root, inside, rules };
}

/** Where a path points, without a look at whether anything is there. */
function namedPlace(path: string, near: vscode.Uri): { readonly root: vscode.Uri; readonly inside: string } | null {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const whole = folders.find((folder) => folders.length > 1 && folder.name === path);
  if (whole !== undefined) return { root: whole.uri, inside: '' };
  if (!isAbsolutePath(path)) {
    const place = placeOfPath(path, near);
    return place === null ? null : { root: place.folder, inside: place.inside };
  }
  const holder = folders.find(({ uri }) => path === uri.path || path.startsWith(`${uri.path}/`));
  if (holder !== undefined) return { root: holder.uri, inside: path.slice(holder.uri.path.length + 1) };
  // Models like to write `/src/a.ts` for the workspace's `src/a.ts`.
  return path.startsWith('/') && path.length > 1 ? namedPlace(path.slice(1), near) : null;
}

/** Whether there is a folder or a file, or nothing at all: null. A document that is open counts as a file. */
async function isFolderAt(uri: vscode.Uri): Promise<boolean | null> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    return isOpen ? false : null;
  }
}

/** Why the place that symbolic links lead to may not be seen, or null. Virtual file systems answer for themselves. */
async function refusalOfReal(
  uri: vscode.Uri,
  root: vscode.Uri,
  inside: string,
  isFolder: boolean,
): Promise<Refusal | null> {
  if (uri.scheme !== 'file') return null;
  const folders = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder.uri.scheme === 'file');
  const real = await realPlaceIn(
    folders.map((folder) => folder.uri.fsPath),
    uri.fsPath,
  );
  // A file that was never saved, or is gone while its document is open, has no links to follow; its folder has.
  if (real === null) return (await isOnDisk(uri)) ? { refused: leadsOut } : null;
  const realRoot = folders.find((folder) => folder.uri.fsPath === real.root)?.uri ?? root;
  if (real.inside === inside && realRoot.toString() === root.toString()) return null;
  if (looksSecret(real.inside)) return secret;
  const rules = real.inside === '' ? null : await rulesFor(realRoot, real.inside, isFolder);
  return rules === null ? leftOut : null;
}

const leadsOut = 'The path leads out of the workspace through a symbolic link, so it is not shown.';

async function isOnDisk(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The rules of a folder, or of that of a file; null when any folder on the way or the file itself is left out. */
async function rulesFor(root: vscode.Uri, inside: string, isFolder: boolean): Promise<FolderRules | null> {
  let rules = await FolderRules.of(root);
  const segments = inside.split('/');
  for (let count = 1; count <= segments.length; count += 1) {
    const path = segments.slice(0, count).join('/');
    const isLast = count === segments.length;
    const holder = vscode.Uri.joinPath(root, ...segments.slice(0, count - 1));
    if (rules.leaveOut(path, !isLast || isFolder, await namesIn(holder))) return null;
    if (!isLast || isFolder) rules = await rules.enter(path);
  }
  return rules;
}

async function namesIn(folder: vscode.Uri): Promise<ReadonlySet<string>> {
  try {
    return new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
  } catch {
    return new Set();
  }
}

/** How models name a place; '' for the only workspace folder. */
export function pathOfPlace({ uri, inside }: ReadablePlace): string {
  if (inside !== '') return documentPath(uri);
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? (vscode.workspace.getWorkspaceFolder(uri)?.name ?? '') : '';
}
