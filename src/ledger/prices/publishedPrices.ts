import type { MatchLogic, ModelInfo, Provider as PublishedProvider } from '@pydantic/genai-prices';
import { calcPrice } from '@pydantic/genai-prices';
import type { Provider } from '../../core/contender.ts';

/** What is kept of published prices: both providers' models, each with how it is recognised and what it costs. */
export type PublishedPrices = Readonly<Record<Provider, PublishedProvider>>;

type Fields = Readonly<Record<string, unknown>>;

/** The prices that money is counted by. The rest, of sound, pictures and calls, is left out. */
const priceNames = ['input_mtok', 'cache_read_mtok', 'cache_write_mtok', 'cache_write_1h_mtok', 'output_mtok'];
/** In dollars per million tokens. */
const dearest = 1_000_000;
const mostModels = 5_000;
const longestText = 200;
const deepestMatch = 4;
/** Literal text and digits that are counted, from the beginning to the end: no pattern that takes long to try. */
const plainPattern = /^\^(?:[\w-]|\\[.d](?:\{\d\})?)*\$$/;

/** Thrown here for what is not of the form, and caught here: all or nothing. */
class Unreadable extends Error {}

/**
 * Reads the price data of pydantic/genai-prices (github.com/pydantic/genai-prices, prices/new_data/v2/data.schema.json),
 * or gives null when anything that counts in it is not of its form: half a list would price half wrongly.
 *
 * @param at when it is read, in milliseconds since the epoch
 */
export function readPublishedPrices(text: string, at: number): PublishedPrices | null {
  try {
    const value: unknown = JSON.parse(text);
    const providers = listOf(value).map(fieldsOf);
    const prices = { openai: providerIn(providers, 'openai'), anthropic: providerIn(providers, 'anthropic') };
    for (const provider of Object.values(prices)) {
      // What the package itself cannot price by, it throws at.
      for (const { id } of provider.models) calcPrice({ input_tokens: 0 }, id, { provider, timestamp: new Date(at) });
    }
    return prices;
  } catch {
    return null;
  }
}

/** The same prices as text that `readPublishedPrices` reads. */
export function writePublishedPrices({ openai, anthropic }: PublishedPrices): string {
  return JSON.stringify([openai, anthropic]);
}

function providerIn(providers: readonly Fields[], id: Provider): PublishedProvider {
  const [found, ...others] = providers.filter((provider) => provider.id === id);
  const models = listOf(found?.models);
  if (others.length > 0 || models.length === 0 || models.length > mostModels) throw new Unreadable(id);
  return { id, name: id, api_pattern: '', models: models.map(modelOf) };
}

function modelOf(value: unknown): ModelInfo {
  const model = fieldsOf(value);
  const { prices } = model;
  return {
    id: textOf(model.id),
    match: matchOf(model.match, deepestMatch),
    prices: Array.isArray(prices) ? listOf(prices).map(conditionalOf) : pricesOf(prices),
  };
}

function conditionalOf(value: unknown): Extract<ModelInfo['prices'], readonly unknown[]>[number] {
  const { constraint, prices } = fieldsOf(value);
  if (constraint === undefined || constraint === null) return { prices: pricesOf(prices) };
  const { start_date, start_time, end_time } = fieldsOf(constraint);
  if (start_date !== undefined) {
    const date = textOf(start_date);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) throw new Unreadable(date);
    return { constraint: { type: 'start_date', start_date: date }, prices: pricesOf(prices) };
  }
  // The package checks the times.
  const times = { start_time: textOf(start_time), end_time: textOf(end_time) };
  return { constraint: { type: 'time_of_date', ...times }, prices: pricesOf(prices) };
}

function pricesOf(value: unknown): Extract<ModelInfo['prices'], Readonly<Record<string, unknown>>> {
  const fields = fieldsOf(value);
  return Object.fromEntries(
    priceNames.flatMap((name) => (fields[name] === undefined ? [] : [[name, priceOf(fields[name])] as const])),
  );
}

function priceOf(value: unknown) {
  if (typeof value === 'number') return amountOf(value);
  const { base, tiers } = fieldsOf(value);
  return {
    base: amountOf(base),
    tiers: listOf(tiers).map((tier) => {
      const { start, price } = fieldsOf(tier);
      if (typeof start !== 'number' || !Number.isSafeInteger(start) || start < 0) throw new Unreadable('start');
      return { start, price: amountOf(price) };
    }),
  };
}

function matchOf(value: unknown, depth: number): MatchLogic {
  const [[kind, what] = [], ...others] = Object.entries(fieldsOf(value));
  if (others.length > 0 || depth === 0) throw new Unreadable('match');
  switch (kind) {
    case 'and':
      return { and: listOf(what).map((clause) => matchOf(clause, depth - 1)) };
    case 'or':
      return { or: listOf(what).map((clause) => matchOf(clause, depth - 1)) };
    case 'equals':
      return { equals: textOf(what) };
    case 'starts_with':
      return { starts_with: textOf(what) };
    case 'ends_with':
      return { ends_with: textOf(what) };
    case 'contains':
      return { contains: textOf(what) };
    case 'regex':
      if (!plainPattern.test(textOf(what))) throw new Unreadable('regex');
      return { regex: textOf(what) };
    default:
      throw new Unreadable('match');
  }
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable('object');
  return Object.fromEntries(Object.entries(value));
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unreadable('array');
  return value;
}

/** Empty texts would match every model. */
function textOf(value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > longestText) throw new Unreadable('string');
  return value;
}

function amountOf(value: unknown): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= dearest)) throw new Unreadable('price');
  return value;
}
