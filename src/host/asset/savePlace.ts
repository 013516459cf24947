import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Where projects keep pictures, the likeliest first. */
const usualFolders = ['public', 'assets', 'images', 'media', 'src/assets', 'static'];

/** The folder that a picture is proposed to be saved in. @param wanted where the person asked for it, as a URI, or null */
export async function proposedFolder(wanted: string | null): Promise<vscode.Uri> {
  if (wanted !== null) return vscode.Uri.parse(wanted, true);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) return vscode.Uri.file(homedir());
  for (const name of usualFolders) {
    const place = vscode.Uri.joinPath(folder.uri, ...name.split('/'));
    if (await isFolder(place)) return place;
  }
  return folder.uri;
}

async function isFolder(place: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(place)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
