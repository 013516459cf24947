import { stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/** Any of the three write bits of a file's mode. */
const writeBits = 0o222;

/**
 * Whether VS Code or the file system says that a document cannot be written. A file without any write bit counts, even
 * where VS Code would offer to write it as administrator when it is saved.
 */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    if (permissions !== undefined && (permissions & vscode.FilePermission.Readonly) !== 0) return true;
    return uri.scheme === 'file' && ((await stat(uri.fsPath)).mode & writeBits) === 0;
  } catch {
    // Not there yet, or a provider without files: writing will tell.
    return false;
  }
}
