import type { ImageAsset, ImageSide, Picture } from '../../core/asset/imageAsset.ts';
import { readImageOptions } from '../../core/asset/imageOptions.ts';
import { rasterFormatOf } from '../../core/asset/rasterFormat.ts';
import { isAnswer } from '../saved/answerCheck.ts';
import type { Check } from '../saved/checks.ts';
import { isCount, isFlag, isText, kindOf, listOf, nullOr, shapeOf } from '../saved/checks.ts';
import type { SvgSanitizer } from './imagePorts.ts';

/** Counts up when what is kept changes its form. */
const version = 1;

const isPicture: Check = kindOf<Picture['kind']>('kind', {
  raster: (value) => isBase64((value as { readonly base64?: unknown }).base64),
  svg: shapeOf<{ text: string; takenOut: readonly string[] }>({ text: isText, takenOut: listOf(isText) }),
});

const isSide = shapeOf<ImageSide>({
  answer: isAnswer,
  picture: nullOr(isPicture),
  whole: isFlag,
  partials: isCount,
  ownAltText: nullOr(isText),
});

const isAsset = shapeOf<ImageAsset>({
  id: isText,
  instruction: isText,
  options: (value) => readImageOptions(value) !== null,
  folder: nullOr(isText),
  asked: isFlag,
  left: isSide,
  right: isSide,
});

/** An asset as text to be kept. */
export function writeSavedImage(asset: ImageAsset): string {
  return JSON.stringify({ version, asset });
}

/**
 * An asset from what was kept, or null for anything else. A file on a disk can have been changed: its drawings are made
 * safe once more.
 */
export function readSavedImage(text: string, sanitizer: SvgSanitizer): ImageAsset | null {
  const asset = assetIn(text);
  return asset === null ? null : { ...asset, left: safe(asset.left, sanitizer), right: safe(asset.right, sanitizer) };
}

function assetIn(text: string): ImageAsset | null {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('asset' in kept)) return null;
    // The check has looked at every key.
    return kept.version === version && isAsset(kept.asset) ? (kept.asset as ImageAsset) : null;
  } catch {
    return null;
  }
}

function safe(side: ImageSide, sanitizer: SvgSanitizer): ImageSide {
  const { picture } = side;
  if (picture === null) return side;
  if (picture.kind === 'raster') {
    const format = rasterFormatOf(picture.base64);
    return { ...side, picture: format === null ? null : { ...picture, format } };
  }
  const clean = sanitizer.sanitize(picture.text);
  const takenOut = [...new Set([...picture.takenOut, ...(clean?.takenOut ?? [])])];
  return { ...side, picture: clean === null ? null : { ...clean, takenOut } };
}

function isBase64(value: unknown): boolean {
  return typeof value === 'string' && rasterFormatOf(value) !== null;
}
