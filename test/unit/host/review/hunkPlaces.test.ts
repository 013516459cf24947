import assert from 'node:assert/strict';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { splitLines } from '../../../../src/core/diff/lines.ts';
import { placeHunks } from '../../../../src/host/review/hunkPlaces.ts';

const base = 'a\nb\nc\nd\ne\n';

function hunk(id: string, baseStart: number, baseEnd: number, newText: string): Hunk {
  const place = { path: 'a.txt', newPath: null, baseStart, baseEnd, newStart: baseStart } as const;
  return { id, ...place, change: 'edit', newLines: splitLines(newText), tier: 'exact', edited: false };
}

const hunks = [hunk('one', 1, 2, 'B\n'), hunk('two', 3, 4, 'D\nD\n')];

function placesIn(currentText: string) {
  return placeHunks(base, currentText, hunks).map(({ hunk: { id }, start, end, isLost }) => ({
    id,
    start,
    end,
    isLost,
  }));
}

describe('placeHunks', () => {
  it('leaves hunks where they are in the text they were made for', () => {
    assert.deepEqual(placesIn(base), [
      { id: 'one', start: 1, end: 2, isLost: false },
      { id: 'two', start: 3, end: 4, isLost: false },
    ]);
  });

  it('moves them along with lines that came above', () => {
    assert.deepEqual(placesIn(`new\n${base}`), [
      { id: 'one', start: 2, end: 3, isLost: false },
      { id: 'two', start: 4, end: 5, isLost: false },
    ]);
  });

  it('says where lines were changed, from top to bottom', () => {
    assert.deepEqual(placesIn('a\nmine\nc\nd\ne\n'), [
      { id: 'one', start: 1, end: 2, isLost: true },
      { id: 'two', start: 3, end: 4, isLost: false },
    ]);
  });

  it('leaves out what the text says already', () => {
    assert.deepEqual(placesIn('a\nB\nc\nd\ne\n'), [{ id: 'two', start: 3, end: 4, isLost: false }]);
  });
});
