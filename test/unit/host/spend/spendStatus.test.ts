import assert from 'node:assert/strict';
import type { TotalsRow } from '../../../../src/app/ledgerPorts.ts';
import type { BudgetUse } from '../../../../src/core/spend/budgetUse.ts';
import type { SpendPeriod } from '../../../../src/host/spend/spendPeriod.ts';
import { spendStatus } from '../../../../src/host/spend/spendStatus.ts';
import { isMoneyKnown, sumSpend } from '../../../../src/host/spend/spendSum.ts';
import { budgetUse, english, spendRow } from './spendFixture.ts';

const status = (rows: readonly TotalsRow[], period: SpendPeriod = 'today', uses: readonly BudgetUse[] = []) =>
  spendStatus(period, rows, uses, 'en', english);

describe('spendStatus', () => {
  it('is zero when nothing was asked today', () => {
    assert.deepEqual(status([]), { text: '$0.0000', label: 'Tiebreak spend today: $0.0000', level: 'below' });
  });

  it('adds the models up', () => {
    const rows = [spendRow(), spendRow({ provider: 'anthropic', model: 'claude-opus-4-7', nanoDollars: 900_000 })];
    assert.deepEqual(status(rows), { text: '$0.0430', label: 'Tiebreak spend today: $0.0430', level: 'below' });
  });

  it('names an unknown part beside what is known, with its bound in words', () => {
    const one = spendRow({ requests: 2, unknownRequests: 1, unknownUpperBound: 120_000_000 });
    assert.deepEqual(status([one]), {
      text: '$0.0421 + unknown',
      label: 'Tiebreak spend today: $0.0421, and one request of unknown cost, at most $0.12',
      level: 'below',
    });
    const other = spendRow({ nanoDollars: 0, requests: 1, unknownRequests: 1, unknownUpperBound: 50_000_000 });
    assert.equal(
      status([one, other]).label,
      'Tiebreak spend today: $0.0421, and 2 requests of unknown cost, at most $0.17 together',
    );
  });

  it('claims no bound as soon as one request has none', () => {
    const rows = [
      spendRow({ requests: 2, unknownRequests: 1, unknownUpperBound: 120_000_000 }),
      spendRow({ requests: 2, unknownRequests: 1, unknownUpperBound: null }),
    ];
    assert.equal(status(rows).label, 'Tiebreak spend today: $0.0842, and 2 requests of unknown cost');
  });

  it('says unknown, and no amount, where nothing is known', () => {
    const one = spendRow({ nanoDollars: 0, unknownRequests: 1, unknownUpperBound: 120_000_000 });
    const unbounded = spendRow({ nanoDollars: 0, requests: 1_200, unknownRequests: 1_200, unknownUpperBound: null });
    assert.deepEqual(status([one]), {
      text: 'unknown',
      label: 'Tiebreak spend today: unknown, of one request, at most $0.12',
      level: 'below',
    });
    assert.equal(status([one, one]).label, 'Tiebreak spend today: unknown, of 2 requests, at most $0.24 together');
    assert.equal(status([unbounded]).label, 'Tiebreak spend today: unknown, of 1,200 requests');
  });

  it('takes a price of nothing for what it is: known', () => {
    assert.equal(status([spendRow({ nanoDollars: 0 })]).text, '$0.0000');
  });

  it('says under way, and not zero, while nothing else is there', () => {
    const one = spendRow({ nanoDollars: 0, runningRequests: 1 });
    assert.deepEqual(status([one]), {
      text: '1 under way',
      label: 'Tiebreak spend today: one request under way',
      level: 'below',
    });
    assert.equal(status([one, one]).label, 'Tiebreak spend today: 2 requests under way');
  });

  it('tells what is under way beside what is known and what is not', () => {
    const partly = spendRow({ requests: 3, runningRequests: 2 });
    assert.deepEqual(status([partly]), {
      text: '$0.0421, 2 under way',
      label: 'Tiebreak spend today: $0.0421; 2 requests under way',
      level: 'below',
    });
    const lost = spendRow({ nanoDollars: 0, unknownRequests: 1, unknownUpperBound: 120_000_000 });
    assert.equal(status([partly, lost]).text, '$0.0421 + unknown, 2 under way');
    const running = spendRow({ nanoDollars: 0, runningRequests: 1 });
    assert.deepEqual(status([lost, running]), {
      text: 'unknown, 1 under way',
      label: 'Tiebreak spend today: unknown, of one request, at most $0.12; one request under way',
      level: 'below',
    });
  });

  it('says of scripted answers, too, what is under way and what is unknown', () => {
    assert.deepEqual(status([spendRow({ scripted: true, nanoDollars: 0, runningRequests: 1 })]), {
      text: '1 under way (scripted)',
      label: 'Tiebreak spend today: nothing. Scripted answers: one request under way',
      level: 'below',
    });
    const unpriced = spendRow({ scripted: true, nanoDollars: 0, unknownRequests: 1, unknownUpperBound: null });
    assert.deepEqual(status([unpriced], 'workspace'), {
      text: 'unknown (scripted)',
      label: 'Tiebreak spend in this workspace: nothing. Scripted answers: unknown, of one request',
      level: 'below',
    });
  });

  it('marks what scripted answers would have cost on a day without real ones', () => {
    assert.deepEqual(status([spendRow({ scripted: true })]), {
      text: '$0.0421 scripted',
      label: 'Tiebreak spend today: nothing. With real models, the scripted answers would have cost $0.0421',
      level: 'below',
    });
  });

  it('never adds scripted money to real money', () => {
    const rows = [spendRow({ nanoDollars: 10_000_000 }), spendRow({ scripted: true, unknownRequests: 1 })];
    assert.equal(status(rows).text, '$0.0100');
  });

  it('says in words whose spend it is', () => {
    assert.equal(status([spendRow()], 'session').label, 'Tiebreak spend this session: $0.0421');
    assert.equal(status([spendRow()], 'month').label, 'Tiebreak spend this month: $0.0421');
    assert.equal(status([spendRow()], 'workspace').label, 'Tiebreak spend in this workspace: $0.0421');
    assert.equal(
      status([spendRow({ scripted: true })], 'month').label,
      'Tiebreak spend this month: nothing. With real models, the scripted answers would have cost $0.0421',
    );
  });

  it('shows the worse budget by an icon too, and tells of both in words', () => {
    const day = budgetUse({ settled: 4_000_000_000, level: 'warning' });
    const month = budgetUse({ period: 'month', settled: 4_500_000_000, reserved: 500_000_000, level: 'reached' });
    assert.equal(status([spendRow()], 'session', [day]).text, '$(warning) $0.0421');
    assert.deepEqual(status([spendRow()], 'session', [day, month]), {
      text: '$(error) $0.0421',
      label:
        'Tiebreak spend this session: $0.0421. Warning: 80% of today’s budget of $5.00 is used. ' +
        'Budget reached: 100% of this month’s budget of $5.00 is used, $0.50 of it reserved.',
      level: 'reached',
    });
    assert.deepEqual(status([], 'today', [budgetUse()]), {
      text: '$0.0000',
      label: 'Tiebreak spend today: $0.0000. 0% of today’s budget of $5.00 is used.',
      level: 'below',
    });
  });
});

describe('sumSpend', () => {
  it('is nothing for no rows', () => {
    const nothing = sumSpend([]);
    assert.deepEqual(nothing, {
      requests: 0,
      nanoDollars: 0,
      runningRequests: 0,
      unknownRequests: 0,
      unknownUpperBound: 0,
    });
    assert.ok(isMoneyKnown(nothing));
  });
});
