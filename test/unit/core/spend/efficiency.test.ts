import assert from 'node:assert/strict';
import { type ModelEfficiency, readEfficiency } from '../../../../src/core/spend/efficiency.ts';
import { noFigures } from '../../../../src/core/spend/spendFigures.ts';

function model(
  name: string,
  requests: number,
  nanoDollars: number,
  acceptedHunks: number,
  unknown = 0,
): ModelEfficiency {
  const figures = { ...noFigures, requests: requests + unknown, nanoDollars, unknownRequests: unknown };
  return { model: name, figures, acceptedHunks };
}

describe('readEfficiency', () => {
  it('tells when the dearer model is the cheaper answer', () => {
    assert.deepEqual(readEfficiency([model('cheap', 10, 1000, 5), model('dear', 10, 1400, 14)]), {
      kind: 'told',
      dearer: 'dear',
      cheaper: 'cheap',
      perRequest: 1.4,
      perChange: 0.5,
      leavesOutUnknown: false,
    });
  });

  it('tells when it is not, and that requests of unknown cost are left out of a request’s cost', () => {
    assert.deepEqual(readEfficiency([model('dear', 10, 3000, 10, 90), model('cheap', 20, 2000, 20)]), {
      kind: 'told',
      dearer: 'dear',
      cheaper: 'cheap',
      perRequest: 3,
      perChange: 3,
      leavesOutUnknown: true,
    });
  });

  it('compares the two that were asked most', () => {
    const reading = readEfficiency([model('rare', 6, 9999, 6), model('one', 50, 1000, 9), model('other', 40, 1000, 9)]);
    assert.ok(reading?.kind === 'told');
    assert.deepEqual([reading.dearer, reading.cheaper], ['other', 'one']);
  });

  it('says nothing from fewer than five accepted changes of either, and nothing of one model alone', () => {
    const few = { kind: 'too-few', needed: 5 };
    assert.deepEqual(readEfficiency([model('one', 50, 1000, 40), model('other', 50, 1000, 4)]), few);
    assert.equal(readEfficiency([model('one', 50, 1000, 40)]), null);
    assert.equal(readEfficiency([]), null);
  });

  it('compares nothing with a model that costs nothing, or of which no cost is known', () => {
    assert.equal(readEfficiency([model('local', 50, 0, 40), model('other', 50, 1000, 40)]), null);
    assert.equal(readEfficiency([model('one', 50, 1000, 40), model('local', 50, 0, 40)]), null);
    assert.equal(readEfficiency([model('one', 0, 0, 40, 50), model('other', 50, 1000, 40)]), null);
  });
});
