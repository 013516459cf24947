import assert from 'node:assert/strict';
import { composeText, hunksByPath } from '../../../../src/core/diff/compose.ts';
import { hunk } from './hunks.ts';

describe('composeText', () => {
  const base = 'a\nb\nc\n';

  it('puts hunks in their places, in whatever order they come', () => {
    const hunks = [hunk('3', 2, 3, 'C\n'), hunk('1', 0, 0, 'top\n'), hunk('2', 1, 2, '')];
    assert.equal(composeText(base, hunks), 'top\na\nC\n');
    assert.equal(composeText(base, []), base);
  });

  it('puts an insertion above the changed line that it stands before, and below the one it stands after', () => {
    assert.equal(composeText(base, [hunk('1', 1, 2, 'B\n'), hunk('2', 1, 1, 'new\n')]), 'a\nnew\nB\nc\n');
    assert.equal(composeText(base, [hunk('1', 2, 2, 'new\n'), hunk('2', 1, 2, 'B\n')]), 'a\nB\nnew\nc\n');
  });
});

describe('hunksByPath', () => {
  it('keeps the order of files and of their hunks', () => {
    const hunks = [hunk('1', 4, 5, ''), hunk('2', 0, 1, '', { path: 'b.ts' }), hunk('3', 1, 2, '')];
    assert.deepEqual(
      [...hunksByPath(hunks)].map(([path, own]) => [path, own.map(({ id }) => id)]),
      [
        ['a.ts', ['1', '3']],
        ['b.ts', ['2']],
      ],
    );
  });
});
