import type { FailureOf } from '../failure.ts';
import type { BudgetPeriod, Budgets } from './budget.ts';
import { noBudgets } from './budget.ts';

/** What the settings of budgets hold; anything, since a person writes them. */
export type BudgetValues = Readonly<Record<BudgetPeriod | 'warnAt', unknown>>;

const nanoDollarsPerDollar = 1_000_000_000;
/** Room for every amount that is meant, and not for a paragraph. */
const longestShown = 40;

/**
 * The budgets that the settings mean, in dollars: absent, null or 0 is none. Anything else that is no amount above zero
 * is a failure rather than none: a mistyped limit must not let everything pass. A share to warn at that cannot be used is
 * the usual one, since it holds nothing back.
 */
export function readBudgetValues(values: BudgetValues): Budgets | FailureOf<'setting-invalid'> {
  for (const period of ['comparison', 'day', 'month'] as const) {
    const value = values[period];
    if (!isAmount(value)) {
      return { kind: 'setting-invalid', setting: `tiebreak.budget.${period}`, value: shown(value) };
    }
  }
  return {
    comparison: limitOf(values.comparison),
    day: limitOf(values.day),
    month: limitOf(values.month),
    warnShare: warnShareOf(values.warnAt),
  };
}

function isAmount(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0);
}

/** In nano-dollars; what is less than one is still a limit. */
function limitOf(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? Math.max(1, Math.round(value * nanoDollarsPerDollar)) : null;
}

function warnShareOf(percent: unknown): number {
  return typeof percent === 'number' && percent > 0 && percent <= 100 ? percent / 100 : noBudgets.warnShare;
}

/** As it stands in the settings, a text in its quotation marks. */
function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;
}
