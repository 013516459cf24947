import type { Provider } from '../../core/contender.ts';
import type { ExtraUsage } from '../../core/spend/billing.ts';
import type { Usage } from '../../core/spend/usage.ts';
import type { Fraction } from './fraction.ts';
import { whole } from './fraction.ts';

/**
 * GPT Image 2 and 2.6 Sunburst, which cost the same, in pico-dollars per token
 * (developers.openai.com/api/docs/models/gpt-image-2 and …/gpt-image-2.6-sunburst). They give no text back.
 */
const imageModel = {
  name: /^gpt-image-2(?:\.6-sunburst)?(?:-\d{4}-\d{2}-\d{2})?$/,
  textInput: 5_000_000n,
  cachedTextInput: 1_250_000n,
  imageInput: 8_000_000n,
  cachedImageInput: 2_000_000n,
  imageOutput: 30_000_000n,
};

/** A search of the web, in pico-dollars a call: $10 for a thousand with both providers. */
const webSearch = 10_000_000_000n;

/**
 * What a part beside the model's own tokens costs, in pico-dollars; null when it has no known price.
 *
 * @param tokens prices what another model used
 */
export function extraCost(
  provider: Provider,
  extra: ExtraUsage,
  tokens: (provider: Provider, model: string, usage: Usage) => Fraction | null,
): Fraction | null {
  switch (extra.kind) {
    case 'tool':
      if (extra.calls === 0) return whole(0n);
      return extra.name === 'web_search' ? whole(BigInt(extra.calls) * webSearch) : null;
    case 'model':
      return tokens(provider, extra.model, extra.usage);
    case 'image-generation':
      if (extra.model === null || !imageModel.name.test(extra.model) || extra.textOutput > 0) return null;
      return whole(
        BigInt(extra.textInput) * imageModel.textInput +
          BigInt(extra.cachedTextInput) * imageModel.cachedTextInput +
          BigInt(extra.imageInput) * imageModel.imageInput +
          BigInt(extra.cachedImageInput) * imageModel.cachedImageInput +
          BigInt(extra.imageOutput) * imageModel.imageOutput,
      );
  }
}
