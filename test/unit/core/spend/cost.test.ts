import assert from 'node:assert/strict';
import type { Cost } from '../../../../src/core/spend/cost.ts';
import { addCost, mostOf, noCost } from '../../../../src/core/spend/cost.ts';

const exact: Cost = { kind: 'exact', nanoDollars: 5 };
const estimate: Cost = { kind: 'estimate', nanoDollars: 7 };
const bounded: Cost = { kind: 'unknown', upperBound: 11 };
const unbounded: Cost = { kind: 'unknown', upperBound: null };

describe('addCost', () => {
  it('is exact only when both are', () => {
    assert.deepEqual(addCost(exact, exact), { kind: 'exact', nanoDollars: 10 });
    assert.deepEqual(addCost(exact, estimate), { kind: 'estimate', nanoDollars: 12 });
  });

  it('is unknown as soon as one is, and bounded only when both are', () => {
    assert.deepEqual(addCost(exact, bounded), { kind: 'unknown', upperBound: 16 });
    assert.deepEqual(addCost(bounded, estimate), { kind: 'unknown', upperBound: 18 });
    assert.deepEqual(addCost(unbounded, exact), { kind: 'unknown', upperBound: null });
  });

  it('leaves a cost as it is when nothing is added', () => {
    for (const cost of [exact, estimate, bounded, unbounded]) assert.deepEqual(addCost(cost, noCost), cost);
  });
});

describe('mostOf', () => {
  it('is the amount where it is known, else the bound', () => {
    assert.deepEqual([exact, estimate, bounded, unbounded].map(mostOf), [5, 7, 11, null]);
  });
});
