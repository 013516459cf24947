import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collide, relate } from '../../../../src/core/diff/alignment.ts';
import { composeText } from '../../../../src/core/diff/compose.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { splitLines } from '../../../../src/core/diff/lines.ts';
import { editedPair, gitText } from './arbitraryTexts.ts';
import { hunk, hunksBetween } from './hunks.ts';

const cases: readonly (readonly [string, Hunk, Hunk, 'agrees' | 'conflicts' | null])[] = [
  ['the same change of the same lines', hunk('l', 1, 3, 'x\n'), hunk('r', 1, 3, 'x\n'), 'agrees'],
  ['the same insertion', hunk('l', 2, 2, 'x\n'), hunk('r', 2, 2, 'x\n'), 'agrees'],
  ['the same deletion', hunk('l', 2, 3, ''), hunk('r', 2, 3, ''), 'agrees'],
  ['another text for the same lines', hunk('l', 1, 3, 'x\n'), hunk('r', 1, 3, 'y\n'), 'conflicts'],
  ['the same text with another line ending', hunk('l', 1, 2, 'x\n'), hunk('r', 1, 2, 'x\r\n'), 'conflicts'],
  ['overlapping lines', hunk('l', 1, 3, 'x\n'), hunk('r', 2, 5, 'x\n'), 'conflicts'],
  ['lines side by side', hunk('l', 1, 3, 'x\n'), hunk('r', 3, 5, 'y\n'), null],
  ['two insertions at one place', hunk('l', 2, 2, 'x\n'), hunk('r', 2, 2, 'y\n'), 'conflicts'],
  ['insertions at two places', hunk('l', 2, 2, 'x\n'), hunk('r', 3, 3, 'x\n'), null],
  ['an insertion within replaced lines', hunk('l', 1, 3, 'x\n'), hunk('r', 2, 2, 'y\n'), 'conflicts'],
  ['an insertion above replaced lines', hunk('l', 1, 3, 'x\n'), hunk('r', 1, 1, 'y\n'), null],
  ['an insertion below replaced lines', hunk('l', 1, 3, 'x\n'), hunk('r', 3, 3, 'y\n'), null],
  ['an insertion below a line that loses its end', hunk('l', 1, 2, 'x'), hunk('r', 2, 2, 'y\n'), 'conflicts'],
  ['a deletion below a line that loses its end', hunk('l', 1, 2, 'x'), hunk('r', 2, 3, ''), null],
  ['the same lines of another file', hunk('l', 1, 2, 'x\n'), hunk('r', 1, 2, 'y\n', { path: 'b.ts' }), null],
  [
    'two different new files',
    hunk('l', 0, 0, 'x\n', { change: 'create' }),
    hunk('r', 0, 0, 'y\n', { change: 'create' }),
    'conflicts',
  ],
  [
    'the same new file',
    hunk('l', 0, 0, 'x\n', { change: 'create' }),
    hunk('r', 0, 0, 'x\n', { change: 'create' }),
    'agrees',
  ],
  ['deleting and changing a file', hunk('l', 0, 9, '', { change: 'delete' }), hunk('r', 8, 8, 'x\n'), 'conflicts'],
  ['deleting and emptying a file', hunk('l', 0, 9, '', { change: 'delete' }), hunk('r', 0, 9, ''), 'conflicts'],
  [
    'both deleting a file',
    hunk('l', 0, 9, '', { change: 'delete' }),
    hunk('r', 0, 9, '', { change: 'delete' }),
    'agrees',
  ],
];

describe('alignment', () => {
  for (const [title, one, other, kind] of cases) {
    it(`calls ${title} ${kind ?? 'unrelated'}, seen from either side`, () => {
      const relationTo = (hunkId: string) => (kind === null ? [] : [{ kind, hunkId }]);
      assert.deepEqual(relate(one, [other]), relationTo('r'));
      assert.deepEqual(relate(other, [one]), relationTo('l'));
      assert.equal(collide(one, other), kind !== null);
      assert.equal(collide(other, one), kind !== null);
    });
  }

  it('lets hunks that do not collide be applied together, each having its full effect', () => {
    fc.assert(
      fc.property(editedPair(gitText), editedPair(gitText), ([base, next], [, otherNext]) => {
        const left = hunksBetween(base, next, 'left');
        for (const right of hunksBetween(base, otherNext, 'right')) {
          const beside = left.filter((hunkOfLeft) => !collide(hunkOfLeft, right));
          const composed = composeText(base, [right, ...beside]);
          const others = left.filter((hunkOfLeft) => collide(hunkOfLeft, right)).length;
          assert.equal(relate(right, left).length, others);
          const expected =
            splitLines(base).length +
            [right, ...beside].reduce((sum, one) => sum + one.newLines.length - (one.baseEnd - one.baseStart), 0);
          assert.equal(splitLines(composed).length, expected, 'no two lines stick together');
        }
      }),
      { numRuns: 500 },
    );
  });
});
