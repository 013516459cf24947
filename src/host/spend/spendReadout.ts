import type { SpendTotals } from '../../app/ledgerPorts.ts';
import type { FailureOf } from '../../core/failure.ts';
import type { BudgetLevel, BudgetStandings, Budgets } from '../../core/spend/budget.ts';
import { noBudgets } from '../../core/spend/budget.ts';
import { budgetUses } from '../../core/spend/budgetUse.ts';
import { invalidBudgetSentence } from './budgetNotes.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import type { Localizer } from './localizer.ts';
import type { PricesInUse } from './priceNotes.ts';
import { hoverCommands, spendHover } from './spendHover.ts';
import type { SpendPeriod } from './spendPeriod.ts';
import { spendStatus } from './spendStatus.ts';

/** What was read, and how the person wants to see it. */
export interface SpendReading {
  readonly period: SpendPeriod;
  readonly totals: SpendTotals;
  readonly budgets: Budgets | FailureOf<'setting-invalid'>;
  /** Null when no budget needs them. */
  readonly standings: BudgetStandings | null;
  readonly prices: PricesInUse;
}

/** All that the item in the status bar shows. */
export interface SpendReadout {
  readonly text: string;
  /** The same in words. */
  readonly label: string;
  readonly level: BudgetLevel;
  /** Markdown, with links to `commands`. */
  readonly hover: string;
  readonly commands: readonly string[];
}

/** Puts a reading into words. Loaded with the first reading, since starting up needs none of it. */
export function spendReadout(reading: SpendReading, locale: string, l10n: Localizer): SpendReadout {
  const { period, totals, standings, prices } = reading;
  const budgets = 'kind' in reading.budgets ? noBudgets : reading.budgets;
  const uses = standings === null ? [] : budgetUses(budgets, standings);
  const hover = spendHover({ totals, period, uses, warnShare: budgets.warnShare, prices }, locale, l10n);
  const readout = { ...spendStatus(period, totals[period], uses, locale, l10n), hover, commands: hoverCommands };
  return 'kind' in reading.budgets ? withFault(readout, invalidBudgetSentence(reading.budgets, l10n)) : readout;
}

/** Nothing is sent while a budget cannot be read, which stands out like one that is reached. */
function withFault(readout: SpendReadout, fault: string): SpendReadout {
  return {
    ...readout,
    text: `$(error) ${readout.text}`,
    label: `${readout.label}. ${fault}`,
    level: 'reached',
    hover: `**${escapeMarkdown(fault)}**\n\n${readout.hover}`,
  };
}
