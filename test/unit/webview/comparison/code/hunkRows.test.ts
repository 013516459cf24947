import assert from 'node:assert/strict';
import type { Hunk } from '../../../../../src/core/diff/hunk.ts';
import { changeRows, contextRows } from '../../../../../src/webview/comparison/code/hunkRows.ts';

const base = ['let a = 1;\n', 'let b = 2;\n', 'done();'];

function hunk(part: Partial<Hunk>): Hunk {
  return {
    id: 'left-1-1',
    path: 'a.ts',
    change: 'edit',
    baseStart: 1,
    baseEnd: 2,
    newStart: 4,
    newLines: [],
    newPath: null,
    tier: 'exact',
    edited: false,
    ...part,
  };
}

describe('contextRows', () => {
  it('numbers lines in both texts', () => {
    const rows = contextRows('a.ts', base, { start: 0, end: 2, shift: 3 });
    assert.deepEqual(
      rows.map(({ oldNumber, newNumber, text }) => [oldNumber, newNumber, text]),
      [
        [1, 4, 'let a = 1;'],
        [2, 5, 'let b = 2;'],
      ],
    );
  });
});

describe('changeRows', () => {
  it('puts what goes before what comes, with the changed words marked', () => {
    const rows = changeRows(base, hunk({ newLines: ['let b = 3;\n'] }));
    assert.deepEqual(
      rows.map(({ kind, oldNumber, newNumber, text, marks }) => [
        kind,
        oldNumber,
        newNumber,
        text,
        marks.map(({ start, end }) => text.slice(start, end)),
      ]),
      [
        ['removed', 2, null, 'let b = 2;', ['2']],
        ['added', null, 5, 'let b = 3;', ['3']],
      ],
    );
  });

  it('says where each line comes from', () => {
    const rows = changeRows(base, hunk({ newLines: ['one\n', 'two\n'] }));
    assert.deepEqual(
      rows.map(({ source }) => source),
      [
        { kind: 'base', path: 'a.ts', line: 1 },
        { kind: 'hunk', hunkId: 'left-1-1', line: 0 },
        { kind: 'hunk', hunkId: 'left-1-1', line: 1 },
      ],
    );
  });

  it('shows a change of line endings, which could not be seen otherwise', () => {
    const rows = changeRows(base, hunk({ newLines: ['let b = 2;\r\n'] }));
    assert.deepEqual(
      rows.map(({ text }) => text),
      ['let b = 2;', 'let b = 2;\r'],
    );
    assert.equal(changeRows(['a\r\n'], hunk({ baseStart: 0, baseEnd: 1, newLines: ['b\r\n'] }))[1]?.text, 'b');
  });

  it('says when a text ends without a line ending', () => {
    const rows = changeRows(base, hunk({ baseStart: 2, baseEnd: 3, newLines: ['done();\n'] }));
    assert.deepEqual(
      rows.map(({ endsWithoutNewline }) => endsWithoutNewline),
      [true, false],
    );
  });
});
