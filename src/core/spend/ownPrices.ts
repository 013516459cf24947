import type { Provider } from '../contender.ts';
import type { OwnPrice, OwnPriceFault } from './ownPrice.ts';
import { readOwnPrice } from './ownPrice.ts';

/** The person's own prices, by `provider/model`; a name may end in `*`. */
export type OwnPrices = ReadonlyMap<string, OwnPrice>;

/** The first thing that is wrong, and where: the setting's entry, and its field if it is about one. */
export interface InvalidOwnPrices {
  readonly kind: 'prices-invalid';
  readonly fault: OwnPriceFault;
  /** Empty where it is about the whole. */
  readonly entry: string;
  readonly field: string | null;
}

/** What no price is set in. */
export const noOwnPrices: OwnPrices = new Map();

const modelName = /^(?:openai|anthropic)\/(?:[^\s*]+\*?|\*)$/;

/** A day at the end of a model id, as both providers put it: `gpt-5.5-2026-04-23`, `claude-haiku-4-5-20251001`. */
const snapshotDate = /-(?:\d{4}-\d{2}-\d{2}|\d{8})$/;

/**
 * Reads the person's prices from what the setting holds. All or nothing: with one entry that cannot be read, nobody knows
 * what the person meant to pay.
 */
export function readOwnPrices(value: unknown): OwnPrices | InvalidOwnPrices {
  if (value === undefined || value === null) return noOwnPrices;
  if (typeof value !== 'object' || Array.isArray(value)) return invalid('not-a-table', '', null);
  const prices = new Map<string, OwnPrice>();
  for (const [entry, given] of Object.entries(value)) {
    if (!modelName.test(entry)) return invalid('unknown-name', entry, null);
    const price = readOwnPrice(given);
    if (price.kind === 'fault') return invalid(price.fault, entry, price.field);
    prices.set(entry, price);
  }
  return prices;
}

/**
 * The person's price of a model, or null where none is set: that of its very name, else of its name without the date of
 * a snapshot, else that of the longest beginning with a `*`.
 */
export function ownPriceOf(prices: OwnPrices, provider: Provider, model: string): OwnPrice | null {
  const name = `${provider}/${model}`;
  const named = prices.get(name) ?? prices.get(name.replace(snapshotDate, ''));
  if (named !== undefined) return named;
  const [longest] = [...prices.keys()]
    .filter((entry) => entry.endsWith('*') && name.startsWith(entry.slice(0, -1)))
    .sort((one, other) => other.length - one.length);
  return longest === undefined ? null : (prices.get(longest) ?? null);
}

/** A model's name without the date of a snapshot, which alone has never changed a price. */
export function withoutSnapshotDate(model: string): string {
  return model.replace(snapshotDate, '');
}

function invalid(fault: OwnPriceFault, entry: string, field: string | null): InvalidOwnPrices {
  return { kind: 'prices-invalid', fault, entry, field };
}
