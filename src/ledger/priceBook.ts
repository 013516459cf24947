import { calcPrice } from '@pydantic/genai-prices';
import type { PriceBook } from '../app/ledgerPorts.ts';
import type { Provider } from '../core/contender.ts';
import { priceData } from '../core/spend/priceData.ts';
import type { Usage } from '../core/spend/usage.ts';
import { inputTokens } from '../core/spend/usage.ts';

/** Our providers as the price data names them. */
const providerIds: Readonly<Record<Provider, string>> = { openai: 'openai', anthropic: 'anthropic' };

/** A day at the end of a model id, as both providers put it: `gpt-5.5-2026-04-23`, `claude-haiku-4-5-20251001`. */
const snapshotDate = /-(?:\d{4}-\d{2}-\d{2}|\d{8})$/;

const nanoDollarsPerDollar = 1_000_000_000;

/**
 * The prices that came with the package, without any network: list prices of the standard service tier, today's. The
 * long-context tier is in them (GPT-5.5: the whole request, from 272,000 input tokens on).
 * A snapshot that the data does not list is priced as its family, since the date alone has never changed a price.
 */
export function createPriceBook(): PriceBook {
  return {
    price: ({ provider, model, usage }) => {
      if (!isCountable(usage)) return null;
      const nanoDollars =
        costOf(provider, model, usage) ?? costOf(provider, model.replace(snapshotDate, ''), usage);
      if (nanoDollars === null) return null;
      return { nanoDollars, cacheSavings: 0, source: { kind: 'list', date: priceData.publishedOn } };
    },
    nextTier: () => null,
    listDate: priceData.publishedOn,
  };
}

function costOf(provider: Provider, model: string, usage: Usage): number | null {
  // The package wants all input in `input_tokens`, its parts named again beside it, one-hour writes within all writes.
  const result = calcPrice(
    {
      input_tokens: inputTokens(usage),
      cache_read_tokens: usage.cacheRead,
      cache_write_tokens: usage.cacheWrite5m + usage.cacheWrite1h,
      cache_write_1h_tokens: usage.cacheWrite1h,
      output_tokens: usage.output,
    },
    model,
    { providerId: providerIds[provider] },
  );
  if (result === null) return null;
  // What has no price of its own would count as free.
  if (inputTokens(usage) > 0 && result.model_price.input_mtok === undefined) return null;
  if (usage.output > 0 && result.model_price.output_mtok === undefined) return null;
  // Prices are whole nano-dollars per token, so this undoes binary fractions and rounds nothing else away.
  return Math.round(result.total_price * nanoDollarsPerDollar);
}

/** The package throws on anything else, and what a provider reports is not ours to trust. */
function isCountable(usage: Usage): boolean {
  return Object.values(usage).every((count) => Number.isSafeInteger(count) && count >= 0);
}
