import type { Price, PriceBook, PriceQuestion } from '../app/ledgerPorts.ts';
import type { ExtraUsage } from '../core/spend/billing.ts';
import { priceData } from '../core/spend/priceData.ts';
import type { Usage } from '../core/spend/usage.ts';
import { inputTokens } from '../core/spend/usage.ts';
import { extraCost } from './prices/extraCost.ts';
import type { Rates } from './prices/rates.ts';
import { isLong, listRates } from './prices/rates.ts';
import type { Factor } from './prices/termsFactor.ts';
import { termsFactor } from './prices/termsFactor.ts';

const picoDollarsPerNano = 1_000n;

/**
 * The prices that came with the package, without any network. Everything is whole pico-dollars until the one rounding to
 * nano-dollars at the end, half up. What any part of has no published price has none as a whole.
 */
export function createPriceBook(): PriceBook {
  return {
    price,
    nextTier: (provider, model, at) => listRates(provider, model, at)?.long?.from ?? null,
    listDate: priceData.publishedOn,
  };
}

function price(question: PriceQuestion): Price | null {
  const { provider, usage, at } = question;
  if (!isCountable(usage) || !question.extras.every(isCountableExtra)) return null;
  const own = tokenCosts(question);
  if (own === null) return null;
  const extras = question.extras.map((extra) =>
    extraCost(provider, extra, (by, model, used) => {
      const costs = tokenCosts({ ...question, provider: by, model, usage: used, at });
      return costs === null ? null : rounded(scaled(costs.total, costs.factor)) * picoDollarsPerNano;
    }),
  );
  let added = 0n;
  for (const cost of extras) {
    if (cost === null) return null;
    added += cost;
  }
  const { factor } = own;
  const nanoDollars = Number(rounded({ over: own.total * factor.over + added * factor.under, under: factor.under }));
  const cacheSavings = Number(rounded(scaled(own.uncached - own.total, factor)));
  if (!Number.isSafeInteger(nanoDollars) || !Number.isSafeInteger(cacheSavings)) return null;
  return { nanoDollars, cacheSavings, source: { kind: 'list', date: priceData.publishedOn } };
}

/** Pico-dollars of list price, as it was and as it would have been without any cache, and what the terms make of them. */
function tokenCosts({ provider, model, usage, terms, at }: PriceQuestion) {
  const found = listRates(provider, model, at);
  if (found === null) return null;
  const long = isLong(found, usage);
  const rates = long ? (found.long?.rates ?? found.standard) : found.standard;
  const factor = termsFactor(provider, model, terms, long);
  const output = outputCost(rates, usage);
  if (factor === null || output === null) return null;
  const input =
    BigInt(usage.uncachedInput) * rates.input +
    BigInt(usage.cacheRead) * rates.cacheRead +
    BigInt(usage.cacheWrite5m) * rates.cacheWrite5m +
    BigInt(usage.cacheWrite1h) * rates.cacheWrite1h;
  return { total: input + output, uncached: BigInt(inputTokens(usage)) * rates.input + output, factor };
}

/** What has no price of its own would count as free. */
function outputCost(rates: Rates, usage: Usage): bigint | null {
  if (usage.output === 0) return 0n;
  return rates.output === null ? null : BigInt(usage.output) * rates.output;
}

function scaled(picoDollars: bigint, factor: Factor): Factor {
  return { over: picoDollars * factor.over, under: factor.under };
}

/** Nano-dollars of a fraction of pico-dollars, half up. */
function rounded({ over, under }: Factor): bigint {
  const doubled = 2n * over + under * picoDollarsPerNano;
  const divisor = 2n * under * picoDollarsPerNano;
  const whole = doubled / divisor;
  // Division of whole numbers goes towards zero; savings can be below it.
  return doubled < 0n && whole * divisor !== doubled ? whole - 1n : whole;
}

/** What a provider reports is not ours to trust. */
function isCountable(usage: Usage): boolean {
  return Object.values(usage).every((count) => Number.isSafeInteger(count) && count >= 0);
}

function isCountableExtra(extra: ExtraUsage): boolean {
  if (extra.kind === 'model') return isCountable(extra.usage);
  const { kind: _kind, ...facts } = extra;
  return Object.values(facts).every((fact) => typeof fact !== 'number' || (Number.isSafeInteger(fact) && fact >= 0));
}
