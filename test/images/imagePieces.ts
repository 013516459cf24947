import type { ContextPiece } from '../../src/core/context.ts';
import { pngFile, stripes } from './pngFile.ts';

/** A picture as a context piece. */
export function imagePiece(id: string, path: string, width = 640, height = 400): ContextPiece {
  const file = pngFile(stripes(width, height));
  const image = {
    mediaType: 'image/png',
    data: file.toString('base64'),
    bytes: file.length,
    width,
    height,
    original: { width: width * 2, height: height * 2, bytes: file.length * 3 },
    isFirstFrame: false,
  } as const;
  return { id, kind: 'image', title: `Image ${path}`, path, languageId: '', line: 1, text: '', image };
}
