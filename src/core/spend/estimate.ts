import type { Provider } from '../contender.ts';
import type { Usage } from './usage.ts';
import { noUsage } from './usage.ts';

/** Characters per token that code and English prose come to, on the low side. Only a rule of thumb: always labelled so. */
const charactersPerToken: Readonly<Record<Provider, number>> = { openai: 4, anthropic: 3 };

/**
 * One token per character is the worst that text of the ASCII range can come to, since a token covers at least one
 * byte, and about what scripts without spaces come to. Four turns the most generous rule of thumb above into that.
 */
const inputMargin = 4;

/** What a provider adds that we do not write: its own instructions for tools, and the frame around each message. */
const addedByProvider = 2_000;

/** About how many tokens a text of that many UTF-16 units is. An estimate until the provider has counted. */
export function estimateTokens(provider: Provider, characters: number): number {
  return Math.ceil(characters / charactersPerToken[provider]);
}

/**
 * The most a request can use, to price its worst case before it is sent: input far above its estimate, none of it
 * cheaper through a cache, and every output token that is allowed.
 *
 * @param inputEstimate what `estimateTokens` gave for everything that is sent
 */
export function upperBoundUsage(inputEstimate: number, maxOutputTokens: number): Usage {
  return { ...noUsage, uncachedInput: inputEstimate * inputMargin + addedByProvider, output: maxOutputTokens };
}
