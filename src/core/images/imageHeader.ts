import { readGif } from './gifHeader.ts';
import type { HeaderFault, ImageHeader } from './image.ts';
import { readJpeg } from './jpegHeader.ts';
import { readPng } from './pngHeader.ts';
import { readWebp } from './webpHeader.ts';

/**
 * Reads which picture a file holds from its first bytes, whatever it is called, and whether it goes on to its end.
 * Width and height are those that are seen: a photo's orientation is taken into account.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | HeaderFault {
  const start = latin(bytes, 0, 16);
  const header = start.startsWith('\x89PNG\r\n\x1a\n')
    ? readPng(bytes)
    : start.startsWith('\xff\xd8\xff')
      ? readJpeg(bytes)
      : /^GIF8[79]a/.test(start)
        ? readGif(bytes)
        : /^RIFF[\s\S]{4}WEBP/.test(start)
          ? readWebp(bytes)
          : otherKind(bytes, start);
  if (typeof header === 'string') return header;
  return header.width > 0 && header.height > 0 ? header : 'damaged';
}

/** BMP, TIFF in both byte orders, ICO and PSD. */
const otherBeginnings = ['BM', 'II*\0', 'MM\0*', '\0\0\x01\0', '8BPS'];

/** Pictures that neither provider takes, so that they can be told as what they are. */
function otherKind(bytes: Uint8Array, start: string): HeaderFault {
  const isKnown =
    otherBeginnings.some((beginning) => start.startsWith(beginning)) ||
    /^[\s\S]{4}ftyp(?:heic|heix|hevc|heim|heis|mif1|msf1|avif|avis)/.test(start) ||
    /^\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(latin(bytes, 0, 200));
  return isKnown ? 'unsupported' : 'not-an-image';
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
