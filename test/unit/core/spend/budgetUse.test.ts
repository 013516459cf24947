import assert from 'node:assert/strict';
import type { BudgetStandings, Budgets } from '../../../../src/core/spend/budget.ts';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import { budgetUses, hasCalendarBudget, worstLevel } from '../../../../src/core/spend/budgetUse.ts';

const nothing = { settled: 0, reserved: 0 };
const standings = (changes: Partial<BudgetStandings>): BudgetStandings => ({
  comparison: nothing,
  day: nothing,
  month: nothing,
  ...changes,
});
const budgets = (changes: Partial<Budgets>): Budgets => ({ ...noBudgets, ...changes });

describe('budgetUses', () => {
  it('tells of the budgets that are set, and of no comparison’s', () => {
    assert.deepEqual(budgetUses(budgets({ comparison: 1 }), standings({})), []);
    assert.deepEqual(budgetUses(budgets({ month: 100 }), standings({ month: { settled: 10, reserved: 5 } })), [
      { period: 'month', budget: 100, settled: 10, reserved: 5, level: 'below' },
    ]);
  });

  it('counts what is reserved towards both marks', () => {
    const levelAt = (settled: number, reserved: number | null) =>
      budgetUses(budgets({ day: 100 }), standings({ day: { settled, reserved } }))[0]?.level;
    assert.equal(levelAt(79, 0), 'below');
    assert.equal(levelAt(79, 1), 'warning');
    assert.equal(levelAt(99, 0), 'warning');
    assert.equal(levelAt(60, 40), 'reached');
    assert.equal(levelAt(0, null), 'reached');
  });
});

describe('worstLevel', () => {
  it('is that of the worse budget, whichever it is', () => {
    const levels = (day: number, month: number) =>
      worstLevel(
        budgetUses(
          budgets({ day: 100, month: 100 }),
          standings({ day: { settled: day, reserved: 0 }, month: { settled: month, reserved: 0 } }),
        ),
      );
    assert.equal(levels(10, 10), 'below');
    assert.equal(levels(10, 80), 'warning');
    assert.equal(levels(80, 10), 'warning');
    assert.equal(levels(80, 100), 'reached');
    assert.equal(levels(100, 80), 'reached');
    assert.equal(worstLevel([]), 'below');
  });
});

describe('hasCalendarBudget', () => {
  it('asks for the day and the month alone', () => {
    assert.equal(hasCalendarBudget(noBudgets), false);
    assert.equal(hasCalendarBudget(budgets({ comparison: 1 })), false);
    assert.equal(hasCalendarBudget(budgets({ day: 1 })), true);
    assert.equal(hasCalendarBudget(budgets({ month: 1 })), true);
  });
});
