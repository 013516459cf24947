import * as vscode from 'vscode';
import { containsPrivateKey } from '../../core/edits/secretPaths.ts';

/** A file's text and how much of the disk was read for it. */
export interface FileText {
  readonly text: string;
  /** 0 for a document that is open. */
  readonly bytes: number;
}

/** Larger files are code that nobody wrote, or no code, in bytes. */
const largestFile = 1024 * 1024;

/**
 * The text of a file for looking through: as it is in its editor where it is open, else as VS Code would read it. Null
 * for files that are binary, too large, not readable or hold a private key. Opens no document.
 */
export async function readFileText(uri: vscode.Uri): Promise<FileText | null> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return suitable(open.getText(), 0);
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > largestFile) return null;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return suitable(await vscode.workspace.decode(bytes, { uri }), bytes.length);
  } catch {
    // Gone or locked meanwhile, or binary, which VS Code does not decode.
    return null;
  }
}

function suitable(text: string, bytes: number): FileText | null {
  const isUnsuitable = text.length > largestFile || text.includes('\0') || containsPrivateKey(text);
  return isUnsuitable ? null : { text, bytes };
}
