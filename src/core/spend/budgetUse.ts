import type { BudgetLevel, BudgetStanding, BudgetStandings, Budgets } from './budget.ts';
import { budgetLevel } from './budget.ts';

/** The periods whose budgets stand above any single comparison. */
type CalendarPeriod = 'day' | 'month';

/** How much of a budget that the person set is gone. Money in nano-dollars. */
export interface BudgetUse extends BudgetStanding {
  readonly period: CalendarPeriod;
  readonly budget: number;
  readonly level: BudgetLevel;
}

const periods: readonly CalendarPeriod[] = ['day', 'month'];
const fromWorst: readonly BudgetLevel[] = ['reached', 'warning'];

/** True when the day or the month has a budget. */
export function hasCalendarBudget(budgets: Budgets): boolean {
  return periods.some((period) => budgets[period] !== null);
}

/** The use of the day's and the month's budget, of those that are set. */
export function budgetUses(budgets: Budgets, standings: BudgetStandings): readonly BudgetUse[] {
  return periods.flatMap((period) => {
    const budget = budgets[period];
    if (budget === null) return [];
    const standing = standings[period];
    return [{ period, budget, ...standing, level: budgetLevel(budget, standing, budgets.warnShare) }];
  });
}

/** The level of whichever budget stands worst; `below` when there is none. */
export function worstLevel(uses: readonly BudgetUse[]): BudgetLevel {
  return fromWorst.find((level) => uses.some((use) => use.level === level)) ?? 'below';
}
