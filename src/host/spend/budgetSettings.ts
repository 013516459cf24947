import type { FailureOf } from '../../core/failure.ts';
import type { Budgets } from '../../core/spend/budget.ts';
import { readBudgetValues } from '../../core/spend/budgetValues.ts';
import { personalValue } from '../settings.ts';

/** The person's budgets as they are now, or which of them cannot be read: then nothing may be sent. */
export function readBudgets(): Budgets | FailureOf<'setting-invalid'> {
  return readBudgetValues({
    comparison: personalValue('budget.comparison'),
    day: personalValue('budget.day'),
    month: personalValue('budget.month'),
    warnAt: personalValue('budget.warnAt'),
  });
}
