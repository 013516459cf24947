import type { Contender } from '../contender.ts';
import type { ContextPiece } from '../context.ts';
import type { FailureOf } from '../failure.ts';

/** The pieces with more pictures: these stand before everything else, in the order in which they came. */
export function withImages(pieces: readonly ContextPiece[], added: readonly ContextPiece[]): readonly ContextPiece[] {
  if (added.length === 0) return pieces;
  return [...pieces.filter(isImage), ...added, ...pieces.filter((piece) => !isImage(piece))];
}

/** Whether a piece is a picture. */
export function isImage({ kind }: ContextPiece): boolean {
  return kind === 'image';
}

/** Why a contender is not asked with these pieces: a task with pictures means nothing to a model that takes none. */
export function whyNotTaken(
  { takesImages, model }: Contender,
  pieces: readonly ContextPiece[],
): FailureOf<'images-not-taken'> | null {
  return takesImages === false && pieces.some(isImage) ? { kind: 'images-not-taken', model } : null;
}
