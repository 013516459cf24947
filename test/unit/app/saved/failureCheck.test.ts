import assert from 'node:assert/strict';
import { isFailure } from '../../../../src/app/saved/failureCheck.ts';

const reached = { kind: 'budget-reached', period: 'day', budget: 5, settled: 4, reserved: 0, needed: 2 };
const unpriced = { kind: 'budget-unpriced', period: 'month', provider: 'openai', model: 'house-model' };
const lost = { kind: 'budget-unknown', period: 'day', lostAt: 1_795_348_800_000 };

describe('isFailure', () => {
  it('takes what a budget held back', () => {
    assert.equal(isFailure(reached), true);
    assert.equal(isFailure(unpriced), true);
    assert.equal(isFailure(lost), true);
  });

  it('takes prices of the person’s that cannot be read, with a fault that there is', () => {
    const invalid = { kind: 'prices-invalid', fault: 'no-price', entry: 'openai/gpt-5.5', field: 'output' };
    assert.equal(isFailure(invalid), true);
    assert.equal(isFailure({ ...invalid, field: null }), true);
    assert.equal(isFailure({ ...invalid, fault: 'too-dear' }), false);
    assert.equal(isFailure({ ...invalid, entry: null }), false);
  });

  it('takes no period that there is none of, and no missing or endless amount', () => {
    assert.equal(isFailure({ ...reached, period: 'year' }), false);
    assert.equal(isFailure({ ...unpriced, period: null }), false);
    for (const amount of ['budget', 'settled', 'reserved', 'needed']) {
      assert.equal(isFailure({ ...reached, [amount]: null }), false, amount);
      assert.equal(isFailure({ ...reached, [amount]: Number.POSITIVE_INFINITY }), false, amount);
    }
    assert.equal(isFailure({ ...lost, lostAt: '2026' }), false);
    assert.equal(isFailure({ ...unpriced, provider: 'somebody' }), false);
  });
});
