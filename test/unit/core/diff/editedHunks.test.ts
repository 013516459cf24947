import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeText } from '../../../../src/core/diff/compose.ts';
import { editedHunks } from '../../../../src/core/diff/editedHunks.ts';
import { anyText, distinctText, forkedTexts } from './arbitraryTexts.ts';
import { hunk, hunksBetween } from './hunks.ts';

const base = 'one\ntwo\nthree\nfour\nfive\nsix\n';
const hunks = [hunk('h1', 1, 2, 'TWO\n'), hunk('h2', 3, 4, 'FOUR\nand more\n', { tier: 'fuzzy' })];
const candidate = 'one\nTWO\nthree\nFOUR\nand more\nfive\nsix\n';

describe('editedHunks', function () {
  this.timeout(60_000);

  it('leaves all as it is when the text did not change', () => {
    assert.equal(editedHunks(hunks, 'a.ts', base, candidate, 'e'), hunks);
  });

  it('keeps the hunks that were not touched, and gives the others new ids and marks', () => {
    const after = editedHunks(hunks, 'a.ts', base, candidate.replace('and more', 'or less'), 'e');
    assert.deepEqual(after, [hunks[0], hunk('e-1', 3, 4, 'FOUR\nor less\n', { edited: true, tier: 'fuzzy' })]);
  });

  it('gives a change of the person’s own a hunk of its own', () => {
    const after = editedHunks(hunks, 'a.ts', base, candidate.replace('six', 'SIX'), 'e');
    assert.deepEqual(after, [
      hunks[0],
      { ...hunks[1], newStart: 3 },
      hunk('e-1', 5, 6, 'SIX\n', { edited: true, newStart: 6 }),
    ]);
  });

  it('drops a hunk whose lines were put back', () => {
    const after = editedHunks(hunks, 'a.ts', base, candidate.replace('TWO', 'two'), 'e');
    assert.deepEqual(after, [hunks[1]]);
  });

  it('keeps a hunk that was only typed beside', () => {
    const after = editedHunks(hunks, 'a.ts', base, candidate.replace('three\n', 'three\nand\n'), 'e');
    assert.deepEqual(after[0], hunks[0]);
    assert.equal(composeText(base, after), candidate.replace('three\n', 'three\nand\n'));
  });

  it('has a created file as one hunk, even an empty one', () => {
    const created = [hunk('h', 0, 0, 'new\n', { change: 'create', path: 'b.ts' })];
    const edited = hunk('e-1', 0, 0, 'newer\n', { change: 'create', path: 'b.ts', edited: true });
    assert.deepEqual(editedHunks(created, 'b.ts', '', 'newer\n', 'e'), [edited]);
    assert.deepEqual(editedHunks(created, 'b.ts', '', '', 'e'), [{ ...edited, newLines: [] }]);
  });

  it('makes a file that was to be deleted and has a text again a changed one', () => {
    const deleted = [hunk('h', 0, 6, '', { change: 'delete' })];
    assert.equal(editedHunks(deleted, 'a.ts', base, '', 'e'), deleted);
    const after = editedHunks(deleted, 'a.ts', base, 'one\n', 'e');
    assert.deepEqual(after, [hunk('e-1', 1, 6, '', { edited: true })]);
  });

  it('leaves other files and a rename of this one alone', () => {
    const rename = hunk('r', 0, 0, '', { change: 'rename', newPath: 'b.ts' });
    const other = hunk('o', 0, 1, 'x\n', { path: 'c.ts' });
    const after = editedHunks([rename, ...hunks, other], 'a.ts', base, candidate.replace('TWO', 'Two'), 'e');
    assert.deepEqual(
      after.map(({ id }) => id),
      ['r', 'e-1', 'h2', 'o'],
    );
  });

  it('comes to the edited text, and keeps every hunk that the person’s changes do not touch', () => {
    fc.assert(
      fc.property(fc.oneof(forkedTexts(anyText), forkedTexts(distinctText)), ([middle, text, edited]) => {
        const before = hunksBetween(text, middle);
        const after = editedHunks(before, 'a.ts', text, edited, 'e');
        assert.equal(composeText(text, after), edited);
        assert.equal(new Set(after.map(({ id }) => id)).size, after.length);
        for (const one of after) {
          const former = before.find(({ id }) => id === one.id);
          assert.equal(one.edited, former === undefined);
          assert.ok(former === undefined || former.newLines.join('') === one.newLines.join(''));
        }
        for (const [index, one] of after.entries()) {
          assert.ok(one.baseStart >= (after[index - 1]?.baseEnd ?? 0), 'from top to bottom, none overlapping');
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
