import type { SpendRow } from '../../app/ledgerPorts.ts';
import type { InvalidOwnPrices, OwnPrices } from '../../core/spend/ownPrices.ts';
import { ownPriceOf } from '../../core/spend/ownPrices.ts';
import { priceData } from '../../core/spend/priceData.ts';
import { plainName } from './escapeMarkdown.ts';
import type { Localizer } from './localizer.ts';

/** By which prices requests are counted at the moment. */
export interface PricesInUse {
  /** Of the list, e.g. `2026-09-23`. */
  readonly listDate: string;
  readonly own: OwnPrices | InvalidOwnPrices;
}

/**
 * What a table of money says of its prices: the list's date, and which of the models are counted by the person's own.
 * Text, not Markdown.
 *
 * @param rows what the table shows
 * @param span `history` where the table reaches back to days of other lists
 */
export function priceNotes(
  rows: readonly SpendRow[],
  { listDate, own }: PricesInUse,
  l10n: Localizer,
  span: 'now' | 'history' = 'now',
): readonly string[] {
  const list = span === 'now' ? listNote(listDate, l10n) : historyNote(listDate, l10n);
  if ('kind' in own)
    return [list, l10n.t('Your own prices cannot be read, so nothing is sent (setting {0}).', 'tiebreak.prices')];
  const models = rows.filter((row) => ownPriceOf(own, row.provider, row.model) !== null).map((row) => row.model);
  if (models.length === 0) return [list];
  const names = [...new Set(models)].map(plainName).join(', ');
  return [
    list,
    span === 'now'
      ? l10n.t('Your own prices, as they are now, count for {0}.', names)
      : l10n.t('Your own prices, as they are now, count for new requests of {0}.', names),
  ];
}

function listNote(listDate: string, l10n: Localizer): string {
  const { packageName, version, publishedOn } = priceData;
  return listDate === publishedOn
    ? l10n.t('List prices of {0} ({1} {2}).', listDate, packageName, version)
    : l10n.t('List prices of {0} ({1}, refreshed).', listDate, packageName);
}

function historyNote(listDate: string, l10n: Localizer): string {
  const { packageName, version, publishedOn } = priceData;
  return listDate === publishedOn
    ? l10n.t(
        'New requests are counted by list prices of {0} ({1} {2}), each earlier one by those of its day (see its details).',
        listDate,
        packageName,
        version,
      )
    : l10n.t(
        'New requests are counted by list prices of {0} ({1}, refreshed), each earlier one by those of its day (see its details).',
        listDate,
        packageName,
      );
}
