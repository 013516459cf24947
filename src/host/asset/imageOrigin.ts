import * as vscode from 'vscode';

/** The folder that a command was called on, as a URI; that of a file; null when it was called on neither. */
export async function folderOfArguments([first]: readonly unknown[]): Promise<string | null> {
  if (!(first instanceof vscode.Uri)) return null;
  try {
    const { type } = await vscode.workspace.fs.stat(first);
    const isFolder = (type & vscode.FileType.Directory) !== 0;
    return (isFolder ? first : vscode.Uri.joinPath(first, '..')).toString();
  } catch {
    return null;
  }
}
