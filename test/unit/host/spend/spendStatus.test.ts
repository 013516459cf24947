import assert from 'node:assert/strict';
import { spendStatus, sumSpend } from '../../../../src/host/spend/spendStatus.ts';
import { english, spendRow } from './spendFixture.ts';

const status = (rows: Parameters<typeof spendStatus>[0]) => spendStatus(rows, 'en', english);

describe('spendStatus', () => {
  it('is zero when nothing was asked today', () => {
    assert.deepEqual(status([]), { text: '$0.0000', label: 'Tiebreak spend today: $0.0000' });
  });

  it('adds the models up', () => {
    const rows = [spendRow(), spendRow({ provider: 'anthropic', model: 'claude-opus-4-7', nanoDollars: 900_000 })];
    assert.deepEqual(status(rows), { text: '$0.0430', label: 'Tiebreak spend today: $0.0430' });
  });

  it('names an unknown part beside what is known, with its bound in words', () => {
    const one = spendRow({ requests: 2, unknownRequests: 1, unknownUpperBound: 120_000_000 });
    assert.deepEqual(status([one]), {
      text: '$0.0421 + unknown',
      label: 'Tiebreak spend today: $0.0421, and one request of unknown cost, at most $0.12',
    });
    const other = spendRow({ nanoDollars: 0, unknownRequests: 1, unknownUpperBound: 50_000_000 });
    assert.equal(
      status([one, other]).label,
      'Tiebreak spend today: $0.0421, and 2 requests of unknown cost, at most $0.17 together',
    );
  });

  it('claims no bound as soon as one request has none', () => {
    const rows = [
      spendRow({ unknownRequests: 1, unknownUpperBound: 120_000_000 }),
      spendRow({ unknownRequests: 1, unknownUpperBound: null }),
    ];
    assert.equal(status(rows).label, 'Tiebreak spend today: $0.0842, and 2 requests of unknown cost');
  });

  it('marks what scripted answers would have cost on a day without real ones', () => {
    assert.deepEqual(status([spendRow({ scripted: true })]), {
      text: '$0.0421 scripted',
      label: 'Tiebreak spend today: nothing. With real models, the scripted answers would have cost $0.0421',
    });
  });

  it('never adds scripted money to real money', () => {
    const rows = [spendRow({ nanoDollars: 10_000_000 }), spendRow({ scripted: true, unknownRequests: 1 })];
    assert.equal(status(rows).text, '$0.0100');
  });
});

describe('sumSpend', () => {
  it('is nothing for no rows', () => {
    assert.deepEqual(sumSpend([]), { requests: 0, nanoDollars: 0, unknownRequests: 0, unknownUpperBound: 0 });
  });
});
