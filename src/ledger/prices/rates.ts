import type { Provider as PublishedProvider } from '@pydantic/genai-prices';
import { calcPrice } from '@pydantic/genai-prices';
import type { Provider } from '../../core/contender.ts';
import { withoutSnapshotDate } from '../../core/spend/ownPrices.ts';
import { priceData } from '../../core/spend/priceData.ts';
import type { Usage } from '../../core/spend/usage.ts';
import { inputTokens } from '../../core/spend/usage.ts';

/** What one token of each class costs, in pico-dollars: a price per million tokens is a whole number of them. */
export interface Rates {
  readonly input: bigint;
  readonly cacheRead: bigint;
  readonly cacheWrite5m: bigint;
  readonly cacheWrite1h: bigint;
  /** Null for a model that gives nothing back that is billed by the token. */
  readonly output: bigint | null;
}

/** The rates of a model at a moment, dearer for long requests where its provider has such a tier. */
export interface ModelRates {
  readonly standard: Rates;
  /** For a whole request from that many input tokens on, cached ones counted; null when there is no such tier. */
  readonly long: { readonly from: number; readonly rates: Rates } | null;
}

/** Published prices and the date that is shown with them, `2026-09-23`. */
export interface PriceList {
  readonly date: string;
  /** Null for those that came with the package. */
  readonly providers: Readonly<Record<Provider, PublishedProvider>> | null;
}

/** The prices that came with the package. */
export const bundledPrices: PriceList = { date: priceData.publishedOn, providers: null };

/** The package's form: one price, or one that rises above each `start`, in dollars per million tokens. */
type ListedPrice =
  | number
  | { readonly base: number; readonly tiers: readonly { readonly start: number; readonly price: number }[] };

interface ListedPrices {
  readonly input_mtok?: ListedPrice;
  readonly cache_read_mtok?: ListedPrice;
  readonly cache_write_mtok?: ListedPrice;
  readonly cache_write_1h_mtok?: ListedPrice;
  readonly output_mtok?: ListedPrice;
}

/** Pico-dollars per token, of dollars per million tokens. */
const picoDollars = 1_000_000;

/**
 * The list prices of a model. A snapshot that the data does not list has those of its family, since the date alone has
 * never changed a price. Null for a model that the data does not know, or that has more than one dearer tier: neither
 * provider has such, so what is meant by one is not guessed at.
 *
 * @param at when the request was sent, in milliseconds since the epoch
 */
export function listRates(list: PriceList, provider: Provider, model: string, at: number): ModelRates | null {
  const prices =
    listedPrices(list, provider, model, at) ?? listedPrices(list, provider, withoutSnapshotDate(model), at);
  if (prices === null) return null;
  const standard = ratesAbove(prices, null);
  if (standard === null) return null;
  const [start = null, ...others] = tierStarts(prices);
  if (others.length > 0) return null;
  const long = start === null ? null : ratesAbove(prices, start);
  return { standard, long: start === null || long === null ? null : { from: start + 1, rates: long } };
}

/** Whether a request is long by its input, and then dearer. */
export function isLong(rates: ModelRates, usage: Usage): boolean {
  return rates.long !== null && inputTokens(usage) >= rates.long.from;
}

function listedPrices(list: PriceList, provider: Provider, model: string, at: number): ListedPrices | null {
  // Our names of the providers are the package's too. What is asked for does not matter: only its prices are taken.
  const place = list.providers === null ? { providerId: provider } : { provider: list.providers[provider] };
  const found = calcPrice({ input_tokens: 0 }, model, { ...place, timestamp: new Date(at) });
  return found === null ? null : found.model_price;
}

/** Where prices by the token rise, each once. Those of sound and pictures are no part of it. */
function tierStarts({ input_mtok, cache_read_mtok, cache_write_mtok, cache_write_1h_mtok, output_mtok }: ListedPrices) {
  const prices = [input_mtok, cache_read_mtok, cache_write_mtok, cache_write_1h_mtok, output_mtok];
  const starts = prices.flatMap((price) => (isTiered(price) ? price.tiers.map(({ start }) => start) : []));
  return [...new Set(starts)];
}

function ratesAbove(prices: ListedPrices, start: number | null): Rates | null {
  const rate = (price: ListedPrice | undefined) => (price === undefined ? null : pico(priceAbove(price, start)));
  const input = rate(prices.input_mtok);
  if (input === null) return null;
  const cacheWrite5m = rate(prices.cache_write_mtok) ?? input;
  return {
    input,
    cacheRead: rate(prices.cache_read_mtok) ?? input,
    cacheWrite5m,
    cacheWrite1h: rate(prices.cache_write_1h_mtok) ?? cacheWrite5m,
    output: rate(prices.output_mtok),
  };
}

function priceAbove(price: ListedPrice, start: number | null): number {
  if (!isTiered(price)) return price;
  return price.tiers.find((tier) => tier.start === start)?.price ?? price.base;
}

function isTiered(price: ListedPrice | undefined): price is Exclude<ListedPrice, number> {
  return typeof price === 'object';
}

/** Undoes the binary fraction that a price like 0.1 has, and rounds nothing else away. */
export function pico(dollarsPerMillion: number): bigint {
  return BigInt(Math.round(dollarsPerMillion * picoDollars));
}
