import assert from 'node:assert/strict';
import type { BudgetUse } from '../../../../src/core/spend/budgetUse.ts';
import { budgetAlert, budgetSentence, budgetTable } from '../../../../src/host/spend/budgetTexts.ts';
import { shownMarkdown } from './shownMarkdown.ts';
import { budgetUse, english } from './spendFixture.ts';

const sentence = (changes: Partial<BudgetUse>) => budgetSentence(budgetUse(changes), 'en', english);
const alert = (changes: Partial<BudgetUse>) => budgetAlert(budgetUse(changes), 0.8, 'en', english);
const row = (changes: Partial<BudgetUse>) =>
  shownMarkdown(budgetTable([budgetUse(changes)], 'en', english)).rows[1] ?? [];

describe('budgetSentence', () => {
  it('tells the share that is used, of which budget, and what of it is reserved', () => {
    assert.equal(sentence({ settled: 3_200_000_000 }), '64% of today’s budget of $5.00 is used.');
    assert.equal(
      sentence({ period: 'month', settled: 2_800_000_000, reserved: 400_000_000 }),
      '64% of this month’s budget of $5.00 is used, $0.40 of it reserved.',
    );
  });

  it('says what the colour says', () => {
    assert.equal(
      sentence({ settled: 4_000_000_000, level: 'warning' }),
      'Warning: 80% of today’s budget of $5.00 is used.',
    );
    assert.equal(
      sentence({ settled: 5_200_000_000, level: 'reached' }),
      'Budget reached: 104% of today’s budget of $5.00 is used.',
    );
    assert.equal(
      sentence({ reserved: null, level: 'reached' }),
      'Today’s budget of $5.00 cannot be kept: a request of unknown cost has no upper bound.',
    );
    assert.equal(
      sentence({ period: 'month', lostAt: 1, level: 'reached' }),
      'This month’s budget of $5.00 cannot be kept: a part of what was spent is in a damaged ledger.',
    );
  });

  it('never rounds up to a mark, nor what is spent down to nothing', () => {
    assert.match(sentence({ settled: 3_999_000_000 }), /^79% /);
    assert.match(sentence({ settled: 4_999_999_999 }), /^99% /);
    assert.match(sentence({ settled: 1 }), /^<1% /);
    assert.match(sentence({ settled: 0 }), /^0% /);
    // 0.29 × 100 is a little less than 29 in floating point.
    assert.match(sentence({ budget: 100_000_000, settled: 29_000_000 }), /^29% /);
  });
});

describe('budgetAlert', () => {
  it('says what a mark means once it is passed, and nothing before', () => {
    assert.equal(alert({}), null);
    assert.equal(alert({ level: 'warning' }), 'Today’s budget has passed its warning mark of 80%.');
    assert.match(alert({ level: 'reached' }) ?? '', /^Today’s budget is reached: paid requests are held back/);
    assert.match(alert({ period: 'month', level: 'reached' }) ?? '', /^This month’s budget is reached/);
    assert.match(alert({ level: 'reached', reserved: null }) ?? '', /^Today’s budget cannot be kept: a request/);
    assert.match(alert({ level: 'reached', lostAt: 1 }) ?? '', /^Today’s budget cannot be kept: a part of what/);
  });
});

describe('budgetTable', () => {
  it('never shows room where a damaged ledger may have used it', () => {
    assert.deepEqual(row({ settled: 1_000_000_000, lostAt: 1, level: 'reached' }), [
      'Today',
      '██▒▒▒▒▒▒▒▒',
      '$1.00 of $5.00, and what a damaged ledger held',
    ]);
  });

  it('draws a bar and says the same in figures', () => {
    assert.deepEqual(row({ settled: 2_800_000_000, reserved: 400_000_000 }), [
      'Today',
      '█████▒░░░░',
      '$3.20 of $5.00 (64%), $0.40 of it reserved',
    ]);
    assert.deepEqual(row({ period: 'month', settled: 6_000_000_000 }), [
      'This month',
      '██████████',
      '$6.00 of $5.00 (120%)',
    ]);
  });

  it('is neither empty while something is gone nor full while something is left', () => {
    assert.equal(row({ settled: 0 })[1], '░░░░░░░░░░');
    assert.equal(row({ settled: 1 })[1], '█░░░░░░░░░');
    assert.equal(row({ settled: 4_999_999_999 })[1], '█████████░');
    assert.equal(row({ settled: 5_000_000_000 })[1], '██████████');
  });

  it('is full when a request has no bound, and says so', () => {
    assert.deepEqual(row({ settled: 1_000_000_000, reserved: null, level: 'reached' }).slice(1), [
      '██▒▒▒▒▒▒▒▒',
      '$1.00 of $5.00, and a request without an upper bound',
    ]);
  });
});
