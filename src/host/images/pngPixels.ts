import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { ImageSize } from '../../core/images/image.ts';
import { pngChunks } from '../../core/images/pngHeader.ts';

const inflated = promisify<Uint8Array, { readonly maxOutputLength: number }, Uint8Array>(inflate);

/** A pixel has eight bytes at most, and each line one more; an interlaced picture has more and shorter lines. */
const mostBytesOfPixel = 8;

/** Whether the pixels of a PNG file can be unpacked, to find out before a provider does. */
export async function arePixelsWhole(bytes: Uint8Array, { width, height }: ImageSize): Promise<boolean> {
  const packed = (pngChunks(bytes) ?? [])
    .filter(({ type }) => type === 'IDAT')
    .map(({ start, end }) => bytes.subarray(start + 8, end - 4));
  try {
    const maxOutputLength = width * height * mostBytesOfPixel + 16 * (height + width);
    return (await inflated(Buffer.concat(packed), { maxOutputLength })).length > 0;
  } catch {
    return false;
  }
}
