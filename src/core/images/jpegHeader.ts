import type { HeaderFault, ImageHeader } from './image.ts';

/** Reads a file that begins as JPEG does (ITU T.81); its EXIF orientation decides which side is up. */
export function readJpeg(bytes: Uint8Array): ImageHeader | HeaderFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let isTurned = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    // Any number of bytes may fill up before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return 'damaged';
    if (marker === 0xe1) isTurned ||= isTurnedByExif(bytes.subarray(at + 4, at + 2 + length));
    if (isFrame(marker)) {
      if (length < 7 || !hasEnd(bytes, at + length)) return 'damaged';
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const size = isTurned ? { width: height, height: width } : { width, height };
      return { mediaType: 'image/jpeg', ...size, isAnimated: false };
    }
    at += 2 + length;
  }
  return 'damaged';
}

/** Start of frame: every `SOF` marker, but not the tables that share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Whether the picture's end is there; cameras may write more behind it. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** Whether the EXIF orientation swaps width and height (CIPA DC-008, tag 0x0112). */
function isTurnedByExif(segment: Uint8Array): boolean {
  if (segment.length < 14 || String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif') return false;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.length - 6);
  const isLittle = tiff.getUint16(0) === 0x4949;
  const entries = tiff.getUint32(4, isLittle);
  if (entries + 2 > tiff.byteLength) return false;
  const count = tiff.getUint16(entries, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = entries + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return false;
    if (tiff.getUint16(entry, isLittle) === 0x0112) return tiff.getUint16(entry + 8, isLittle) >= 5;
  }
  return false;
}
