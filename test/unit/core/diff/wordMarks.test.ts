import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markWords } from '../../../../src/core/diff/wordMarks.ts';
import { lineText } from './arbitraryTexts.ts';

/** The marked pieces of each line. */
function marked(oldLines: readonly string[], newLines: readonly string[]) {
  const marks = markWords(oldLines, newLines);
  const pieces = (lines: readonly string[], ranges: (typeof marks)['old']) =>
    lines.map((line, index) => (ranges[index] ?? []).map(({ start, end }) => line.slice(start, end)));
  return { old: pieces(oldLines, marks.old), new: pieces(newLines, marks.new) };
}

describe('markWords', function () {
  this.timeout(60_000);

  it('marks the words that differ', () => {
    assert.deepEqual(marked(['  const total = price + tax;\n'], ['  const total = price * tax;\n']), {
      old: [['+']],
      new: [['*']],
    });
    assert.deepEqual(marked(['call(first, second)'], ['call(first, other, second)']), {
      old: [[]],
      new: [['other, ']],
    });
  });

  it('marks what lies between two changed words along with them, if it is only blanks', () => {
    assert.deepEqual(marked(['return the old value here;'], ['return a new value here;']), {
      old: [['the old']],
      new: [['a new']],
    });
  });

  it('does not look at terminators', () => {
    assert.deepEqual(marked(['a b c\r\n'], ['a b c\n']), { old: [[]], new: [[]] });
    assert.deepEqual(marked(['a b c d\r\n'], ['a b c e\n']), { old: [['d']], new: [['e']] });
  });

  it('marks nothing in lines that have little in common', () => {
    assert.deepEqual(marked(['for (const item of basket) {'], ['return 0;']), { old: [[]], new: [[]] });
  });

  it('pairs the lines that are alike when there are more on one side', () => {
    const oldLines = ['const price = item.price;\n', 'return price;\n'];
    const newLines = [
      'if (!item) throw new Error();\n',
      'const price = item.cost;\n',
      '// done\n',
      'return price ?? 0;\n',
    ];
    assert.deepEqual(marked(oldLines, newLines), {
      old: [['price'], []],
      new: [[], ['cost'], [], [' ?? 0']],
    });
  });

  it('does not mark indentation', () => {
    assert.deepEqual(marked(['return value;'], ['    return value;']), { old: [[]], new: [[]] });
    assert.deepEqual(marked(['\treturn first;'], ['      return second;']), { old: [['first']], new: [['second']] });
  });

  it('marks nothing where only signs and tiny words are in both', () => {
    assert.deepEqual(marked(['  if (a.is(b)) {'], ['  for (const a of is) {']), { old: [[]], new: [[]] });
    assert.deepEqual(marked(['});'], ['})']), { old: [[';']], new: [[]] });
  });

  it('marks only what is alike when one line becomes several', () => {
    const newLines = [
      'const prices = items.map((item) => {\n',
      '  if (item.price === undefined) return 0;\n',
      '  return item.price * item.count;\n',
      '});\n',
    ];
    assert.deepEqual(marked(['const prices = items.map((item) => item.price);\n'], newLines), {
      old: [['item.price);']],
      new: [['{'], [], [], []],
    });
  });

  it('marks whole words', () => {
    assert.deepEqual(marked(['const basketTotal = sum(items);'], ['const basketTotals = sum(items);']), {
      old: [['basketTotal']],
      new: [['basketTotals']],
    });
  });

  it('joins long changes that a sign or a short word keeps apart, but not short ones', () => {
    assert.deepEqual(marked(['const total = window.document + offset;'], ['const total = global.elements + offset;']), {
      old: [['window.document']],
      new: [['global.elements']],
    });
    assert.deepEqual(marked(['const sum = add(a, b) + offset;'], ['const sum = add(x, y) + offset;']), {
      old: [['a', 'b']],
      new: [['x', 'y']],
    });
  });

  it('never splits a character in two', () => {
    assert.deepEqual(marked(['say("\u{1F600}", loudly)'], ['say("\u{1F601}", loudly)']), {
      old: [['\u{1F600}']],
      new: [['\u{1F601}']],
    });
    assert.deepEqual(marked(['const Größe = alt'], ['const Größe = neu']), { old: [['alt']], new: [['neu']] });
  });

  it('leaves very long lines unmarked', () => {
    const long = 'x = 1; '.repeat(2000);
    assert.deepEqual(marked([long], [`${long}y`]), { old: [[]], new: [[]] });
  });

  it('marks stretches in order, behind the indentation and within their lines', () => {
    const lines = fc.array(
      fc.tuple(lineText, lineText).map((parts) => parts.join(' ')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, lines, (oldLines, newLines) => {
        const marks = markWords(oldLines, newLines);
        assert.deepEqual([marks.old.length, marks.new.length], [oldLines.length, newLines.length]);
        for (const [lines, ranges] of [
          [oldLines, marks.old],
          [newLines, marks.new],
        ] as const) {
          for (const [index, line] of lines.entries()) {
            let last = line.length - line.trimStart().length;
            for (const { start, end } of ranges[index] ?? []) {
              assert.ok(start >= last && end > start && end <= line.length);
              last = end;
            }
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('takes hunks of thousands of lines', () => {
    const oldLines = Array.from({ length: 5000 }, (_, index) => `const value${index} = ${index};\n`);
    const newLines = oldLines.map((line) => line.replace('const', 'let'));
    assert.deepEqual(marked(oldLines, newLines).new[4999], ['let']);
  });
});
