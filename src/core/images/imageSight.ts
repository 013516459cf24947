import type { Provider } from '../contender.ts';
import type { ImageSize } from './image.ts';

/** How much of a picture a model sees before its provider scales it down. */
export interface ImageSight {
  /** In pixels. */
  readonly longestEdge: number;
  /** A picture is cut into squares of so many pixels a side, each one token. */
  readonly patch: number;
  readonly mostPatches: number;
}

/** Claude up to Opus 4.6 (platform.claude.com/docs/en/build-with-claude/vision). */
const claudeSight: ImageSight = { longestEdge: 1568, patch: 28, mostPatches: 1568 };
/** Claude from Opus 4.7 on, by the same page. */
const sharpClaudeSight: ImageSight = { longestEdge: 2576, patch: 28, mostPatches: 4784 };
/** GPT from 5.4 on at `detail: high` (developers.openai.com/api/docs/guides/images-vision). */
const sharpGptSight: ImageSight = { longestEdge: 2048, patch: 32, mostPatches: 2500 };
/** Other models on OpenAI's wire: the least that its guide tells of any that counts in patches. */
const gptSight: ImageSight = { longestEdge: 2048, patch: 32, mostPatches: 1536 };

const sharpClaude = /^claude-(?:opus-4-[7-9]|[a-z]+-(?:[5-9]|\d{2}))(?:-|$)/;
const sharpGpt = /^gpt-(?:5\.(?:[4-9]|\d{2})|[6-9])/;

/** What a model sees; for one that is not known, what the most modest of its provider's does. */
export function sightOf(provider: Provider, model: string): ImageSight {
  if (provider === 'anthropic') return sharpClaude.test(model) ? sharpClaudeSight : claudeSight;
  return sharpGpt.test(model) ? sharpGptSight : gptSight;
}

/** Whether a picture of that size is seen as it is. */
export function isSeenWhole({ width, height }: ImageSize, sight: ImageSight): boolean {
  return Math.max(width, height) <= sight.longestEdge && patchesOf({ width, height }, sight) <= sight.mostPatches;
}

/** The largest size in a picture's proportions that is seen whole by all of these; never larger than the picture. */
export function fittedSize(size: ImageSize, sights: readonly ImageSight[]): ImageSize {
  const longest = Math.max(size.width, size.height);
  const bounds = sights.flatMap(({ longestEdge, patch, mostPatches }) => [
    longestEdge / longest,
    Math.sqrt((mostPatches * patch * patch) / (size.width * size.height)),
  ]);
  let scale = Math.min(1, ...bounds);
  for (;;) {
    const fitted = { width: scaled(size.width, scale), height: scaled(size.height, scale) };
    if (sights.every((sight) => isSeenWhole(fitted, sight))) return fitted;
    // A patch that is cut at the edge counts as a whole one, so the area alone does not tell.
    scale *= 0.995;
  }
}

/**
 * About how many tokens of input a picture is. An estimate until the provider has counted: for models that weigh their
 * patches it is too low.
 */
export function imageTokens(provider: Provider, model: string, size: ImageSize): number {
  const sight = sightOf(provider, model);
  return Math.min(sight.mostPatches, patchesOf(size, sight));
}

/**
 * The most tokens that a picture can be, for any model: the finest patches that are known, at the heaviest weight of
 * them (2.46), and what a low-resolution copy beside them comes to (85).
 */
export function mostImageTokens(size: ImageSize): number {
  return Math.ceil(patchesOf(size, claudeSight) * 2.5) + 85;
}

function patchesOf({ width, height }: ImageSize, { patch }: ImageSight): number {
  return Math.ceil(width / patch) * Math.ceil(height / patch);
}

function scaled(length: number, scale: number): number {
  return Math.max(1, Math.floor(length * scale));
}
