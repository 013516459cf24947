import type { RasterFormat } from './imageOptions.ts';

/** Characters of base64 that a picture may have: some 18 MB, where 4K pictures have about ten. */
export const longestPicture = 24 * 1024 * 1024;

/**
 * What a picture in base64 really is, by its first bytes; null for what is none of these. Whoever asked for one format can
 * get another.
 */
export function rasterFormatOf(base64: string): RasterFormat | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  if (base64.startsWith('iVBORw0KGgo')) return 'png';
  if (base64.startsWith('/9j/')) return 'jpeg';
  // `RIFF`, four bytes of length, `WEBP`.
  return base64.startsWith('UklGR') && base64.slice(12, 16) === 'RUJQ' ? 'webp' : null;
}
