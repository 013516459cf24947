import type { Contender, Provider } from '../contender.ts';
import type { ImageSize } from '../images/image.ts';
import { imageTokens, mostImageTokens } from '../images/imageSight.ts';
import type { Usage } from './usage.ts';
import { noUsage } from './usage.ts';

/** Characters per token that code and English prose come to, on the low side. Only a rule of thumb: always labelled so. */
const charactersPerToken: Readonly<Record<Provider, number>> = { openai: 4, anthropic: 3 };

/** What a provider adds that we do not write: its own instructions for tools, and the frame around each message. */
const addedByProvider = 2_000;

/** About how many tokens a text of that many UTF-16 units is. An estimate until the provider has counted. */
export function estimateTokens(provider: Provider, characters: number): number {
  return Math.ceil(characters / charactersPerToken[provider]);
}

/** About how many tokens of input a text of that many UTF-16 units and these pictures are, for that model. */
export function estimateInput(
  { provider, model }: Pick<Contender, 'provider' | 'model'>,
  characters: number,
  images: readonly ImageSize[],
): number {
  const seen = images.reduce((tokens, image) => tokens + imageTokens(provider, model, image), 0);
  return estimateTokens(provider, characters) + seen;
}

/**
 * The most a request can use, to price its worst case before it is sent: a token of input for every byte of
 * UTF-8, since both providers' tokens stand for one byte at least (a character outside ASCII can be a token a byte), none
 * of it cheaper through a cache, and every output token that is allowed.
 *
 * @param inputBytes of all texts that are sent, in UTF-8
 * @param images pictures beside the texts; both providers bill them as input
 */
export function upperBoundUsage(inputBytes: number, maxOutputTokens: number, images: readonly ImageSize[] = []): Usage {
  const seen = images.reduce((tokens, image) => tokens + mostImageTokens(image), 0);
  return { ...noUsage, uncachedInput: inputBytes + addedByProvider + seen, output: maxOutputTokens };
}
