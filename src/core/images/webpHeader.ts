import type { HeaderFault, ImageHeader } from './image.ts';

/** Reads a file that begins as WebP does (developers.google.com/speed/webp/docs/riff_container). */
export function readWebp(bytes: Uint8Array): ImageHeader | HeaderFault {
  if (bytes.length < 30) return 'damaged';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(4, true) + 8 > bytes.length) return 'damaged';
  switch (String.fromCharCode(...bytes.subarray(12, 16))) {
    case 'VP8 ':
      return found(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff, false);
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return found((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1, false);
    }
    case 'VP8X':
      return found(wide(view, 24), wide(view, 27), ((bytes[20] ?? 0) & 0x02) !== 0);
    default:
      return 'damaged';
  }
}

/** One more than a number of three bytes. */
function wide(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000 + 1;
}

function found(width: number, height: number, isAnimated: boolean): ImageHeader {
  return { mediaType: 'image/webp', width, height, isAnimated };
}
