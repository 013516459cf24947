/** Where an axis of money is marked, in dollars, and how the marks are written. */
export interface MoneyTicks {
  /** From zero on, evenly; the last is not below the greatest value. */
  readonly values: readonly number[];
  readonly format: (dollars: number) => string;
}

/** More marks than that make a small chart restless. */
const mostSteps = 4;
const leastStep = 0.0001;

/** Round amounts up to a greatest value, in the person's language. @param greatest in dollars */
export function moneyTicks(greatest: number, locale: string): MoneyTicks {
  const step = niceStep(Math.max(greatest, leastStep) / mostSteps);
  // A little less than the ceiling asks for, since decimal fractions are not exact.
  const steps = Math.max(1, Math.ceil(greatest / step - 1e-9));
  const decimals = step >= 1 ? 0 : Math.max(2, Math.ceil(-Math.log10(step) - 1e-9));
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return {
    values: Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12))),
    format: (dollars) => format.format(dollars),
  };
}

/** 1, 2 or 5 times a power of ten, at least as large as asked for. */
function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= atLeast * (1 - 1e-9)) ?? 10;
  return factor * power;
}
