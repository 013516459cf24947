import type { Localizer } from '../localizer.ts';

/** A count of requests in the person's language, e.g. `1,200 requests`. */
export function requestsInWords(count: number, locale: string, l10n: Localizer): string {
  return count === 1 ? l10n.t('1 request') : l10n.t('{0} requests', new Intl.NumberFormat(locale).format(count));
}

/** A count of accepted changes in the person's language. */
export function acceptedInWords(count: number, locale: string, l10n: Localizer): string {
  return count === 1
    ? l10n.t('1 accepted change')
    : l10n.t('{0} accepted changes', new Intl.NumberFormat(locale).format(count));
}

/** Both, and what there is none of only where there is none of either: `12 requests and 3 accepted changes`. */
export function entriesInWords(
  { requests, accepted }: { readonly requests: number; readonly accepted: number },
  locale: string,
  l10n: Localizer,
): string {
  if (accepted === 0) return requestsInWords(requests, locale, l10n);
  if (requests === 0) return acceptedInWords(accepted, locale, l10n);
  return l10n.t('{0} and {1}', requestsInWords(requests, locale, l10n), acceptedInWords(accepted, locale, l10n));
}
