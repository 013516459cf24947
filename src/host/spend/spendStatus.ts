import type { SpendRow } from '../../app/ledgerPorts.ts';
import { formatDollars, formatUpperBound } from '../../core/spend/money.ts';
import type { Localizer } from './localizer.ts';

/** What the status bar shows, and the same in words for a screen reader. */
interface SpendStatus {
  readonly text: string;
  readonly label: string;
}

/** Money of several rows: what is known, and how much is not. */
interface SpendSum {
  readonly requests: number;
  readonly nanoDollars: number;
  readonly unknownRequests: number;
  /** The most the unknown ones can have cost, in nano-dollars; null when one of them has no bound. */
  readonly unknownUpperBound: number | null;
}

/** Adds rows up. Real and scripted money are never one sum: give it rows of one kind. */
export function sumSpend(rows: readonly SpendRow[]): SpendSum {
  return rows.reduce<SpendSum>(
    (sum, row) => ({
      requests: sum.requests + row.requests,
      nanoDollars: sum.nanoDollars + row.nanoDollars,
      unknownRequests: sum.unknownRequests + row.unknownRequests,
      unknownUpperBound:
        sum.unknownUpperBound === null || row.unknownUpperBound === null
          ? null
          : sum.unknownUpperBound + row.unknownUpperBound,
    }),
    { requests: 0, nanoDollars: 0, unknownRequests: 0, unknownUpperBound: 0 },
  );
}

/**
 * Today's spend in a few characters: `$0.0421`, `$0.0421 + unknown`, and `$0.0421 scripted` on a day when nothing was
 * spent but scripted answers tell what models would have cost.
 */
export function spendStatus(today: readonly SpendRow[], locale: string, l10n: Localizer): SpendStatus {
  const real = sumSpend(today.filter((row) => !row.scripted));
  const scripted = sumSpend(today.filter((row) => row.scripted));
  if (real.requests === 0 && scripted.requests > 0) {
    return {
      text: l10n.t('{0} scripted', shortly(scripted, locale, l10n)),
      label: l10n.t(
        'Tiebreak spend today: nothing. With real models, the scripted answers would have cost {0}',
        inWords(scripted, locale, l10n),
      ),
    };
  }
  return {
    text: shortly(real, locale, l10n),
    label: l10n.t('Tiebreak spend today: {0}', inWords(real, locale, l10n)),
  };
}

function shortly(sum: SpendSum, locale: string, l10n: Localizer): string {
  const known = formatDollars(sum.nanoDollars, locale);
  return sum.unknownRequests === 0 ? known : l10n.t('{0} + unknown', known);
}

function inWords(sum: SpendSum, locale: string, l10n: Localizer): string {
  const known = formatDollars(sum.nanoDollars, locale);
  if (sum.unknownRequests === 0) return known;
  if (sum.unknownUpperBound === null) {
    return sum.unknownRequests === 1
      ? l10n.t('{0}, and one request of unknown cost', known)
      : l10n.t('{0}, and {1} requests of unknown cost', known, sum.unknownRequests);
  }
  const most = formatUpperBound(sum.unknownUpperBound, locale);
  return sum.unknownRequests === 1
    ? l10n.t('{0}, and one request of unknown cost, at most {1}', known, most)
    : l10n.t('{0}, and {1} requests of unknown cost, at most {2} together', known, sum.unknownRequests, most);
}
