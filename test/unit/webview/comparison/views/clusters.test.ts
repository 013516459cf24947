import assert from 'node:assert/strict';
import { splitLines } from '../../../../../src/core/diff/lines.ts';
import { clusterHunks, composeLines, shiftAt } from '../../../../../src/webview/comparison/views/clusters.ts';
import { splitRows } from '../../../../../src/webview/comparison/views/splitRows.ts';
import { basket, leftBasket, leftDone, rightDone } from '../../../../ui/gallery/galleryTask.ts';

const baseLines = splitLines(basket);
const clusters = clusterHunks(leftDone.hunks, rightDone.hunks);

describe('clusterHunks', () => {
  it('groups what touches the same lines and keeps apart what does not', () => {
    assert.deepEqual(
      clusters.map(({ left, right }) => [left.map(({ id }) => id), right.map(({ id }) => id)]),
      [
        [['left-1-1'], ['right-1-1']],
        [[], ['right-1-2']],
        [['left-1-2'], ['right-1-3']],
      ],
    );
  });

  it('keeps files apart', () => {
    const elsewhere = leftDone.hunks.map((hunk) => ({ ...hunk, path: 'other.ts' }));
    assert.deepEqual(
      clusterHunks(elsewhere, rightDone.hunks).map(({ path }) => path),
      ['other.ts', 'other.ts', 'src/basket.ts', 'src/basket.ts', 'src/basket.ts'],
    );
  });
});

describe('composeLines', () => {
  it('gives the text with the hunks in place', () => {
    const whole = composeLines(baseLines, leftDone.hunks, { baseStart: 0, baseEnd: baseLines.length });
    assert.equal(whole.map(({ text }) => text).join(''), leftBasket);
  });
});

describe('shiftAt', () => {
  it('counts the lines that came and went above', () => {
    assert.equal(shiftAt(rightDone.hunks, 'src/basket.ts', 5), 0);
    assert.equal(shiftAt(rightDone.hunks, 'src/basket.ts', 12), -4);
    assert.equal(shiftAt(rightDone.hunks, 'other.ts', 12), 0);
  });
});

describe('splitRows', () => {
  it('lays what is the same beside each other, with each side’s own numbers', () => {
    const cluster = clusters[2];
    assert.ok(cluster);
    const rows = splitRows(cluster, baseLines, { left: leftDone.hunks, right: rightDone.hunks });
    assert.ok(rows.every(({ left, right }) => left?.kind === 'context' && left.text === right?.text));
    assert.equal(rows[0]?.left?.newNumber ?? rows[0]?.left?.oldNumber ?? 0, 23);
    assert.equal(rows[0]?.right?.newNumber ?? rows[0]?.right?.oldNumber ?? 0, 21);
  });

  it('leaves room where one side has fewer lines', () => {
    const cluster = clusters[0];
    assert.ok(cluster);
    const rows = splitRows(cluster, baseLines, { left: leftDone.hunks, right: rightDone.hunks });
    assert.ok(rows.some(({ left, right }) => left !== null && right === null));
    assert.ok(rows.some(({ left, right }) => left?.kind === 'removed' && right?.kind === 'added'));
  });
});
