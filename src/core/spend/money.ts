import type { Cost } from './cost.ts';

/** The words around an unknown cost, in the person's language. `{0}` stands for the amount. */
export interface CostWords {
  readonly unknown: string;
  readonly unknownAtMost: string;
}

const englishCostWords: CostWords = { unknown: 'unknown', unknownAtMost: 'unknown (at most {0})' };

const nanoDollarsPerDollar = 1_000_000_000;
const nanoDollarsPerCent = 10_000_000;

/**
 * An amount as people read it: four decimals below ten dollars, since one answer costs cents, and two from there on.
 * Money that was spent never reads as zero: what would round to it shows as `<$0.0001`.
 *
 * @param nanoDollars a non-negative integer @param locale BCP 47 tag for the number's shape; the currency stays dollars
 */
export function formatDollars(nanoDollars: number, locale = 'en'): string {
  const dollars = nanoDollars / nanoDollarsPerDollar;
  const shown = Math.round(dollars * 10_000) / 10_000;
  if (nanoDollars > 0 && shown === 0) return `<${formatter(locale, 4).format(0.0001)}`;
  return formatter(locale, shown >= 10 ? 2 : 4).format(dollars);
}

/** The most that something can have cost: in cents and rounded up, so that the sentence "at most" stays true. */
export function formatUpperBound(nanoDollars: number, locale = 'en'): string {
  return formatter(locale, 2).format(Math.ceil(nanoDollars / nanoDollarsPerCent) / 100);
}

/** A cost in one short phrase: `$0.0390`, `~$0.0211` for an estimate, `unknown (at most $0.12)`, `unknown`. */
export function formatCost(cost: Cost, locale = 'en', words: CostWords = englishCostWords): string {
  if (cost.kind === 'exact') return formatDollars(cost.nanoDollars, locale);
  if (cost.kind === 'estimate') return `~${formatDollars(cost.nanoDollars, locale)}`;
  if (cost.upperBound === null) return words.unknown;
  const most = formatUpperBound(cost.upperBound, locale);
  // A function, since `$` in a replacement text has a meaning of its own.
  return words.unknownAtMost.replace('{0}', () => most);
}

function formatter(locale: string, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
