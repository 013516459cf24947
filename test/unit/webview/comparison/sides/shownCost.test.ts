import assert from 'node:assert/strict';
import { isCostKnown } from '../../../../../src/webview/comparison/sides/shownCost.ts';
import { leftDone } from '../../../../ui/gallery/galleryTask.ts';

const nothing = { kind: 'exact', nanoDollars: 0 } as const;

describe('isCostKnown', () => {
  it('is false while nothing can have been told yet, and of what a budget held back', () => {
    assert.equal(isCostKnown({ ...leftDone, cost: nothing, endedAt: null }), false);
    assert.equal(isCostKnown({ ...leftDone, cost: nothing, failureKind: 'budget-reached' }), false);
    assert.equal(isCostKnown({ ...leftDone, cost: nothing, failureKind: 'budget-unknown' }), false);
    assert.equal(isCostKnown({ ...leftDone, cost: nothing, failureKind: 'budget-unpriced' }), false);
  });

  it('is true of a running estimate, of what is known to be unknown, and of an answer that cost nothing', () => {
    assert.equal(isCostKnown({ ...leftDone, endedAt: null }), true);
    assert.equal(isCostKnown({ ...leftDone, cost: { kind: 'unknown', upperBound: null }, endedAt: null }), true);
    assert.equal(isCostKnown({ ...leftDone, cost: nothing }), true);
  });

  it('is true of what had been spent before a budget held a further request back', () => {
    assert.equal(isCostKnown({ ...leftDone, failureKind: 'budget-reached' }), true);
  });
});
