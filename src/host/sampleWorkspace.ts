import * as vscode from 'vscode';

/** The sample's file that shows best what a comparison is. */
const firstFile = ['src', 'basket.ts'] as const;

/**
 * Opens the sample's first file, from a copy in the extension's own storage, so that the person may change it freely.
 * A copy that is there already stays as it is; only what is missing from it is put back.
 *
 * @throws Error when the storage cannot be written.
 */
export async function openSample(extensionUri: vscode.Uri, globalStorageUri: vscode.Uri): Promise<vscode.TextEditor> {
  const copy = copyFolder(globalStorageUri);
  await copyMissing(originalFolder(extensionUri), copy);
  return await vscode.window.showTextDocument(vscode.Uri.joinPath(copy, ...firstFile), { preview: false });
}

/** Whether a document is of the sample: of the copy, or of a workspace folder that holds the sample. */
export async function isSampleFile(
  uri: vscode.Uri,
  extensionUri: vscode.Uri,
  globalStorageUri: vscode.Uri,
): Promise<boolean> {
  const copy = copyFolder(globalStorageUri);
  if (uri.scheme === copy.scheme && uri.path.startsWith(`${copy.path}/`)) return true;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return false;
  // Any file's first line would do: what must not pass is a project that merely has a file of the same name.
  const [here, original] = await Promise.all([firstLine(folder.uri), firstLine(originalFolder(extensionUri))]);
  return here !== null && here === original;
}

function copyFolder(globalStorageUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(globalStorageUri, 'sample');
}

function originalFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'media', 'sample');
}

async function firstLine(folder: vscode.Uri): Promise<string | null> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, ...firstFile));
    return new TextDecoder().decode(bytes).split(/\r?\n/, 1)[0] ?? null;
  } catch {
    // Not there, which is an answer too.
    return null;
  }
}

async function copyMissing(source: vscode.Uri, target: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(target);
  const present = new Set((await vscode.workspace.fs.readDirectory(target)).map(([name]) => name));
  for (const [name, type] of await vscode.workspace.fs.readDirectory(source)) {
    const [from, to] = [vscode.Uri.joinPath(source, name), vscode.Uri.joinPath(target, name)];
    if (type === vscode.FileType.Directory) await copyMissing(from, to);
    else if (!present.has(name)) await vscode.workspace.fs.copy(from, to);
  }
}
