import { domToBlob } from 'modern-screenshot';
import { pageColour, withCanvasColour } from '../previewFrame/canvasColour.ts';

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
  const blob = await withCanvasColour(() =>
    domToBlob(root, {
      width,
      height,
      scale,
      backgroundColor: pageColour() ?? '#fff',
      font: false,
      type: 'image/png',
    }),
  );
  return await blob.arrayBuffer();
}

Object.defineProperty(window, 'tiebreakPicture', { value: drawPage, configurable: true });
