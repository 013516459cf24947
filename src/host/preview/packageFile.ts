import * as vscode from 'vscode';
import { looksSecret } from '../../core/edits/secretPaths.ts';
import { isPackagePath } from '../../core/preview/packagePath.ts';
import type { SourceFile } from '../../core/task.ts';
import { placeOfPath } from '../documentPath.ts';
import { realPlaceIn } from '../workspaceReading/realPlace.ts';

/** Larger than a file of code that a page should have to wait for, in bytes. */
const largestFile = 2 * 1024 * 1024;

/**
 * A file of a package that the project has installed, for a component that imports it; never for models, who may read
 * nothing there. Null for what is not there, is no code, is too large, or is in truth outside of the workspace.
 */
export async function readPackageFile(path: string, near: SourceFile): Promise<Uint8Array | null> {
  if (!isPackagePath(path)) return null;
  const place = placeOfPath(path, vscode.Uri.parse(near.uri));
  if (place === null) return null;
  const uri = vscode.Uri.joinPath(place.folder, ...place.inside.split('/'));
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largestFile) return null;
    if (uri.scheme === 'file' && !(await isWithin(uri))) return null;
    return await vscode.workspace.fs.readFile(uri);
  } catch {
    // Not installed, or gone meanwhile.
    return null;
  }
}

/** Symbolic links lead from one package to another, as some package managers lay them, and to nothing else. */
async function isWithin(uri: vscode.Uri): Promise<boolean> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri: { scheme } }) => scheme === 'file');
  const real = await realPlaceIn(
    folders.map((folder) => folder.uri.fsPath),
    uri.fsPath,
  );
  return real !== null && !looksSecret(real.inside) && !real.inside.split('/').includes('.git');
}
