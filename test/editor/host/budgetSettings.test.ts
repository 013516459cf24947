import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { noBudgets } from '../../../src/core/spend/budget.ts';
import { readBudgets } from '../../../src/host/spend/budgetSettings.ts';

const names = ['comparison', 'day', 'month', 'warnAt'] as const;

async function set(name: (typeof names)[number], value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('tiebreak')
    .update(`budget.${name}`, value, vscode.ConfigurationTarget.Global);
}

describe('the settings of budgets', () => {
  afterEach(async () => {
    for (const name of names) await set(name, undefined);
  });

  it('are no limits until the person sets them, and in force at once', async () => {
    assert.deepEqual(readBudgets(), noBudgets);
    await set('comparison', 0.5);
    await set('day', 5);
    await set('month', 50);
    await set('warnAt', 60);
    assert.deepEqual(readBudgets(), { comparison: 5e8, day: 5e9, month: 5e10, warnShare: 0.6 });
  });

  it('are no limits with null or 0, and a failure with anything else that is no amount', async () => {
    for (const none of [0, null]) {
      await set('day', none);
      assert.deepEqual(readBudgets(), noBudgets);
    }
    for (const [value, shown] of [
      ['5', '"5"'],
      [-5, '-5'],
      [true, 'true'],
    ] as const) {
      await set('day', value);
      assert.deepEqual(readBudgets(), { kind: 'setting-invalid', setting: 'tiebreak.budget.day', value: shown });
    }
  });
});
