import { createReadStream } from 'node:fs';
import * as vscode from 'vscode';
import type { ImportSource } from './importEntries.ts';

/** A file of this machine is read in pieces, so it may be large: more than a million requests. */
const largestFile = 4 * 1024 ** 3;
/** What comes through a provider of VS Code's is in memory as a whole. */
const largestInMemory = 256 * 1024 ** 2;

/** A place of VS Code's to import from. @throws where it cannot be read */
export async function importSource(place: vscode.Uri): Promise<ImportSource> {
  const { size } = await vscode.workspace.fs.stat(place);
  if (place.scheme === 'file') {
    return { size, limit: largestFile, chunks: () => createReadStream(place.fsPath, { end: largestFile }) };
  }
  return {
    size,
    limit: largestInMemory,
    async *chunks() {
      yield await vscode.workspace.fs.readFile(place);
    },
  };
}
