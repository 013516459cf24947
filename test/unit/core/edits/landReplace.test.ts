import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gitText } from '../diff/arbitraryTexts.ts';
import { edited } from './sourceFiles.ts';

type Case = readonly [title: string, text: string, oldText: string, newText: string, expected: string, tier: string];

const landing: readonly Case[] = [
  ['a piece of a line', 'let max = 1;\n', 'max = 1', 'max = 2', 'let max = 2;\n', 'exact'],
  ['several lines', 'a\nb\nc\nd\n', 'b\nc\n', 'x\n', 'a\nx\nd\n', 'exact'],
  ['nothing in the place of a line', 'a\nb\nc\n', 'b\n', '', 'a\nc\n', 'exact'],
  ['dollar signs as they are', 'a b c', 'b', "$& $1 $` $' $$", "a $& $1 $` $' $$ c", 'exact'],
  ['within CRLF text, with CRLF', 'a\r\nb\r\nc\r\n', 'a\nb', 'a\nx\nb', 'a\r\nx\r\nb\r\nc\r\n', 'exact'],
  ['within mixed text, touching nothing else', 'a\r\nb\nc\nd\n', 'a\nb', 'a\nB', 'a\r\nB\nc\nd\n', 'exact'],
  ['after a byte order mark', '\uFEFFa\nb\n', 'a\n', 'A\n', '\uFEFFA\nb\n', 'exact'],
  ['the final newline, when that is what is asked for', 'a\nb\n', 'b\n', 'b', 'a\nb', 'exact'],
  ['a last line without newline', 'a\nb', 'b\n', 'B\n', 'a\nB', 'exact'],
  ['lines that lost blanks at their ends', 'a  \nb\t\nc\n', 'a\nb\n', 'x\n', 'x\nc\n', 'whitespace'],
  [
    'lines that lost their indentation',
    '    if (a) {\n      b();\n    }\n',
    'if (a) {\n  b();\n}',
    'if (a) {\n  if (c) {\n    b();\n  }\n}',
    '    if (a) {\n      if (c) {\n        b();\n      }\n    }\n',
    'indentation',
  ],
  [
    'lines with spaces for tabs',
    '\tif (a)\n\t\tb();\n',
    '    if (a)\n        b();\n',
    '    if (a)\n        c();\n',
    '\tif (a)\n\t\tc();\n',
    'indentation',
  ],
  [
    'lines with plain punctuation for typographic',
    'x = “it’s” — yes…\n',
    'x = "it\'s" - yes...\n',
    'x = 1\n',
    'x = 1\n',
    'punctuation',
  ],
];

describe('landReplace', () => {
  for (const [title, text, oldText, newText, expected, tier] of landing) {
    it(`replaces ${title}`, () => {
      const result = edited(text, { kind: 'replace', path: 'src/a.ts', oldText, newText });
      assert.equal(result.text, expected);
      assert.deepEqual(result.outcome, { kind: 'landed', path: 'src/a.ts', tier, failures: [] });
    });
  }

  const failing: readonly (readonly [string, string, string, string, RegExp])[] = [
    [
      'text that is nowhere',
      'one\ntwo\nthree\n',
      'two\nfour\n',
      'x',
      /not found. The nearest place is line 2:\n {5}2\ttwo/,
    ],
    ['text that occurs several times', 'a\nb\na\nb\n', 'a\n', 'x', /2 times, on lines 1 and 3/],
    ['text that overlaps itself', 'aaa', 'aa', 'x', /2 times/],
    ['lines that occur several times but for blanks', 'a \nb\na\t\n', 'a\n', 'x\n', /2 times, on lines 1 and 3/],
    ['text in another case', 'Alpha\n', 'alpha', 'x', /not found/],
    ['a piece of a line that differs', 'let max = 1;\n', 'max  = 1', 'x', /not found/],
    ['new text that is less indented than is taken off', '  a\n', '    a\n', 'b\n', /indented differently at line 1/],
    [
      'more places than anybody wants to read of',
      'a\n'.repeat(99),
      'a\n',
      'x',
      /99 times, on lines 1, 2, .* 10 and 89 more\./,
    ],
  ];
  for (const [title, text, oldText, newText, reason] of failing) {
    it(`refuses ${title}, and changes nothing`, () => {
      const result = edited(text, { kind: 'replace', path: 'src/a.ts', oldText, newText });
      assert.equal(result.text, text);
      assert.match(result.outcome.kind === 'failed' ? result.outcome.reason : 'landed', reason);
    });
  }

  it('replaces a piece that occurs once, and keeps every byte around it', () => {
    fc.assert(
      fc.property(gitText, gitText, (before, after) => {
        const end = after.replace(/^\uFEFF/, '');
        const text = `${before}@old@${end}`;
        const result = edited(text, { kind: 'replace', path: 'src/a.ts', oldText: '@old@', newText: '@new$&@' });
        assert.equal(result.text, `${before}@new$&@${end}`);
      }),
      { numRuns: 10_000 },
    );
  });

  it('passes over blank lines that the model copied around a block', () => {
    const result = edited('    one\n    two\n    three\n', {
      kind: 'replace',
      path: 'src/a.ts',
      oldText: '\n  one\n  two\n',
      newText: '  new one\n  new two\n',
    });
    assert.equal(result.text, '    new one\n    new two\n    three\n');
  });
});
