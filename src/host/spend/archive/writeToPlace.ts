import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Failure } from '../../../core/failure.ts';
import type { ExportPiece } from './exportText.ts';
import type { WriteEnd, WriteWatch } from './writeBeside.ts';
import { writeBeside } from './writeBeside.ts';

/** Writes an export wherever VS Code can write. Only a file on this machine is written piece by piece. */
export function writeToPlace(
  place: vscode.Uri,
  pieces: AsyncIterable<ExportPiece | Failure>,
  watch: WriteWatch,
): Promise<WriteEnd> {
  return place.scheme === 'file' ? writeBeside(place.fsPath, pieces, watch) : writeWhole(place, pieces, watch);
}

/** Beside it at first, since a provider may write only half when it fails. */
async function writeWhole(
  place: vscode.Uri,
  pieces: AsyncIterable<ExportPiece | Failure>,
  watch: WriteWatch,
): Promise<WriteEnd> {
  const texts: string[] = [];
  let entries = 0;
  for await (const piece of pieces) {
    if ('kind' in piece) return piece;
    if (watch.isCancelled()) return { kind: 'cancelled' };
    texts.push(piece.text);
    entries += piece.entries;
    watch.progress(entries);
  }
  const unfinished = place.with({ path: `${place.path}.${randomUUID().slice(0, 8)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(unfinished, new TextEncoder().encode(texts.join('')));
    await vscode.workspace.fs.rename(unfinished, place, { overwrite: true });
    return { kind: 'written', entries };
  } catch (error) {
    await vscode.workspace.fs.delete(unfinished).then(undefined, () => undefined);
    return { kind: 'unwritable', cause: error instanceof Error ? error.message : String(error) };
  }
}
