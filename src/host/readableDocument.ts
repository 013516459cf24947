import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { containsPrivateKey, looksSecret } from '../core/edits/secretPaths.ts';
import type { FailureOf, UnsuitableReason } from '../core/failure.ts';
import { documentPath } from './documentPath.ts';

/** Larger files are refused: in bytes on disk, in UTF-16 units in an editor. */
const sizeLimit = 1024 * 1024;

/** Documents that only look like editors of files. */
const viewSchemes: readonly string[] = ['output', 'debug', 'comment', 'vscode', 'vscode-settings', 'walkThrough'];

type Unsuitable = FailureOf<'document-unsuitable'>;

/**
 * Opens a document that may be sent, or says why it may not: secret-looking by its path or by the path that it really
 * has, binary, too large, part of a notebook, or not readable. Nothing is shown and nothing is changed.
 */
export async function openReadable(uri: vscode.Uri): Promise<vscode.TextDocument | Unsuitable> {
  const refuse = (reason: UnsuitableReason): Unsuitable => ({
    kind: 'document-unsuitable',
    path: documentPath(uri),
    reason,
  });
  if (uri.scheme.startsWith('vscode-notebook') || uri.path.endsWith('.ipynb')) return refuse('notebook');
  if (viewSchemes.includes(uri.scheme)) return refuse('no-document');
  if (await isSecretPath(uri)) return refuse('secret');
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const document = open ?? (await openClosed(uri));
  if (typeof document === 'string') return refuse(document);
  const text = document.getText();
  if (text.length > sizeLimit) return refuse('too-large');
  if (text.includes('\0')) return refuse('binary');
  return containsPrivateKey(text) ? refuse('secret') : document;
}

/** Whether a path looks like it holds secrets, by its name or by where its symbolic links lead. */
async function isSecretPath(uri: vscode.Uri): Promise<boolean> {
  if (looksSecret(uri.path)) return true;
  if (uri.scheme !== 'file') return false;
  try {
    return looksSecret((await realpath(uri.fsPath)).replaceAll('\\', '/'));
  } catch {
    // Not on disk (any more): there is no other path than the one that was looked at.
    return false;
  }
}

async function openClosed(uri: vscode.Uri): Promise<vscode.TextDocument | UnsuitableReason> {
  // An untitled document that is not open has no text; opening it would make a new one.
  if (uri.scheme === 'untitled') return 'unreadable';
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return 'no-document';
    if (size > sizeLimit) return 'too-large';
  } catch {
    // Some providers of documents have no file behind them; whether it can be opened shows below.
  }
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return (await hasZeroByte(uri)) ? 'binary' : 'unreadable';
  }
}

/** What VS Code itself takes for binary. Its error says so too, but in the person's language. */
async function hasZeroByte(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.readFile(uri)).includes(0);
  } catch {
    return false;
  }
}
