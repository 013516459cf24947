import assert from 'node:assert/strict';
import type { ConflictView } from '../../../../../src/shared/comparisonView.ts';
import { conflictLines } from '../../../../../src/webview/comparison/conflicts/conflictLines.ts';

const conflict: ConflictView = {
  hunkId: 'left-1-1',
  hunkIds: ['left-1-1'],
  side: 'left',
  path: 'a.ts',
  line: 7,
  base: ['let a = 1;\n'],
  mine: ['// mine\n', 'let a = 2;\n'],
  theirs: [],
  resolution: null,
};

describe('conflictLines', () => {
  it('number each text from where the conflict is now, and mark what is not as it was', () => {
    const rows = conflictLines(conflict, 'mine');
    assert.deepEqual(
      rows.map(({ newNumber, text, marks }) => [
        newNumber,
        text,
        marks.map(({ start, end }) => text.slice(start, end)),
      ]),
      [
        [7, '// mine', []],
        [8, 'let a = 2;', ['2']],
      ],
    );
    assert.deepEqual(
      conflictLines(conflict, 'base').map(({ text, marks }) => [text, marks.length]),
      [['let a = 1;', 0]],
    );
  });

  it('are none where lines are taken away', () => {
    assert.deepEqual(conflictLines(conflict, 'theirs'), []);
  });
});
