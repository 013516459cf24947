import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';

/** Any of the three write bits of a file's mode. */
const writeBits = 0o222;

/**
 * Whether VS Code, its settings or the file system say that a document cannot be written. A file without any write bit
 * counts, even where VS Code would offer to write it as administrator when it is saved.
 */
export async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  const { uri } = document;
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || isReadOnlyBySettings(document)) return true;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    if (permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0) return true;
    return uri.scheme === 'file' && ((await stat(uri.fsPath)).mode & writeBits) === 0;
  } catch {
    // Not there yet, or a provider without files: writing will tell.
    return false;
  }
}

/** Whether the folder that a file is in, or would be made in, takes no new names and gives none up. */
export async function isFolderLocked(uri: vscode.Uri): Promise<boolean> {
  return uri.scheme === 'file' && (await isLocked(dirname(uri.fsPath)));
}

async function isLocked(folder: string): Promise<boolean> {
  try {
    if (((await stat(folder)).mode & writeBits) === 0) return true;
  } catch {
    // Not there yet: it is made in the one above.
    const parent = dirname(folder);
    return parent !== folder && (await isLocked(parent));
  }
  try {
    await access(folder, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** VS Code keeps its editors to these two settings, but not the edits of extensions. */
function isReadOnlyBySettings(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('files', document.uri);
  return (
    matchesAny(document, settings.get('readonlyInclude')) && !matchesAny(document, settings.get('readonlyExclude'))
  );
}

function matchesAny(document: vscode.TextDocument, globs: unknown): boolean {
  if (typeof globs !== 'object' || globs === null) return false;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const on = Object.entries(globs).flatMap(([glob, isOn]) => (isOn === true ? [glob] : []));
  return on.some((glob) => {
    // A pattern is meant from the workspace folder, or from the root when it begins there.
    const pattern = folder === undefined || glob.startsWith('/') ? glob : new vscode.RelativePattern(folder, glob);
    return vscode.languages.match({ scheme: document.uri.scheme, pattern }, document) > 0;
  });
}
