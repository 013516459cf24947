import type { Provider } from '../contender.ts';
import type { ExtraUsage } from '../spend/billing.ts';
import type { ImageOptions, ImageQuality } from './imageOptions.ts';
import { imageModel, partialPictures } from './imageOptions.ts';

/**
 * More image tokens than a picture of the offered sizes takes. The provider's calculator gives 7,024 at most, at high
 * quality for a square (developers.openai.com/api/docs/guides/image-generation), and names no limit: so twice as much.
 */
const mostTokens: Readonly<Record<ImageQuality, number>> = { low: 1_000, medium: 4_000, high: 15_000, auto: 15_000 };
/** Each partial picture takes 100 (ibidem). */
const partialTokens = 100;

/**
 * The most that is billed beside the model's own tokens, to reserve it before the request is sent: the picture, and
 * what the model tells the tool, which can be all that it was sent and all that it writes.
 *
 * @param inputBytes of everything that is sent, in UTF-8
 */
export function mostImageUsage(
  provider: Provider,
  { quality }: ImageOptions,
  inputBytes: number,
  maxOutputTokens: number,
): readonly ExtraUsage[] {
  if (provider !== 'openai') return [];
  return [
    {
      kind: 'image-generation',
      model: imageModel,
      textInput: inputBytes + maxOutputTokens,
      cachedTextInput: 0,
      imageInput: 0,
      cachedImageInput: 0,
      textOutput: 0,
      imageOutput: mostTokens[quality] + partialPictures * partialTokens,
    },
  ];
}
