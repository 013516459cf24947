import * as vscode from 'vscode';
import type { Renames } from './renames.ts';

/**
 * Where a file is now. What stands at its own place is it, even if another file was there earlier and went elsewhere:
 * a rename is only followed away from a place that is empty.
 */
export async function presentUri(uri: vscode.Uri, renames: Renames): Promise<vscode.Uri> {
  return (await openPresent(uri)) === null ? renames.currentUri(uri) : uri;
}

/** The document as it is now, opened without being shown; null when there is none any more. */
export async function openPresent(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  // Opening an untitled document that was closed would make a new, empty one.
  if (uri.scheme === 'untitled') return open ?? null;
  if (open?.isDirty === true) return open;
  try {
    await vscode.workspace.fs.stat(uri);
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // An open document of a provider without files is as good as its buffer; a file that is gone is gone.
    return open !== undefined && uri.scheme !== 'file' ? open : null;
  }
}

/** Whether anything is at that place: a file, a folder or an open document that was never saved. */
export async function isTaken(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.textDocuments.some((each) => each.isDirty && each.uri.toString() === uri.toString()))
    return true;
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
