import * as vscode from 'vscode';

/**
 * How people and models name a document: relative to its workspace folder, with forward slashes, and with the folder's
 * name in front when there are several folders. An untitled document goes by its title, one outside the workspace by
 * its base name, so that nothing of the machine's own folders is told.
 */
export function documentPath(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined || uri.scheme === 'untitled') return baseName(uri);
  const path = vscode.workspace.asRelativePath(uri).replaceAll('\\', '/');
  return path === '' || path.startsWith('/') ? baseName(uri) : path;
}

/**
 * Where a new file with such a path belongs, or null when no folder can be told. With several folders the first segment
 * names one; a path that names none goes into the folder of the file that the task is about.
 */
export function placeOfPath(path: string, taskFile: vscode.Uri): { folder: vscode.Uri; inside: string } | null {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const [first, ...rest] = path.split('/');
    const named = folders.find((folder) => folder.name === first);
    if (named !== undefined && rest.length > 0) return { folder: named.uri, inside: rest.join('/') };
  }
  const folder = vscode.workspace.getWorkspaceFolder(taskFile) ?? (folders.length === 1 ? folders[0] : undefined);
  return folder === undefined ? null : { folder: folder.uri, inside: path };
}

function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
