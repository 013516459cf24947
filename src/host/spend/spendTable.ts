import type { SpendTotals, TotalsRow } from '../../app/ledgerPorts.ts';
import { formatUpperBound } from '../../core/spend/money.ts';
import { escapeMarkdown, escapeName } from './escapeMarkdown.ts';
import type { Localizer } from './localizer.ts';
import { shortAmount } from './spendAmount.ts';
import type { SpendPeriod } from './spendPeriod.ts';
import { sumSpend } from './spendSum.ts';

/** Empty cells where the four counts of tokens would be. */
const noTokens = ['', '', '', ''];

/**
 * Spend by period and model, as one table in Markdown. Tokens are input not read from a cache (what was written to one
 * is among it), input read from a cache, output, and how much of that was reasoning. Headings are single words, because
 * a hover is narrow.
 */
export function spendTable(
  totals: SpendTotals,
  periods: readonly SpendPeriod[],
  locale: string,
  l10n: Localizer,
): string {
  const titles: Readonly<Record<SpendPeriod, string>> = {
    session: l10n.t('This session'),
    today: l10n.t('Today'),
    month: l10n.t('This month'),
    workspace: l10n.t('This workspace'),
  };
  const headings = [
    l10n.t('Model'),
    l10n.t('Requests'),
    l10n.t('Uncached'),
    l10n.t('Cached'),
    l10n.t('Output'),
    l10n.t('Reasoning'),
    l10n.t('Cost'),
  ];
  return [
    tableRow(headings),
    '| :-- | --: | --: | --: | --: | --: | --: |',
    ...periods.flatMap((period) => periodRows(titles[period], totals[period], locale, l10n)),
  ].join('\n');
}

function periodRows(title: string, rows: readonly TotalsRow[], locale: string, l10n: Localizer): readonly string[] {
  const real = rows.filter((row) => !row.scripted);
  return [
    // Words that stay on one line, since the column would break them first.
    tableRow([`**${title.replaceAll(' ', '\u00a0')}**`, ...noTokens, '', `**${money(real, locale, l10n)}**`]),
    ...rows.map((row) => modelRow(row, locale, l10n)),
    ...unknownRows(real, locale, l10n),
  ];
}

/** The bound of what is unknown has a row of its own: beside the known money it would not fit into a hover. */
function unknownRows(rows: readonly TotalsRow[], locale: string, l10n: Localizer): readonly string[] {
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
          escapeMarkdown(formatUpperBound(unknownUpperBound, locale)),
        ]),
      ];
}

function modelRow(row: TotalsRow, locale: string, l10n: Localizer): string {
  const { usage } = row;
  const number = new Intl.NumberFormat(locale);
  const model = escapeName(row.model);
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

function money(rows: readonly TotalsRow[], locale: string, l10n: Localizer): string {
  const sum = sumSpend(rows);
  // How many these are is in the column of requests already.
  if (sum.requests > 0 && sum.runningRequests === sum.requests) return l10n.t('under way');
  // Where the column is too narrow for one line, it breaks before the plus, and before how many are under way.
  const lastSpaces = sum.runningRequests === 0 ? / (?=\S+$)/ : / (?=\S+(?: \S+)?$)/g;
  return escapeMarkdown(shortAmount(sum, locale, l10n)).replace(lastSpaces, '\u00a0');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
