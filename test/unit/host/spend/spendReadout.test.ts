import assert from 'node:assert/strict';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import type { SpendReading } from '../../../../src/host/spend/spendReadout.ts';
import { spendReadout } from '../../../../src/host/spend/spendReadout.ts';
import { english, listPrices, spendRow, spendTotals } from './spendFixture.ts';

const totals = spendTotals({
  session: [spendRow({ nanoDollars: 10_000_000 })],
  today: [spendRow({ nanoDollars: 20_000_000 })],
  month: [spendRow({ nanoDollars: 30_000_000 })],
  workspace: [spendRow({ nanoDollars: 40_000_000 })],
});

const readout = (changes: Partial<SpendReading> = {}) =>
  spendReadout(
    { period: 'today', totals, budgets: noBudgets, standings: null, prices: listPrices, ...changes },
    'en',
    english,
  );

describe('spendReadout', () => {
  it('shows the sum of the period that is asked for', () => {
    assert.equal(readout({ period: 'session' }).text, '$0.0100');
    assert.equal(readout({ period: 'today' }).text, '$0.0200');
    assert.equal(readout({ period: 'month' }).text, '$0.0300');
    assert.equal(readout({ period: 'workspace' }).text, '$0.0400');
  });

  it('says the same of a budget in text, name and hover, by what counts against it and not by what is shown', () => {
    const nothing = { settled: 0, reserved: 0 };
    const { text, label, level, hover } = readout({
      period: 'session',
      budgets: { ...noBudgets, month: 50_000_000, warnShare: 0.5 },
      standings: { comparison: nothing, day: nothing, month: { settled: 20_000_000, reserved: 10_000_000 } },
    });
    assert.equal(level, 'warning');
    assert.equal(text, '$(warning) $0.0100');
    assert.match(label, /Warning: 60% of this month’s budget of \$0\.0500 is used, \$0\.010 of it reserved\.$/);
    assert.match(hover, /This month’s budget has passed its warning mark of 50%/);
    assert.match(hover, /████▒▒░░░░/);
  });

  it('stands out, and says why, while a budget cannot be read', () => {
    const fault = { kind: 'setting-invalid', setting: 'tiebreak.budget.day', value: '"[x](command:y)"' } as const;
    const { text, label, level, hover } = readout({ budgets: fault });
    assert.equal(level, 'reached');
    assert.equal(text, '$(error) $0.0200');
    assert.match(
      label,
      /^Tiebreak spend today: \$0\.0200\. The setting tiebreak\.budget\.day is "\[x\]\(command:y\)", but/,
    );
    assert.match(hover, /Nothing is sent until it is corrected/);
    assert.doesNotMatch(hover, /\[x\]\(command:y\)/);
  });

  it('has no budgets where none were read', () => {
    const { level, hover } = readout();
    assert.equal(level, 'below');
    assert.doesNotMatch(hover, /\| Budget/);
  });
});
