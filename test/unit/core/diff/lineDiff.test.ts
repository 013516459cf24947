import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeText } from '../../../../src/core/diff/compose.ts';
import type { LineChange } from '../../../../src/core/diff/hunk.ts';
import { diffLines } from '../../../../src/core/diff/lineDiff.ts';
import { splitLines } from '../../../../src/core/diff/lines.ts';
import { anyText, editedPair } from './arbitraryTexts.ts';

function ranges(changes: readonly LineChange[]): readonly (readonly [number, number, string])[] {
  return changes.map((change) => [change.baseStart, change.baseEnd, change.newLines.join('')]);
}

describe('diffLines', function () {
  this.timeout(60_000);

  it('gives the new text when all changes are applied, and changes that are in order and never touch', () => {
    fc.assert(
      fc.property(editedPair(anyText), ([base, next]) => {
        const changes = diffLines(base, next);
        assert.equal(composeText(base, changes), next);
        assert.equal(composeText(base, []), base);
        const nextLines = splitLines(next);
        for (const [index, change] of changes.entries()) {
          const before = changes[index - 1];
          assert.ok(before === undefined || change.baseStart > before.baseEnd);
          assert.ok(change.baseEnd > change.baseStart || change.newLines.length > 0);
          const inNext = nextLines.slice(change.newStart, change.newStart + change.newLines.length);
          assert.deepEqual(inNext, change.newLines);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('keeps every byte outside the changes', () => {
    const base = '\uFEFFa\tb\r\nc \u{1F600}\nd\re';
    assert.deepEqual(ranges(diffLines(base, base.replace('c ', 'C '))), [[1, 2, 'C \u{1F600}\n']]);
    assert.deepEqual(ranges(diffLines(base, `${base}\n`)), [[3, 4, 'e\n']]);
    assert.deepEqual(ranges(diffLines('a\nb\n', 'a\r\nb\n')), [[0, 1, 'a\r\n']]);
  });

  it('finds nothing in equal texts and one change in texts without a common line', () => {
    assert.deepEqual(diffLines('a\n', 'a\n'), []);
    assert.deepEqual(ranges(diffLines('', 'a\nb')), [[0, 0, 'a\nb']]);
    assert.deepEqual(ranges(diffLines('a\nb', '')), [[0, 2, '']]);
    assert.deepEqual(ranges(diffLines('a\nb\nc\n', 'x\ny\n')), [[0, 3, 'x\ny\n']]);
  });

  it('inserts a function as a whole and not from brace to brace', () => {
    const base = 'function a() {\n  one();\n}\n\nfunction c() {\n  three();\n}\n';
    const next = 'function a() {\n  one();\n}\n\nfunction b() {\n  two();\n}\n\nfunction c() {\n  three();\n}\n';
    assert.deepEqual(ranges(diffLines(base, next)), [[4, 4, 'function b() {\n  two();\n}\n\n']]);
    assert.deepEqual(ranges(diffLines(next, base)), [[4, 8, '']]);
  });

  it('inserts an entry of a list as a whole', () => {
    const base = 'list = [\n  {\n    a: 1,\n  },\n  {\n    c: 3,\n  },\n]\n';
    const next = 'list = [\n  {\n    a: 1,\n  },\n  {\n    b: 2,\n  },\n  {\n    c: 3,\n  },\n]\n';
    assert.deepEqual(ranges(diffLines(base, next)), [[4, 4, '  {\n    b: 2,\n  },\n']]);
  });

  it('keeps two small changes apart, and joins rewritten passages with only a brace between', () => {
    assert.equal(diffLines('a\n}\nb\n', 'A\n}\nB\n').length, 2);
    const base = 'one\ntwo\nthree\n}\n\nfour\nfive\nsix\nend\n';
    const next = 'uno\ndos\ntres\n}\n\ncuatro\ncinco\nseis\nend\n';
    assert.deepEqual(ranges(diffLines(base, next)), [[0, 8, next.slice(0, -4)]]);
  });

  it('holds on to lines that occur once instead of to braces', () => {
    const base = 'void one() {\n  a();\n}\n\nvoid two() {\n  b();\n}\n';
    const next = 'void two() {\n  b();\n}\n\nvoid three() {\n  c();\n}\n';
    const kept = splitLines(base).filter((_, line) =>
      diffLines(base, next).every((change) => line < change.baseStart || line >= change.baseEnd),
    );
    assert.ok(kept.includes('void two() {\n') && kept.includes('  b();\n'));
  });

  it('still gives the new text where its bound cuts the search short', () => {
    const random = (seed: number) => (seed * 7919 + 104_729) % 1009;
    const base = Array.from({ length: 6000 }, (_, index) => `${random(index) % 7}\n`).join('');
    const next = Array.from({ length: 6000 }, (_, index) => `${random(index * 31 + 5) % 7}\n`).join('');
    assert.equal(composeText(base, diffLines(base, next)), next);
  });

  it('gives the same changes for the same texts', () => {
    fc.assert(
      fc.property(editedPair(anyText), ([base, next]) => {
        assert.deepEqual(diffLines(base, next), diffLines(base, next));
      }),
      { numRuns: 10_000 },
    );
  });
});
