import type { HeaderFault, ImageHeader } from './image.ts';

/** A part of a PNG file: `bytes.subarray(start, end)` is all of it, length and checksum included. */
export interface PngChunk {
  /** Four letters, e.g. `IHDR`. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Everything but pixels and what they mean is left away: texts, times, EXIF, thumbnails, further frames. */
const keptChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'IDAT', 'IEND']);

/** Reads a file that begins as PNG does (w3.org/TR/png-3). */
export function readPng(bytes: Uint8Array): ImageHeader | HeaderFault {
  const chunks = pngChunks(bytes);
  if (chunks === null || chunks[0]?.type !== 'IHDR' || !chunks.some(({ type }) => type === 'IDAT')) return 'damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    mediaType: 'image/png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    isAnimated: chunks.some(({ type }) => type === 'acTL'),
  };
}

/** The chunks up to the end of the picture; null where the file breaks off before that. */
export function pngChunks(bytes: Uint8Array): readonly PngChunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: PngChunk[] = [];
  for (let start = 8; start + 12 <= bytes.length; ) {
    const end = start + 12 + view.getUint32(start);
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
    chunks.push({ type, start, end });
    if (type === 'IEND') return chunks;
    start = end;
  }
  return null;
}

/** A PNG file with its pixels alone. A file that is none stays as it is. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array {
  const chunks = pngChunks(bytes);
  if (chunks === null) return bytes;
  const parts = [
    bytes.subarray(0, 8),
    ...chunks.filter(({ type }) => keptChunks.has(type)).map(({ start, end }) => bytes.subarray(start, end)),
  ];
  const kept = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    kept.set(part, at);
    at += part.length;
  }
  return kept;
}

/** Colours of its own, and which side is up. */
const tellingChunks = new Set(['iCCP', 'cICP', 'eXIf']);

/** Whether a PNG file says something without which its pixels do not look the same. */
export function isMoreThanPixels(bytes: Uint8Array): boolean {
  return pngChunks(bytes)?.some(({ type }) => tellingChunks.has(type)) === true;
}
