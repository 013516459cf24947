import { domToBlob } from 'modern-screenshot';

// Runs in a frame when a picture of its page is wanted; the frame's own script calls what is put here.

/** No browser draws on a larger canvas, in pixels of one side. */
const longestSide = 16_384;
/** As much as a picture may have, so that drawing it stays bearable. */
const mostPixels = 24_000_000;
/** For eyes and screens that are good. */
const sharpest = 2;

/** Draws the whole page as it is now, as a PNG. @throws when it cannot be drawn */
async function drawPage(): Promise<ArrayBuffer> {
  const root = document.documentElement;
  const width = Math.max(root.scrollWidth, 1);
  const height = Math.max(root.scrollHeight, 1);
  const scale = Math.min(sharpest, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
  const own = getComputedStyle(root).backgroundColor;
  const body = document.body === null ? '' : getComputedStyle(document.body).backgroundColor;
  const isClear = (colour: string) => colour === '' || colour === 'transparent' || /, 0\)$/.test(colour);
  const backgroundColor = [own, body].find((colour) => !isClear(colour)) ?? '#fff';
  const blob = await domToBlob(root, { width, height, scale, backgroundColor, font: false, type: 'image/png' });
  return await blob.arrayBuffer();
}

Object.defineProperty(window, 'tiebreakPicture', { value: drawPage, configurable: true });
