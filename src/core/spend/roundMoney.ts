import { formatDollars } from './money.ts';

const nanoDollarsPerDollar = 1_000_000_000;
const nanoDollarsPerCent = 10_000_000;
/** Below that an amount is given to two digits that count, since in cents it would read as zero or nearly so. */
const fewCents = 10 * nanoDollarsPerCent;
/** The least amount that two digits are given of: a ten-thousandth of a dollar. */
const leastShown = 100_000;

/**
 * An amount for people who weigh it up rather than account for it: in cents from ten cents on, below with two digits
 * that count, e.g. `$4.20`, `$0.041`. What was spent never reads as zero.
 *
 * @param nanoDollars a non-negative integer @param locale BCP 47 tag for the number's shape; the currency stays dollars
 */
export function formatRounded(nanoDollars: number, locale = 'en'): string {
  if (nanoDollars > 0 && nanoDollars < leastShown) return formatDollars(1, locale);
  const digits =
    nanoDollars > 0 && nanoDollars < fewCents
      ? { minimumSignificantDigits: 2, maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...digits,
  }).format(nanoDollars / nanoDollarsPerDollar);
}

/** A limit that the person set: in cents where it is whole cents, else with every digit that counts. */
export function formatLimit(nanoDollars: number, locale = 'en'): string {
  const isWholeCents = nanoDollars % nanoDollarsPerCent === 0;
  return isWholeCents && nanoDollars >= fewCents
    ? formatRounded(nanoDollars, locale)
    : formatDollars(nanoDollars, locale);
}
