import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComparisonView, PieceImageView, PieceView } from '../../../src/shared/comparisonView.ts';
import { pngFile, stripes } from '../../images/pngFile.ts';
import { projectFolder } from '../../vscode/projectFolder.ts';
import type { GalleryScene } from './galleryScenes.ts';
import { viewOf, waitingSide } from './galleryTask.ts';
import { outlook } from './outlookScenes.ts';

const mockup = readFileSync(join(projectFolder, 'media/sample/mockups/orders.png'));
const tall = pngFile(stripes(300, 1600, 50));

function piece(path: string, file: Buffer, changes: Partial<PieceImageView>, included = true): PieceView {
  const size = { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  const image: PieceImageView = {
    mediaType: 'image/png',
    data: file.toString('base64'),
    bytes: file.length,
    ...size,
    original: { ...size, bytes: file.length },
    isFirstFrame: false,
    tokens: { left: 340, right: 450 },
    ...changes,
  };
  return { id: path, title: `Image ${path}`, path, line: 1, text: '', included, image };
}

const pictures: readonly PieceView[] = [
  piece('mockups/orders.png', mockup, { original: { width: 2880, height: 1630, bytes: 412_000 } }),
  piece('a very long name of a screenshot, taken on a Friday evening.gif', tall, {
    isFirstFrame: true,
    tokens: { left: 470, right: null },
  }),
  piece('image.png', mockup, {}, false),
];

/** What a draft is like with pictures, and what a comparison tells of those that were sent. */
function scene(name: string, changes: Partial<ComparisonView>, size?: GalleryScene['size']): GalleryScene {
  const plain = viewOf(waitingSide('left'), waitingSide('right'), { phase: 'draft', outlook });
  const view = { ...plain, request: { ...plain.request, pieces: [...pictures, ...plain.request.pieces] }, ...changes };
  return { name, view, size: size ?? { width: 1100, height: 1300 } };
}

const news = {
  preparing: 1,
  job: { id: 'never', mediaType: 'image/png', data: '', sights: [] },
  refused: [
    'letter.png is no image, so it was not added.',
    'logo.svg is in a format that the models do not take; save it as PNG, JPEG, WebP or GIF.',
  ],
} as const;

/** See `galleryScenes`. */
export const imageScenes: readonly GalleryScene[] = [
  scene('images-draft', {}),
  scene('images-draft-320', {}, { width: 320, height: 1500 }),
  scene('images-draft-news', { draftImages: news }),
  { ...scene('images-sent', { phase: 'open', outlook: null }), press: ['What was sent'] },
];
