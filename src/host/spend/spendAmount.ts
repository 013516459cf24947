import { formatDollars, formatUpperBound } from '../../core/spend/money.ts';
import type { Localizer } from './localizer.ts';
import type { SpendSum } from './spendSum.ts';
import { isMoneyKnown } from './spendSum.ts';

/** A sum in a few characters: `$0.0421`, `$0.0421 + unknown`, `unknown`, `$0.0421, 2 under way`, `2 under way`. */
export function shortAmount(sum: SpendSum, locale: string, l10n: Localizer): string {
  const running = new Intl.NumberFormat(locale).format(sum.runningRequests);
  const isUnknown = sum.unknownRequests > 0;
  if (!isMoneyKnown(sum) && !isUnknown) return l10n.t('{0} under way', running);
  const amount = isMoneyKnown(sum) ? knownAmount() : l10n.t('unknown');
  return sum.runningRequests === 0 ? amount : l10n.t('{0}, {1} under way', amount, running);

  function knownAmount(): string {
    const known = formatDollars(sum.nanoDollars, locale);
    return isUnknown ? l10n.t('{0} + unknown', known) : known;
  }
}

/** The same for who listens: `$0.0421, and one request of unknown cost, at most $0.12; 2 requests under way`. */
export function amountInWords(sum: SpendSum, locale: string, l10n: Localizer): string {
  const running = new Intl.NumberFormat(locale).format(sum.runningRequests);
  const isOne = sum.runningRequests === 1;
  if (!isMoneyKnown(sum) && sum.unknownRequests === 0) {
    return isOne ? l10n.t('one request under way') : l10n.t('{0} requests under way', running);
  }
  const amount = settledInWords(sum, locale, l10n);
  if (sum.runningRequests === 0) return amount;
  return isOne ? l10n.t('{0}; one request under way', amount) : l10n.t('{0}; {1} requests under way', amount, running);
}

function settledInWords(sum: SpendSum, locale: string, l10n: Localizer): string {
  const known = formatDollars(sum.nanoDollars, locale);
  if (sum.unknownRequests === 0) return known;
  const isOne = sum.unknownRequests === 1;
  const count = new Intl.NumberFormat(locale).format(sum.unknownRequests);
  const most = sum.unknownUpperBound === null ? null : formatUpperBound(sum.unknownUpperBound, locale);
  if (!isMoneyKnown(sum)) {
    if (most === null) return isOne ? l10n.t('unknown, of one request') : l10n.t('unknown, of {0} requests', count);
    return isOne
      ? l10n.t('unknown, of one request, at most {0}', most)
      : l10n.t('unknown, of {0} requests, at most {1} together', count, most);
  }
  if (most === null) {
    return isOne
      ? l10n.t('{0}, and one request of unknown cost', known)
      : l10n.t('{0}, and {1} requests of unknown cost', known, count);
  }
  return isOne
    ? l10n.t('{0}, and one request of unknown cost, at most {1}', known, most)
    : l10n.t('{0}, and {1} requests of unknown cost, at most {2} together', known, count, most);
}
