import { formatLimit, formatRounded } from '../../core/spend/roundMoney.ts';
import type { SpendTexts } from '../../shared/spendTexts.ts';
import type { BudgetView } from '../../shared/spendView.ts';
import { fill } from '../comparison/format.ts';

/** Where a budget stands in words, and what its level is called; null where there is nothing more to say. */
export interface BudgetWords {
  readonly standing: string;
  readonly level: string | null;
}

/** What counts against a budget is what was spent and what is reserved; a budget that cannot be kept says why. */
export function budgetWords(view: BudgetView, locale: string, texts: SpendTexts): BudgetWords {
  const { period, settled, reserved, lostAt } = view;
  const isDay = period === 'day';
  const limit = formatLimit(view.budget, locale);
  if (lostAt !== undefined) {
    return { standing: fill(isDay ? texts.budgetDayLost : texts.budgetMonthLost, limit), level: null };
  }
  if (reserved === null) {
    return { standing: fill(isDay ? texts.budgetDayNoBound : texts.budgetMonthNoBound, limit), level: null };
  }
  const gone = formatRounded(settled + reserved, locale);
  const standing =
    reserved === 0
      ? fill(isDay ? texts.budgetDay : texts.budgetMonth, gone, limit)
      : fill(isDay ? texts.budgetDayReserved : texts.budgetMonthReserved, gone, limit, formatRounded(reserved, locale));
  const levels = { below: null, warning: texts.budgetWarning, reached: texts.budgetReached };
  return { standing, level: levels[view.level] };
}
