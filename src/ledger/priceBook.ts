import type { Price, PriceBook, PriceQuestion } from '../app/ledgerPorts.ts';
import type { ExtraUsage } from '../core/spend/billing.ts';
import type { OwnPrice } from '../core/spend/ownPrice.ts';
import type { InvalidOwnPrices, OwnPrices } from '../core/spend/ownPrices.ts';
import { ownPriceOf, possibleOwnPrices } from '../core/spend/ownPrices.ts';
import type { Usage } from '../core/spend/usage.ts';
import { inputTokens } from '../core/spend/usage.ts';
import { extraCost } from './prices/extraCost.ts';
import type { Fraction } from './prices/fraction.ts';
import { product, rounded, sum, whole } from './prices/fraction.ts';
import type { PriceList, Rates } from './prices/rates.ts';
import { listRates } from './prices/rates.ts';
import { tokenPrices } from './prices/tokenPrices.ts';

const nanoPerPico: Fraction = { over: 1n, under: 1_000n };

/**
 * Prices without any network: the person's own where they are set, else those of a list. Everything is an exact fraction
 * of pico-dollars until the one rounding to nano-dollars at the end, half up. What any part of has no known price has
 * none as a whole. Beside the tokens everything is counted by the list: pictures, searches and other models' tokens. As
 * long as no model has answered, the price is the dearest that the request can turn out to have by the person's prices.
 *
 * @param own where they cannot be read no price is known, rather than a wrong one
 */
export function createPriceBook(list: PriceList, own: OwnPrices | InvalidOwnPrices): PriceBook {
  if ('kind' in own) return { fault: own, price: () => null, nextTier: () => null };
  return {
    fault: null,
    price: (question) => dearest(ownPricesOf(question, own).map((each) => price(question, list, each))),
    nextTier: (provider, model, at) => {
      if (possibleOwnPrices(own, provider, model).every((each) => each?.kind === 'rates')) return null;
      return listRates(list, provider, model, at)?.long?.from ?? null;
    },
  };
}

function ownPricesOf({ provider, model, returnedModel }: PriceQuestion, own: OwnPrices): readonly (OwnPrice | null)[] {
  return returnedModel === null
    ? possibleOwnPrices(own, provider, model)
    : [ownPriceOf(own, provider, model, returnedModel)];
}

/** The one with the most money; null as soon as one is not known, since that may be the dearest. */
function dearest(prices: readonly (Price | null)[]): Price | null {
  return prices.reduce((most, each) => {
    if (most === null || each === null) return null;
    return each.nanoDollars > most.nanoDollars ? each : most;
  });
}

function price(question: PriceQuestion, list: PriceList, own: OwnPrice | null): Price | null {
  if (!isCountable(question.usage) || !question.extras.every(isCountableExtra)) return null;
  const tokens = tokenCosts(question, list, own);
  if (tokens === null) return null;
  let total = tokens.total;
  for (const extra of question.extras) {
    const cost = extraCost(question.provider, extra, (by, other, usage) => {
      return (
        tokenCosts({ ...question, provider: by, model: other, returnedModel: null, usage }, list, null)?.total ?? null
      );
    });
    if (cost === null) return null;
    total = sum(total, cost);
  }
  const nanoDollars = nano(total);
  const cacheSavings = nano(tokens.saved);
  if (!Number.isSafeInteger(nanoDollars) || !Number.isSafeInteger(cacheSavings)) return null;
  return { nanoDollars, cacheSavings, source: tokens.source };
}

/** Pico-dollars of the model's own tokens, and what they would have cost more without any cache. */
function tokenCosts(question: PriceQuestion, list: PriceList, own: OwnPrice | null) {
  const { usage } = question;
  const found = tokenPrices(question, list, own);
  if (found === null) return null;
  const { rates, factor, source } = found;
  const output = outputCost(rates, usage);
  if (output === null) return null;
  const input =
    BigInt(usage.uncachedInput) * rates.input +
    BigInt(usage.cacheRead) * rates.cacheRead +
    BigInt(usage.cacheWrite5m) * rates.cacheWrite5m +
    BigInt(usage.cacheWrite1h) * rates.cacheWrite1h;
  const uncached = BigInt(inputTokens(usage)) * rates.input;
  return { total: product(whole(input + output), factor), saved: product(whole(uncached - input), factor), source };
}

/** What has no price of its own would count as free. */
function outputCost(rates: Rates, usage: Usage): bigint | null {
  if (usage.output === 0) return 0n;
  return rates.output === null ? null : BigInt(usage.output) * rates.output;
}

function nano(picoDollars: Fraction): number {
  return Number(rounded(product(picoDollars, nanoPerPico)));
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
