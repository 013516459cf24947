import assert from 'node:assert/strict';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import type { BudgetValues } from '../../../../src/core/spend/budgetValues.ts';
import { readBudgetValues } from '../../../../src/core/spend/budgetValues.ts';

const read = (values: Partial<BudgetValues>) =>
  readBudgetValues({ comparison: undefined, day: undefined, month: undefined, warnAt: undefined, ...values });

describe('readBudgetValues', () => {
  it('reads dollars as nano-dollars, and percent as a share', () => {
    assert.deepEqual(read({ comparison: 0.25, day: 5, month: 120.5, warnAt: 50 }), {
      comparison: 250_000_000,
      day: 5_000_000_000,
      month: 120_500_000_000,
      warnShare: 0.5,
    });
  });

  it('takes what is absent, null or 0 for no limit', () => {
    for (const none of [undefined, null, 0, -0]) {
      assert.deepEqual(read({ comparison: none, day: none, month: none }), noBudgets);
    }
  });

  it('keeps a limit that is smaller than any money', () => {
    const budgets = read({ day: 1e-12 });
    assert.equal('kind' in budgets || budgets.day, 1);
  });

  it('takes nothing mistyped for no limit, and says what stands where', () => {
    const wrong: readonly [value: unknown, shown: string][] = [
      ['5', '"5"'],
      ['', '""'],
      [-5, '-5'],
      [Number.POSITIVE_INFINITY, 'Infinity'],
      [Number.NaN, 'NaN'],
      [true, 'true'],
      [false, 'false'],
      [[5], '[5]'],
      [{ usd: 5 }, '{"usd":5}'],
      ['x'.repeat(100), `"${'x'.repeat(38)}…`],
    ];
    for (const period of ['comparison', 'day', 'month'] as const) {
      for (const [value, shown] of wrong) {
        const failure = { kind: 'setting-invalid', setting: `tiebreak.budget.${period}`, value: shown };
        assert.deepEqual(read({ [period]: value }), failure, shown);
      }
    }
  });

  it('warns at the usual share where that cannot be read, which holds nothing back', () => {
    for (const warnAt of [undefined, null, 0, -1, 101, '50', Number.NaN]) {
      const budgets = read({ day: 5, warnAt });
      assert.equal('kind' in budgets || budgets.warnShare, 0.8, String(warnAt));
    }
  });
});
