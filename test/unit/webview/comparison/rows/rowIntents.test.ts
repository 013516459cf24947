import assert from 'node:assert/strict';
import { acceptHunk, type Choices, rejectHunk, reopenHunk } from '../../../../../src/core/diff/choices.ts';
import { comparisonRows, stateOfRow } from '../../../../../src/webview/comparison/rows/comparisonRows.ts';
import { chooseInRow, type RowTake } from '../../../../../src/webview/comparison/rows/rowIntents.ts';
import { leftDone, rightDone } from '../../../../ui/gallery/galleryTask.ts';

const hunks = { left: leftDone.hunks, right: rightDone.hunks };
const rows = comparisonRows(hunks.left, hunks.right);

/** What the host makes of the intents, as it does with those of a person. */
const deeds = { 'hunk-accepted': acceptHunk, 'hunk-rejected': rejectHunk, 'hunk-reopened': reopenHunk } as const;

function choose(choices: Choices, index: number, take: RowTake): Choices {
  const row = rows[index];
  assert.ok(row);
  const intents = chooseInRow(row, stateOfRow(row, choices), take);
  return intents.reduce((now, { type, hunkId }) => deeds[type](now, hunkId, hunks), choices);
}

function stateAfter(choices: Choices, index: number) {
  const row = rows[index];
  assert.ok(row);
  return stateOfRow(row, choices);
}

describe('chooseInRow', () => {
  it('decides each kind of row, whatever was chosen before', () => {
    for (const before of ['left', 'right', 'neither'] as const) {
      for (const take of ['left', 'right', 'neither'] as const) {
        if (take === before) continue;
        assert.equal(stateAfter(choose(choose({}, 0, before), 0, take), 0), take, `${before}, then ${take}`);
      }
    }
    assert.equal(stateAfter(choose({}, 2, 'left'), 2), 'both');
    assert.equal(stateAfter(choose({}, 2, 'right'), 2), 'both');
    assert.equal(stateAfter(choose({}, 1, 'right'), 1), 'right');
  });

  it('takes a decision back when it is made again', () => {
    for (const [index, take] of [
      [0, 'left'],
      [0, 'neither'],
      [1, 'right'],
      [2, 'left'],
      [2, 'neither'],
    ] as const) {
      assert.deepEqual(choose(choose({}, index, take), index, take), {}, `${take} in row ${index}`);
    }
  });

  it('leaves the lines alone when the side is taken that does so', () => {
    assert.equal(stateAfter(choose({}, 1, 'left'), 1), 'neither');
  });
});
