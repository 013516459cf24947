import assert from 'node:assert/strict';
import { nameHunks } from '../../../../src/webview/comparison/hunkNames.ts';
import { stepByRow, stepToSide, stepWithinSide } from '../../../../src/webview/comparison/hunkSteps.ts';
import { comparisonRows } from '../../../../src/webview/comparison/rows/comparisonRows.ts';
import { leftDone, rightDone, viewOf } from '../../../ui/gallery/galleryTask.ts';

const view = viewOf(leftDone, rightDone);
const names = nameHunks(view);

describe('stepWithinSide', () => {
  it('begins with the first hunk and stops at the ends', () => {
    assert.equal(stepWithinSide(names, null, 'left', 1), 'left-1-1');
    assert.equal(stepWithinSide(names, 'left-1-1', 'left', 1), 'left-1-2');
    assert.equal(stepWithinSide(names, 'left-1-2', 'left', 1), 'left-1-2');
    assert.equal(stepWithinSide(names, 'left-1-1', 'left', -1), 'left-1-1');
  });

  it('goes to the other side when one has no hunks, and nowhere without any', () => {
    assert.equal(
      stepWithinSide(nameHunks({ ...view, left: { ...leftDone, hunks: [] } }), null, 'left', 1),
      'right-1-1',
    );
    assert.equal(stepWithinSide(new Map(), null, 'left', 1), null);
  });
});

describe('stepToSide', () => {
  it('goes to the related hunk, else to the nearest', () => {
    assert.equal(stepToSide(names, 'right-1-3', 'left', view), 'left-1-2');
    assert.equal(stepToSide(names, 'left-1-1', 'right', view), 'right-1-1');
    assert.equal(stepToSide(names, 'right-1-2', 'left', view), 'left-1-2');
  });

  it('stays where it is on the side it is on', () => {
    assert.equal(stepToSide(names, 'left-1-2', 'left', view), 'left-1-2');
  });
});

describe('stepByRow', () => {
  const rows = comparisonRows(leftDone.hunks, rightDone.hunks);

  it('goes through every row, on the same side where that has something to say', () => {
    assert.equal(stepByRow(rows, null, 'left', 1), 'left-1-1');
    assert.equal(stepByRow(rows, 'left-1-1', 'left', 1), 'right-1-2');
    assert.equal(stepByRow(rows, 'right-1-2', 'right', 1), 'right-1-3');
    assert.equal(stepByRow(rows, 'right-1-2', 'left', 1), 'left-1-2');
  });

  it('stops at the ends, and goes nowhere without rows', () => {
    assert.equal(stepByRow(rows, 'left-1-2', 'left', 1), 'left-1-2');
    assert.equal(stepByRow(rows, 'right-1-1', 'right', -1), 'right-1-1');
    assert.equal(stepByRow([], null, 'left', 1), null);
  });
});
