/** What the person pays for a model, in dollars per million tokens. What is left out costs as its neighbour does. */
export interface OwnRates {
  readonly kind: 'rates';
  readonly input: number;
  readonly output: number;
  /** The price of input where it is not set. */
  readonly cacheRead: number;
  /** The price of input where it is not set. */
  readonly cacheWrite5m: number;
  /** The price of a cache write of five minutes where it is not set. */
  readonly cacheWrite1h: number;
}

/** What the person pays for a model less than its list price, in percent; below zero it is more. */
export interface OwnDiscount {
  readonly kind: 'discount';
  readonly percent: number;
}

export type OwnPrice = OwnRates | OwnDiscount;

/** What can be wrong with the person's prices. */
export type OwnPriceFault =
  | 'not-a-table'
  | 'unknown-name'
  | 'no-price'
  | 'not-an-amount'
  | 'not-a-discount'
  | 'unknown-field';

interface Fault {
  readonly kind: 'fault';
  readonly fault: OwnPriceFault;
  readonly field: string | null;
}

const amounts: ReadonlySet<string> = new Set(['input', 'output', 'cacheRead', 'cacheWrite5m', 'cacheWrite1h']);

/** Whole millionths of a dollar per million tokens are whole pico-dollars per token, so that nothing is rounded away. */
const decimals = 1_000_000;
/** In dollars per million tokens: a dollar a token. Above it a digit too many was typed. */
const dearest = 1_000_000;

/** Reads one entry of the person's prices: `input` and `output` with what caching costs, or a `discount`. */
export function readOwnPrice(given: unknown): OwnRates | OwnDiscount | Fault {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return fault('no-price', null);
  const fields = new Map<string, unknown>(Object.entries(given));
  const discount = fields.get('discount');
  for (const [field, value] of fields) {
    if (field === 'discount') continue;
    if (!amounts.has(field)) return fault('unknown-field', field);
    if (!isAmount(value)) return fault('not-an-amount', field);
    // A discount is off all of the list prices; beside a price it would be off what?
    if (discount !== undefined) return fault('not-a-discount', field);
  }
  if (discount !== undefined) {
    return isPercent(discount) ? { kind: 'discount', percent: discount } : fault('not-a-discount', 'discount');
  }
  const amount = (field: string) => {
    const value = fields.get(field);
    return isAmount(value) ? value : null;
  };
  const input = amount('input');
  const output = amount('output');
  if (input === null || output === null) return fault('no-price', input === null ? 'input' : 'output');
  const cacheWrite5m = amount('cacheWrite5m') ?? input;
  return {
    kind: 'rates',
    input,
    output,
    cacheRead: amount('cacheRead') ?? input,
    cacheWrite5m,
    cacheWrite1h: amount('cacheWrite1h') ?? cacheWrite5m,
  };
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= dearest && hasFewDecimals(value);
}

/** Everything off is free; twice the price is where a surcharge is taken for a slip. */
function isPercent(value: unknown): value is number {
  return typeof value === 'number' && value >= -100 && value <= 100 && hasFewDecimals(value);
}

/** Whether a number has no more than six decimals, whatever its binary fraction is. */
function hasFewDecimals(value: number): boolean {
  return Math.round(value * decimals) / decimals === value;
}

function fault(name: OwnPriceFault, field: string | null): Fault {
  return { kind: 'fault', fault: name, field };
}
