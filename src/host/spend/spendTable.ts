import type { SpendRow, SpendTotals } from '../../app/ledgerPorts.ts';
import { formatDollars, formatUpperBound } from '../../core/spend/money.ts';
import type { Localizer } from './localizer.ts';
import type { PricesInUse } from './priceNotes.ts';
import { priceNotes } from './priceNotes.ts';
import { sumSpend } from './spendStatus.ts';

/** Empty cells where the four counts of tokens would be. */
const noTokens = ['', '', '', ''];

/**
 * The hover of the status bar, as Markdown: one table, by period and model, and what its figures mean. Tokens are input
 * not read from a cache (what was written to one is among it), input read from a cache, output, and how much of that
 * was reasoning. Headings are single words, because a hover is narrow.
 */
export function spendTable(totals: SpendTotals, prices: PricesInUse, locale: string, l10n: Localizer): string {
  const headings = [
    l10n.t('Model'),
    l10n.t('Requests'),
    l10n.t('Uncached'),
    l10n.t('Cached'),
    l10n.t('Output'),
    l10n.t('Reasoning'),
    l10n.t('Cost'),
  ];
  const lines = [
    tableRow(headings),
    '| :-- | --: | --: | --: | --: | --: | --: |',
    ...periodRows(l10n.t('This session'), totals.session, locale, l10n),
    ...periodRows(l10n.t('Today'), totals.today, locale, l10n),
    ...periodRows(l10n.t('This month'), totals.month, locale, l10n),
  ];
  return [`**${l10n.t('Tiebreak spend')}**`, lines.join('\n'), notes(totals, prices, l10n).join('\n\n')].join('\n\n');
}

function periodRows(title: string, rows: readonly SpendRow[], locale: string, l10n: Localizer): readonly string[] {
  const real = rows.filter((row) => !row.scripted);
  return [
    // Words that stay on one line, since the column would break them first.
    tableRow([`**${title.replaceAll(' ', '\u00a0')}**`, ...noTokens, '', `**${money(real, locale, l10n)}**`]),
    ...rows.map((row) => modelRow(row, locale, l10n)),
    ...unknownRows(real, locale, l10n),
  ];
}

/** The bound of what is unknown has a row of its own: beside the known money it would not fit into a hover. */
function unknownRows(rows: readonly SpendRow[], locale: string, l10n: Localizer): readonly string[] {
  const { unknownRequests, unknownUpperBound } = sumSpend(rows);
  if (unknownRequests === 0) return [];
  const requests = new Intl.NumberFormat(locale).format(unknownRequests);
  return unknownUpperBound === null
    ? [tableRow([l10n.t('unknown'), requests, ...noTokens, l10n.t('without a bound')])]
    : [
        tableRow([
          l10n.t('unknown, at most'),
          requests,
          ...noTokens,
          escaped(formatUpperBound(unknownUpperBound, locale)),
        ]),
      ];
}

function modelRow(row: SpendRow, locale: string, l10n: Localizer): string {
  const { usage } = row;
  const number = new Intl.NumberFormat(locale);
  const model = escaped(row.model);
  const tokens = [
    usage.uncachedInput + usage.cacheWrite5m + usage.cacheWrite1h,
    usage.cacheRead,
    usage.output,
    usage.reasoning,
  ];
  return tableRow([
    row.scripted ? l10n.t('{0} (scripted)', model) : model,
    number.format(row.requests),
    ...tokens.map((count) => number.format(count)),
    row.scripted ? `(${money([row], locale, l10n)})` : money([row], locale, l10n),
  ]);
}

function money(rows: readonly SpendRow[], locale: string, l10n: Localizer): string {
  const sum = sumSpend(rows);
  const known = escaped(formatDollars(sum.nanoDollars, locale));
  if (sum.unknownRequests === 0) return known;
  return sum.unknownRequests === sum.requests ? l10n.t('unknown') : l10n.t('{0} + unknown', known);
}

function notes(totals: SpendTotals, prices: PricesInUse, l10n: Localizer): readonly string[] {
  const rows = [...totals.session, ...totals.today, ...totals.month];
  const found = [
    l10n.t('Uncached and cached are input tokens; reasoning is part of the output.'),
    ...priceNotes(rows, prices, l10n).map(escaped),
  ];
  if (rows.some((row) => row.unknownRequests > 0)) {
    found.push(
      l10n.t(
        'Unknown: requests under way, or cut off before the provider told their usage. They are never counted as zero.',
      ),
    );
  }
  if (rows.some((row) => row.scripted)) {
    found.push(
      l10n.t('In brackets: what scripted answers would have cost with the real models. Nothing was spent on them.'),
    );
  }
  return found;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text that Markdown shows as it is: model names come from settings and servers. */
function escaped(text: string): string {
  return text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#+\-.!|~$&:]/g, '\\$&');
}
