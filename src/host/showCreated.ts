import * as vscode from 'vscode';

/**
 * Opens a file that was just made where code is already, or beside what has the focus, and leaves the focus there: only
 * in an editor can its making be undone.
 */
export async function showCreated(uri: vscode.Uri): Promise<void> {
  const columns = vscode.window.visibleTextEditors.flatMap(({ viewColumn }) => viewColumn ?? []);
  const viewColumn = columns[0] ?? vscode.ViewColumn.Beside;
  try {
    await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: true, preview: false });
  } catch {
    // Made all the same; whoever took it away at once, or has another editor for such files, needs no view of it.
  }
}
