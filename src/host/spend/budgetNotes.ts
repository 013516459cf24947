import type { FailureOf } from '../../core/failure.ts';
import type { Budgets } from '../../core/spend/budget.ts';
import type { Localizer } from './localizer.ts';

/** What is said where money is shown while the budgets cannot be read; nothing otherwise. Text, not Markdown. */
export function budgetNotes(budgets: Budgets | FailureOf<'setting-invalid'>, l10n: Localizer): readonly string[] {
  return 'kind' in budgets ? [invalidBudgetSentence(budgets, l10n)] : [];
}

/** Which budget cannot be read, what stands there, and what comes of it. */
export function invalidBudgetSentence({ setting, value }: FailureOf<'setting-invalid'>, l10n: Localizer): string {
  return l10n.t(
    'The setting {0} is {1}, but a budget is a number of US dollars, and 0 for none. Nothing is sent until it is corrected.',
    setting,
    value,
  );
}
