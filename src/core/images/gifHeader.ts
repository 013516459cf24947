import type { HeaderFault, ImageHeader } from './image.ts';

/** Reads a file that begins as GIF does (w3.org/Graphics/GIF/spec-gif89a.txt). */
export function readGif(bytes: Uint8Array): ImageHeader | HeaderFault {
  if (bytes.length < 13) return 'damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frames = framesFrom(bytes, 13 + tableLength(bytes[10] ?? 0));
  if (frames === 0) return 'damaged';
  return {
    mediaType: 'image/gif',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    isAnimated: frames > 1,
  };
}

/** How many whole frames there are from a place on; of a file that breaks off, those before. Stops at the second. */
function framesFrom(bytes: Uint8Array, first: number): number {
  let frames = 0;
  let at = first;
  while (at < bytes.length && frames < 2) {
    const kind = bytes[at];
    if (kind === 0x21) {
      at = endOfBlocks(bytes, at + 2);
    } else if (kind === 0x2c) {
      at = endOfBlocks(bytes, at + 11 + tableLength(bytes[at + 9] ?? 0));
      if (at <= bytes.length) frames += 1;
    } else {
      return frames;
    }
  }
  return frames;
}

/** Bytes of a colour table, as the flags before it say. */
function tableLength(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Where a run of sub-blocks ends; beyond the file where it does not. */
function endOfBlocks(bytes: Uint8Array, first: number): number {
  let at = first;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return bytes.length + 1;
    at += 1 + length;
    if (length === 0) return at;
  }
}
