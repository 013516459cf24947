import type { SpendTotals } from '../../app/ledgerPorts.ts';
import type { BudgetUse } from '../../core/spend/budgetUse.ts';
import { budgetAlert, budgetTable } from './budgetTexts.ts';
import { cacheSavings } from './cacheSavings.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Localizer } from './localizer.ts';
import type { PricesInUse } from './priceNotes.ts';
import { priceNotes } from './priceNotes.ts';
import type { SpendPeriod } from './spendPeriod.ts';
import { spendTable } from './spendTable.ts';

/** Everything that the hover may run; VS Code lets its links run nothing else. */
export const hoverCommands = ['tiebreak.showSpend', 'tiebreak.exportSpend', 'workbench.action.openSettings'] as const;

/** What the hover tells of. */
export interface SpendHover {
  readonly totals: SpendTotals;
  /** What the status bar shows. */
  readonly period: SpendPeriod;
  readonly uses: readonly BudgetUse[];
  /** From this share of a budget on (0 to 1) there is a warning. */
  readonly warnShare: number;
  readonly prices: PricesInUse;
}

/**
 * The hover of the status bar, as Markdown: what a budget's mark means when one is passed, the budgets, spend by
 * period and model, what caching saved, what the figures mean, and where to go from here.
 */
export function spendHover(hover: SpendHover, locale: string, l10n: Localizer): string {
  const { totals, period, uses, warnShare, prices } = hover;
  const periods: readonly SpendPeriod[] =
    period === 'workspace' ? ['session', 'today', 'month', 'workspace'] : ['session', 'today', 'month'];
  const alerts = uses.flatMap((use) => budgetAlert(use, warnShare, locale, l10n) ?? []);
  return [
    `**${l10n.t('Tiebreak spend')}**`,
    ...alerts.map((alert) => `**${alert}**`),
    // Two tables without anything between them would look like one.
    ...(uses.length === 0 ? [] : [budgetTable(uses, locale, l10n), '---']),
    spendTable(totals, periods, locale, l10n),
    ...cacheSavings(totals, periods, locale, l10n),
    notes(totals, periods, prices, l10n).join('  \n'),
    '---',
    links(period, l10n),
  ].join('\n\n');
}

function notes(
  totals: SpendTotals,
  periods: readonly SpendPeriod[],
  prices: PricesInUse,
  l10n: Localizer,
): readonly string[] {
  const rows = periods.flatMap((period) => totals[period]);
  const found = [
    l10n.t('Uncached and cached are input tokens; reasoning is part of the output.'),
    ...priceNotes(rows, prices, l10n).map(escapeMarkdown),
  ];
  if (rows.some((row) => row.unknownRequests > 0)) {
    const unknown = l10n.t(
      'Unknown: requests under way in another window, cut off before the provider told their usage, or of a model without a price. They are never counted as zero.',
    );
    const setPrices = link(l10n.t('Set your own prices'), 'workbench.action.openSettings', 'tiebreak.prices');
    found.push(`${unknown} ${setPrices}`);
  }
  if (rows.some((row) => row.scripted)) {
    found.push(
      l10n.t('In brackets: what scripted answers would have cost with the real models. Nothing was spent on them.'),
    );
  }
  return found;
}

function links(period: SpendPeriod, l10n: Localizer): string {
  return [
    link(l10n.t('Show spend'), 'tiebreak.showSpend'),
    link(l10n.t('Export…'), 'tiebreak.exportSpend'),
    link(l10n.t('Change budgets'), 'workbench.action.openSettings', 'tiebreak.budget'),
    link(shownText(period, l10n), 'workbench.action.openSettings', 'tiebreak.statusBar'),
  ].join(' · ');
}

function link(text: string, command: (typeof hoverCommands)[number], ...commandArguments: readonly string[]): string {
  const query = commandArguments.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(commandArguments))}`;
  return `[${text.replaceAll(' ', '\u00a0')}](command:${command}${query})`;
}

function shownText(period: SpendPeriod, l10n: Localizer): string {
  const texts: Readonly<Record<SpendPeriod, string>> = {
    today: l10n.t('Status bar shows today'),
    session: l10n.t('Status bar shows this session'),
    month: l10n.t('Status bar shows this month'),
    workspace: l10n.t('Status bar shows this workspace'),
  };
  return texts[period];
}
