import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { Failure } from '../../../core/failure.ts';
import type { ExportPiece } from './exportText.ts';

/** How writing an export ended. */
export type WriteEnd =
  | { readonly kind: 'written'; readonly entries: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unwritable'; readonly cause: string }
  | Failure;

/** Heard of while an export is written. */
export interface WriteWatch {
  readonly isCancelled: () => boolean;
  /** @param entries written so far */
  readonly progress: (entries: number) => void;
}

/**
 * Writes an export to a file: to one beside it at first, which takes its name once it is whole and on the disk. What was
 * there under that name stays until then, and nothing is left behind when it fails or is cancelled.
 */
export async function writeBeside(
  path: string,
  pieces: AsyncIterable<ExportPiece | Failure>,
  watch: WriteWatch,
): Promise<WriteEnd> {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const end = await writeWhole(unfinished, pieces, watch);
    if (end.kind === 'written') await rename(unfinished, path);
    return end;
  } catch (error) {
    return { kind: 'unwritable', cause: error instanceof Error ? error.message : String(error) };
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function writeWhole(
  path: string,
  pieces: AsyncIterable<ExportPiece | Failure>,
  watch: WriteWatch,
): Promise<WriteEnd> {
  const file = await open(path, 'wx');
  try {
    let entries = 0;
    for await (const piece of pieces) {
      if ('kind' in piece) return piece;
      if (watch.isCancelled()) return { kind: 'cancelled' };
      await file.writeFile(piece.text);
      entries += piece.entries;
      watch.progress(entries);
    }
    await file.sync();
    return { kind: 'written', entries };
  } finally {
    await file.close();
  }
}
