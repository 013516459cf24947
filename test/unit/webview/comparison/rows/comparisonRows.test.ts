import assert from 'node:assert/strict';
import { acceptHunk, rejectHunk } from '../../../../../src/core/diff/choices.ts';
import type { Hunk } from '../../../../../src/core/diff/hunk.ts';
import {
  comparisonRows,
  countRows,
  nextUndecided,
  stateOfRow,
} from '../../../../../src/webview/comparison/rows/comparisonRows.ts';
import { leftDone, rightDone } from '../../../../ui/gallery/galleryTask.ts';

function hunk(id: string, baseStart: number, baseEnd: number, text: string, more: Partial<Hunk> = {}): Hunk {
  return {
    id,
    path: 'a.ts',
    change: 'edit',
    baseStart,
    baseEnd,
    newStart: baseStart,
    newLines: [`${text}\n`],
    newPath: null,
    tier: 'exact',
    edited: false,
    ...more,
  };
}

const hunks = { left: leftDone.hunks, right: rightDone.hunks };
const rows = comparisonRows(hunks.left, hunks.right);

function row(index: number) {
  const found = rows[index];
  assert.ok(found);
  return found;
}

function shape(left: readonly Hunk[], right: readonly Hunk[]) {
  return comparisonRows(left, right).map((each) => [
    each.kind,
    each.left.map(({ id }) => id).join('+'),
    each.right.map(({ id }) => id).join('+'),
  ]);
}

describe('comparisonRows', () => {
  it('are one decision each: what is agreed once, what conflicts together, the rest alone', () => {
    assert.deepEqual(shape(hunks.left, hunks.right), [
      ['conflicting', 'left-1-1', 'right-1-1'],
      ['right', '', 'right-1-2'],
      ['agreed', 'left-1-2', 'right-1-3'],
    ]);
    assert.deepEqual(countRows(rows), { agreed: 1, conflicting: 1, left: 0, right: 1 });
  });

  it('hold a whole chain of hunks that cannot be had together', () => {
    const left = [hunk('l1', 0, 4, 'a'), hunk('l2', 6, 9, 'b')];
    const right = [hunk('r1', 3, 7, 'c'), hunk('r2', 8, 10, 'd'), hunk('r3', 20, 21, 'e')];
    assert.deepEqual(shape(left, right), [
      ['conflicting', 'l1+l2', 'r1+r2'],
      ['right', '', 'r3'],
    ]);
  });

  it('keep apart what only touches', () => {
    assert.deepEqual(shape([hunk('l1', 0, 4, 'a')], [hunk('r1', 4, 6, 'b')]), [
      ['left', 'l1', ''],
      ['right', '', 'r1'],
    ]);
  });

  it('set a deleted file against every hunk of it', () => {
    const left = [hunk('l1', 2, 3, 'a'), hunk('l2', 50, 51, 'b')];
    const right = [hunk('r1', 0, 90, '', { change: 'delete', newLines: [] })];
    assert.deepEqual(shape(left, right), [['conflicting', 'l1+l2', 'r1']]);
  });

  it('go file by file', () => {
    const left = [hunk('l1', 5, 6, 'a'), hunk('l2', 1, 2, 'b', { path: 'b.ts' })];
    const right = [hunk('r1', 1, 2, 'b', { path: 'b.ts' }), hunk('r2', 1, 2, 'c')];
    assert.deepEqual(shape(left, right), [
      ['right', '', 'r2'],
      ['left', 'l1', ''],
      ['agreed', 'l2', 'r1'],
    ]);
  });
});

describe('stateOfRow', () => {
  it('says whose lines were taken', () => {
    assert.equal(stateOfRow(row(0), {}), 'undecided');
    assert.equal(stateOfRow(row(0), acceptHunk({}, 'left-1-1', hunks)), 'left');
    assert.equal(stateOfRow(row(0), acceptHunk({}, 'right-1-1', hunks)), 'right');
    assert.equal(stateOfRow(row(2), acceptHunk({}, 'right-1-3', hunks)), 'both');
    assert.equal(stateOfRow(row(2), rejectHunk({}, 'right-1-3', hunks)), 'neither');
  });

  it('leaves a conflict open of which only one side was turned down', () => {
    const one = rejectHunk({}, 'left-1-1', hunks);
    assert.equal(stateOfRow(row(0), one), 'undecided');
    assert.equal(stateOfRow(row(0), rejectHunk(one, 'right-1-1', hunks)), 'neither');
  });
});

describe('nextUndecided', () => {
  it('goes on from the current hunk and begins anew after the last', () => {
    const choices = acceptHunk({}, 'right-1-2', hunks);
    assert.equal(nextUndecided(rows, choices, null)?.id, 'left-1-1');
    assert.equal(nextUndecided(rows, choices, 'left-1-1')?.id, 'left-1-2');
    assert.equal(nextUndecided(rows, choices, 'right-1-3')?.id, 'left-1-1');
  });

  it('ends when all are decided', () => {
    const all = ['left-1-1', 'right-1-2', 'left-1-2'].reduce((choices, id) => acceptHunk(choices, id, hunks), {});
    assert.equal(nextUndecided(rows, all, 'left-1-1'), null);
  });
});
