import * as vscode from 'vscode';

/** Knows where files went that were renamed or moved inside VS Code. */
export interface Renames extends vscode.Disposable {
  /** Where the file that had this URI is now, as far as is known. */
  currentUri(uri: vscode.Uri): vscode.Uri;
}

/** Follows renames of files and folders from now on. */
export function followRenames(): Renames {
  const steps: { readonly from: vscode.Uri; readonly to: vscode.Uri }[] = [];
  const subscription = vscode.workspace.onDidRenameFiles(({ files }) => {
    steps.push(...files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })));
  });
  return {
    currentUri: (uri) => steps.reduce((current, { from, to }) => moved(current, from, to), uri),
    dispose: () => subscription.dispose(),
  };
}

function moved(uri: vscode.Uri, from: vscode.Uri, to: vscode.Uri): vscode.Uri {
  if (uri.scheme !== from.scheme || uri.authority !== from.authority) return uri;
  if (uri.path === from.path) return to;
  return uri.path.startsWith(`${from.path}/`) ? to.with({ path: to.path + uri.path.slice(from.path.length) }) : uri;
}
