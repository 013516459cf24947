import assert from 'node:assert/strict';
import type { BudgetView } from '../../../../src/shared/spendView.ts';
import { budgetWords } from '../../../../src/webview/spend/budgetWords.ts';
import { spendEnglish } from '../../../ui/gallery/spendScenes.ts';

const budget: BudgetView = {
  period: 'day',
  budget: 5_000_000_000,
  settled: 2_800_000_000,
  reserved: 400_000_000,
  level: 'below',
};
const words = (changes: Partial<BudgetView>) => budgetWords({ ...budget, ...changes }, 'en', spendEnglish);

describe('budgetWords', () => {
  it('count what is reserved as the level does, and say how much of it is', () => {
    assert.deepEqual(words({}), { standing: 'Today: $3.20 of $5.00, $0.40 of it reserved', level: null });
    assert.deepEqual(words({ period: 'month', reserved: 0, level: 'warning' }), {
      standing: 'This month: $2.80 of $5.00',
      level: 'nearly used up',
    });
    assert.deepEqual(words({ reserved: 2_200_000_000, level: 'reached' }), {
      standing: 'Today: $5.00 of $5.00, $2.20 of it reserved',
      level: 'reached',
    });
  });

  it('never say that a budget is reached of which nobody can know that', () => {
    assert.deepEqual(words({ reserved: null, level: 'reached' }), {
      standing: 'Today’s budget of $5.00 cannot be kept: a request of unknown cost has no upper bound.',
      level: null,
    });
    assert.deepEqual(words({ period: 'month', lostAt: 1, level: 'reached' }), {
      standing: 'This month’s budget of $5.00 cannot be kept: a part of what was spent is in a damaged ledger.',
      level: null,
    });
  });
});
