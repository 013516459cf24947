import assert from 'node:assert/strict';
import fastCheck from 'fast-check';
import type { Hunk } from '../../../../../src/core/diff/hunk.ts';
import { fileSections } from '../../../../../src/webview/comparison/code/fileSections.ts';

function hunk(baseStart: number, baseEnd: number, newStart: number, count: number): Hunk {
  const newLines = Array.from({ length: count }, (_, line) => `new ${line}\n`);
  return {
    id: `left-1-${baseStart}`,
    path: 'a.ts',
    change: 'edit',
    baseStart,
    baseEnd,
    newStart,
    newLines,
    newPath: null,
    tier: 'exact',
    edited: false,
  };
}

describe('fileSections', () => {
  it('begins with a new name, which has no lines around it', () => {
    const rename: Hunk = { ...hunk(0, 0, 0, 0), id: 'left-1-9', change: 'rename', newPath: 'b.ts' };
    const sections = fileSections('a.ts', 100, [hunk(50, 51, 50, 2), rename]);
    const nothing = { start: 0, end: 0, shift: 0 };
    assert.deepEqual(sections[0], { kind: 'hunk', hunk: rename, before: nothing, after: nothing });
    assert.deepEqual(sections.slice(1), fileSections('a.ts', 100, [hunk(50, 51, 50, 2)]));
    assert.deepEqual(fileSections('a.ts', 100, [rename]), sections.slice(0, 1));
  });

  it('shows three lines around a hunk and folds the rest', () => {
    assert.deepEqual(fileSections('a.ts', 100, [hunk(50, 51, 50, 2)]), [
      { kind: 'gap', key: 'a.ts:0', place: 'top', lines: { start: 0, end: 47, shift: 0 } },
      {
        kind: 'hunk',
        hunk: hunk(50, 51, 50, 2),
        before: { start: 47, end: 50, shift: 0 },
        after: { start: 51, end: 54, shift: 1 },
      },
      { kind: 'gap', key: 'a.ts:54', place: 'bottom', lines: { start: 54, end: 100, shift: 1 } },
    ]);
  });

  it('does not fold what takes no more room than a fold', () => {
    const kinds = (count: number, ...hunks: readonly Hunk[]) =>
      fileSections('a.ts', count, hunks).map(({ kind }) => kind);
    assert.deepEqual(kinds(14, hunk(6, 7, 6, 1)), ['hunk', 'gap']);
    assert.deepEqual(kinds(13, hunk(6, 7, 6, 1)), ['hunk']);
    assert.deepEqual(kinds(17, hunk(0, 1, 0, 1), hunk(10, 11, 10, 1)), ['hunk', 'hunk']);
    assert.deepEqual(kinds(18, hunk(0, 1, 0, 1), hunk(11, 12, 11, 1)), ['hunk', 'gap', 'hunk']);
  });

  it('is one hunk for a created file', () => {
    assert.deepEqual(
      fileSections('a.ts', 0, [hunk(0, 0, 0, 3)]).map(({ kind }) => kind),
      ['hunk'],
    );
  });

  it('covers every line of the base text exactly once', () => {
    const gaps = fastCheck.array(fastCheck.tuple(fastCheck.nat(30), fastCheck.nat(5), fastCheck.nat(5)), {
      minLength: 1,
    });
    fastCheck.assert(
      fastCheck.property(gaps, fastCheck.nat(30), (pieces, rest) => {
        let base = 0;
        let next = 0;
        const hunks = pieces.map(([gap, removed, added]) => {
          base += gap + 1;
          next += gap + 1;
          const made = hunk(base, base + removed, next, added);
          base += removed;
          next += added;
          return made;
        });
        const count = base + rest;
        const lines = fileSections('a.ts', count, hunks).flatMap((section) =>
          section.kind === 'gap'
            ? [section.lines]
            : [section.before, { start: section.hunk.baseStart, end: section.hunk.baseEnd }, section.after],
        );
        assert.equal(lines[0]?.start, 0);
        assert.equal(lines.at(-1)?.end, count);
        lines.forEach(({ end }, index) => {
          const following = lines[index + 1];
          if (following !== undefined) assert.equal(following.start, end);
        });
      }),
    );
  });
});
