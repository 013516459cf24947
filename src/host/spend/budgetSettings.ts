import type { BudgetPeriod, Budgets } from '../../core/spend/budget.ts';
import { personalValue } from '../settings.ts';

const nanoDollarsPerDollar = 1_000_000_000;
const defaultWarnPercent = 80;

/** The person's budgets as they are now. Zero, and what is no number, is no budget. */
export function readBudgets(): Budgets {
  return {
    comparison: readBudget('comparison'),
    day: readBudget('day'),
    month: readBudget('month'),
    warnShare: readWarnShare(),
  };
}

function readBudget(period: BudgetPeriod): number | null {
  const dollars = personalValue(`budget.${period}`);
  if (typeof dollars !== 'number' || !Number.isFinite(dollars) || dollars <= 0) return null;
  return Math.round(dollars * nanoDollarsPerDollar);
}

function readWarnShare(): number {
  const percent = personalValue('budget.warnAt');
  const isPercent = typeof percent === 'number' && percent > 0 && percent <= 100;
  return (isPercent ? percent : defaultWarnPercent) / 100;
}
