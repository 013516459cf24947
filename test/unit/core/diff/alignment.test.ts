import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collide, relate, relateAll } from '../../../../src/core/diff/alignment.ts';
import { composeText } from '../../../../src/core/diff/compose.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { splitLines } from '../../../../src/core/diff/lines.ts';
import { editedPair, gitText, lineText } from './arbitraryTexts.ts';
import { hunk, hunksBetween } from './hunks.ts';

const rename = (id: string, newPath: string) => hunk(id, 0, 0, '', { change: 'rename', newPath });

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
  ['the same change found differently', hunk('l', 1, 2, 'x\n'), hunk('r', 1, 2, 'x\n', { tier: 'fuzzy' }), 'agrees'],
  ['the same change typed by the person', hunk('l', 1, 2, 'x\n'), hunk('r', 1, 2, 'x\n', { edited: true }), 'agrees'],
  ['a rename and a change of the same file', rename('l', 'b.ts'), hunk('r', 0, 2, 'x\n'), null],
  ['a rename and an insertion at the top', rename('l', 'b.ts'), hunk('r', 0, 0, 'x\n'), null],
  ['the same rename', rename('l', 'b.ts'), rename('r', 'b.ts'), 'agrees'],
  ['two renames to different places', rename('l', 'b.ts'), rename('r', 'c.ts'), 'conflicts'],
  ['renaming and deleting a file', rename('l', 'b.ts'), hunk('r', 0, 9, '', { change: 'delete' }), 'conflicts'],
  [
    'a rename to where a file is created',
    rename('l', 'b.ts'),
    hunk('r', 0, 0, 'x\n', { path: 'b.ts', change: 'create' }),
    'conflicts',
  ],
  ['a rename to where a file is changed', rename('l', 'b.ts'), hunk('r', 0, 1, 'x\n', { path: 'b.ts' }), 'conflicts'],
  ['renames of two files to one place', rename('l', 'c.ts'), { ...rename('r', 'c.ts'), path: 'b.ts' }, 'conflicts'],
  ['renames of two files', rename('l', 'c.ts'), { ...rename('r', 'd.ts'), path: 'b.ts' }, null],
  ['renames that follow each other', rename('l', 'b.ts'), { ...rename('r', 'c.ts'), path: 'b.ts' }, null],
  [
    'a rename to where a file is deleted',
    rename('l', 'b.ts'),
    hunk('r', 0, 9, '', { path: 'b.ts', change: 'delete' }),
    null,
  ],
  [
    'both deleting a file',
    hunk('l', 0, 9, '', { change: 'delete' }),
    hunk('r', 0, 9, '', { change: 'delete' }),
    'agrees',
  ],
];

describe('alignment', function () {
  this.timeout(60_000);

  for (const [title, one, other, kind] of cases) {
    it(`calls ${title} ${kind ?? 'unrelated'}, seen from either side`, () => {
      const relationTo = (hunkId: string) => (kind === null ? [] : [{ kind, hunkId }]);
      assert.deepEqual(relate(one, [other]), relationTo('r'));
      assert.deepEqual(relate(other, [one]), relationTo('l'));
      assert.deepEqual(relateAll([one], [other]).get('l'), relationTo('r'));
      assert.deepEqual(relateAll([other], [one]).get('r'), relationTo('l'));
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
      { numRuns: 10_000 },
    );
  });

  it('finds the same relations for all hunks at once as for each alone', () => {
    const change = fc.constantFrom('edit', 'edit', 'edit', 'edit', 'create', 'delete', 'rename');
    const path = fc.constantFrom('a.ts', 'b.ts');
    const form = fc.record({ change, path, target: path, start: fc.nat(6), removed: fc.nat(3), text: lineText });
    const side = fc.array(fc.tuple(form, fc.constantFrom('', '\n')), { maxLength: 8 });
    fc.assert(
      fc.property(side, side, (left, right) => {
        const [one, other] = [left, right].map((forms, index) =>
          forms.map(([{ target, start, removed, text, ...rest }, ending], place) => {
            const id = `${index}-${place}`;
            const newPath = rest.change === 'rename' ? target : null;
            return hunk(id, start, start + removed, newPath === null ? text + ending : '', { ...rest, newPath });
          }),
        );
        assert.ok(one && other);
        const all = relateAll(one, other);
        for (const single of one) {
          assert.deepEqual(all.get(single.id), relate(single, other));
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
