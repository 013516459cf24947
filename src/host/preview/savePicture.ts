import * as vscode from 'vscode';

/**
 * Saves a picture where the person says; VS Code's own dialog asks before anything is written over.
 *
 * @param png the file's bytes
 * @param near the document beside which the dialog begins, as a URI
 * @param name what the dialog proposes
 */
export async function savePicture(png: Uint8Array, near: string, name: string): Promise<void> {
  const beside = vscode.Uri.parse(near, true);
  const canBeBeside = vscode.workspace.fs.isWritableFileSystem(beside.scheme) !== undefined;
  const folder = canBeBeside ? vscode.Uri.joinPath(beside, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    filters: { [vscode.l10n.t('PNG picture')]: ['png'] },
    title: vscode.l10n.t('Save a picture of the page'),
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, png);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The picture could not be saved: {0}', cause));
    return;
  }
  const open = vscode.l10n.t('Open picture');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('The picture is saved.'), open);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', uri);
}
