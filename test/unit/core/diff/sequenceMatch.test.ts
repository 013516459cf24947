import assert from 'node:assert/strict';
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { matchSequences } from '../../../../src/core/diff/sequenceMatch.ts';
import { newWorkBudget } from '../../../../src/core/diff/workBudget.ts';

function matched(
  one: readonly number[],
  other: readonly number[],
  steps: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const budget = newWorkBudget();
  budget.steps = steps;
  matchSequences(Int32Array.from(one), Int32Array.from(other), budget, (left, right) => pairs.push([left, right]));
  return pairs;
}

const numbers = fc.array(fc.nat(4), { maxLength: 60 });

describe('matchSequences', function () {
  this.timeout(60_000);

  it('finds a longest common subsequence, as long as jsdiff finds', () => {
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const common = diffArrays([...one], [...other]).filter((part) => !part.added && !part.removed);
        const length = common.reduce((sum, part) => sum + part.value.length, 0);
        assert.equal(matched(one, other, 1_000_000).length, length);
      }),
      { numRuns: 10_000 },
    );
  });

  it('reports equal elements in rising order, however small the budget', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.nat(200), (one, other, steps) => {
        let [lastOne, lastOther] = [-1, -1];
        for (const [left, right] of matched(one, other, steps)) {
          assert.ok(left > lastOne && right > lastOther);
          assert.equal(one[left], other[right]);
          [lastOne, lastOther] = [left, right];
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('comes to an end in stages on long sequences that differ everywhere', () => {
    const one = Array.from({ length: 3000 }, (_, index) => index % 2);
    const other = Array.from({ length: 3000 }, (_, index) => 1 + ((index * 7) % 5));
    assert.ok(matched(one, other, 50_000_000).length > 500);
  });
});
