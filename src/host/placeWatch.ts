import * as vscode from 'vscode';

/** Calls back when the file at a place is made, changed or deleted on disk, by whomever. */
export function watchPlace(uri: vscode.Uri, changed: () => void): vscode.Disposable {
  // Not the file's own name as a pattern: it may hold characters that mean something in one, like `[id].tsx`.
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*'),
  );
  const take = (place: vscode.Uri) => {
    if (place.toString() === uri.toString()) changed();
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(take),
    watcher.onDidChange(take),
    watcher.onDidDelete(take),
  );
}
