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
 * The person's price of a request to a model, or null where none is set: that of a very name, else of a name without the
 * date of a snapshot, else that of the longest beginning with a `*`. Where both the model that was asked for and the one
 * that answered have one of the same kind, that of the first counts, since a gateway may answer with any name.
 */
export function ownPriceOf(
  prices: OwnPrices,
  provider: Provider,
  asked: string,
  answered: string = asked,
): OwnPrice | null {
  const names = [asked, answered].map((model) => `${provider}/${model}`);
  for (const name of [...names, ...names.map(withoutSnapshotDate)]) {
    const named = prices.get(name);
    if (named !== undefined) return named;
  }
  const [longest] = [...prices.keys()]
    .filter((entry) => entry.endsWith('*') && names.some((name) => name.startsWith(entry.slice(0, -1))))
    .sort((one, other) => other.length - one.length);
  return longest === undefined ? null : (prices.get(longest) ?? null);
}

/**
 * Every price of the person's that a request can turn out to have once it is known which snapshot of the model answers;
 * null among them where it can be one without a price of the person's. One that is set for the very name asked for is
 * the only one.
 */
export function possibleOwnPrices(prices: OwnPrices, provider: Provider, asked: string): readonly (OwnPrice | null)[] {
  const name = `${provider}/${asked}`;
  const named = prices.get(name);
  if (named !== undefined) return [named];
  const ofSnapshots = [...prices].flatMap(([entry, price]) => (isOfSnapshot(entry, name) ? [price] : []));
  return [ownPriceOf(prices, provider, asked), ...ofSnapshots];
}

/** Whether an entry is for a snapshot of a name, or for several with a `*` within their date. */
function isOfSnapshot(entry: string, name: string): boolean {
  if (!entry.endsWith('*')) return entry !== name && withoutSnapshotDate(entry) === name;
  return entry.startsWith(name) && /^-[\d-]*\*$/.test(entry.slice(name.length));
}

/** A model's name without the date of a snapshot, which alone has never changed a price. */
export function withoutSnapshotDate(model: string): string {
  return model.replace(snapshotDate, '');
}

function invalid(fault: OwnPriceFault, entry: string, field: string | null): InvalidOwnPrices {
  return { kind: 'prices-invalid', fault, entry, field };
}
