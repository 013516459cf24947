import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeText } from '../../../src/core/diff/compose.ts';
import type { Hunk } from '../../../src/core/diff/hunk.ts';
import { splitLines } from '../../../src/core/diff/lines.ts';
import { replacementsFor, type TextReplacement } from '../../../src/host/textReplacements.ts';

function hunk(baseStart: number, baseEnd: number, newText: string): Hunk {
  const newLines = splitLines(newText);
  const place = { path: 'a', newPath: null, baseStart, baseEnd, newStart: baseStart } as const;
  return { id: `${baseStart}`, ...place, change: 'edit', newLines, tier: 'exact', edited: false };
}

function carryOut(text: string, replacements: readonly TextReplacement[]): string {
  return replacements.reduceRight(
    (rest, { start, end, text: added }) => rest.slice(0, start) + added + rest.slice(end),
    text,
  );
}

describe('replacementsFor', () => {
  it('leaves out what stays the same at either end of a hunk', () => {
    const text = 'one\nlet total = 1;\nthree\n';
    assert.deepEqual(replacementsFor(text, [hunk(1, 2, 'let total = 20;\n')]), [{ start: 16, end: 17, text: '20' }]);
  });

  it('writes at the end of a text without a final newline', () => {
    const text = 'one\ntwo';
    const replacements = replacementsFor(text, [hunk(1, 2, 'two\nthree')]);
    assert.equal(carryOut(text, replacements), 'one\ntwo\nthree');
  });

  it('fills an empty text, and empties a text', () => {
    assert.deepEqual(replacementsFor('', [hunk(0, 0, 'one\n')]), [{ start: 0, end: 0, text: 'one\n' }]);
    assert.deepEqual(replacementsFor('one\ntwo\n', [hunk(0, 2, '')]), [{ start: 0, end: 8, text: '' }]);
  });

  it('never separates CR from LF or the halves of a character', () => {
    const text = 'a\r\n\u{1f600}\r\n';
    for (const [start, end, added] of [
      [0, 1, 'a\n'],
      [1, 2, '\u{1f601}\r\n'],
      [0, 2, '\r\n'],
    ] as const) {
      const replacements = replacementsFor(text, [hunk(start, end, added)]);
      assert.equal(carryOut(text, replacements), composeText(text, [hunk(start, end, added)]));
      for (const each of replacements) {
        for (const at of [each.start, each.end]) {
          assert.ok(!(text[at - 1] === '\r' && text[at] === '\n'), `${at} lies between CR and LF`);
          assert.ok(!/^[\udc00-\udfff]/.test(text.slice(at)), `${at} lies within a character`);
        }
      }
    }
  });

  it('makes one edit of hunks that touch, in the order of their lines', () => {
    const text = 'one\ntwo\nthree\n';
    const replacements = replacementsFor(text, [
      hunk(1, 2, 'TWO\n'),
      hunk(1, 1, 'above two\n'),
      hunk(2, 2, 'below two\n'),
    ]);
    assert.equal(replacements.length, 1);
    assert.equal(carryOut(text, replacements), 'one\nabove two\nTWO\nbelow two\nthree\n');
  });

  it('comes to the composed text, whatever the hunks', () => {
    const line = fc
      .tuple(fc.stringMatching(/^[ab\u{1f600}]{0,3}$/u), fc.constantFrom('\n', '\r\n'))
      .map(([text, end]) => text + end);
    const change = fc.record({ keep: fc.nat(2), remove: fc.nat(2), add: fc.array(line, { maxLength: 3 }) });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.boolean(),
        fc.array(change, { maxLength: 4 }),
        (lines, ended, changes) => {
          const text = ended ? lines.join('') : lines.join('').replace(/\r?\n$/, '');
          const total = splitLines(text).length;
          let at = 0;
          const hunks = changes.map(({ keep, remove, add }) => {
            const baseStart = Math.min(at + keep, total);
            const baseEnd = Math.min(baseStart + remove, total);
            at = baseEnd;
            return { ...hunk(baseStart, baseEnd, ''), newLines: add };
          });
          assert.equal(
            carryOut(text, replacementsFor(text, hunks)),
            hunks.length === 0 ? text : composeText(text, hunks),
          );
        },
      ),
    );
  });
});
