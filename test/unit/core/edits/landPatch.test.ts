import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitLines } from '../../../../src/core/diff/lines.ts';
import { anyText, editedPair, gitText, lineText } from '../diff/arbitraryTexts.ts';
import { hunksBetween } from '../diff/hunks.ts';
import { edited } from './sourceFiles.ts';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly diff: string;
  readonly expected: string;
  readonly tier?: string;
}

const classes = 'class A:\n    def run(self):\n        pass\n\nclass B:\n    def run(self):\n        pass\n';
const service = 'import os\n\ndef main():\n    print(1)\n\nif True:\n    main()\n';

const landing: readonly Case[] = [
  { title: 'a replacement without @@', text: 'a\nb\n', diff: '-a\n+A\n', expected: 'A\nb\n' },
  {
    title: 'a replacement with kept lines around',
    text: 'a\nb\nc\n',
    diff: '@@\n a\n-b\n+B\n c\n',
    expected: 'a\nB\nc\n',
  },
  {
    title: 'a deletion below an anchor',
    text: 'keep\ngone\nstay\n',
    diff: '@@ keep\n-gone\n stay',
    expected: 'keep\nstay\n',
  },
  {
    title: 'several sections in order',
    text: service,
    diff: '@@\n import os\n+import sys\n@@ def main():\n-    print(1)\n+    print(2)\n@@ if True:\n-    main()\n+    sys.exit(main())\n',
    expected: 'import os\nimport sys\n\ndef main():\n    print(2)\n\nif True:\n    sys.exit(main())\n',
  },
  {
    title: 'sections out of order, as long as each fits one place',
    text: 'a\nb\nc\nd\n',
    diff: '@@\n-d\n+D\n@@\n-a\n+A\n',
    expected: 'A\nb\nc\nD\n',
  },
  {
    title: 'sections that share a kept line',
    text: 'a\nb\nc\n',
    diff: '@@\n-a\n+A\n b\n@@\n b\n-c\n+C\n',
    expected: 'A\nb\nC\n',
  },
  {
    title: 'the first of equal places below its anchor',
    text: classes,
    diff: '@@ class B:\n-        pass\n+        go()\n',
    expected: classes.replace(/pass\n$/, 'go()\n'),
  },
  {
    title: 'stacked anchors, each below the one before',
    text: classes,
    diff: '@@ class A:\n@@     def run(self):\n-        pass\n+        one()\n@@ class B:\n@@     def run(self):\n-        pass\n+        two()\n',
    expected: classes.replace('pass', 'one()').replace('pass', 'two()'),
  },
  {
    title: 'an anchor that its own first line repeats',
    text: classes,
    diff: '@@ class B:\n class B:\n     def run(self):\n-        pass\n+        go()\n',
    expected: classes.replace(/pass\n$/, 'go()\n'),
  },
  {
    title: 'the same anchor for two sections',
    text: 'class A:\n    a = 1\n    b = 1\n    c = 1\n',
    diff: '@@ class A:\n-    a = 1\n+    a = 2\n@@ class A:\n-    c = 1\n+    c = 2\n',
    expected: 'class A:\n    a = 2\n    b = 1\n    c = 2\n',
  },
  {
    title: 'an anchor that is only the beginning of a line',
    text: classes,
    diff: '@@ class B\n-        pass\n+        go()\n',
    expected: classes.replace(/pass\n$/, 'go()\n'),
  },
  {
    title: 'anchors that are nowhere, if the lines fit one place',
    text: 'a\nb\n',
    diff: '@@ nope\n@@ also not\n-b\n+B',
    expected: 'a\nB\n',
  },
  {
    title: 'line numbers in place of an anchor',
    text: 'one\ntwo\n',
    diff: '@@ -1,2 +1,2 @@\n one\n-two\n+2\n',
    expected: 'one\n2\n',
  },
  {
    title: 'a unified diff with its headers',
    text: 'one\ntwo\n',
    diff: '--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@ one\n one\n-two\n+2\n',
    expected: 'one\n2\n',
  },
  { title: 'an empty line for an empty kept line', text: 'a\n\nb\n', diff: '@@\n a\n\n-b\n+B\n', expected: 'a\n\nB\n' },
  {
    title: 'a last empty line that is only the end of the diff',
    text: 'a\nb\n',
    diff: '@@\n-a\n+A\n b\n \n',
    expected: 'A\nb\n',
  },
  { title: 'lines added to an empty file', text: '', diff: '@@\n+hello\n+world', expected: 'hello\nworld\n' },
  {
    title: 'lines added right below an anchor',
    text: classes,
    diff: '@@ class B:\n+    x = 1\n',
    expected: classes.replace('class B:\n', 'class B:\n    x = 1\n'),
  },
  { title: 'lines added at the end', text: 'a\nb\n', diff: '@@\n+c\n*** End of File\n', expected: 'a\nb\nc\n' },
  {
    title: 'the last of equal places at the end of the file',
    text: '}\na\n}\n',
    diff: '@@\n-}\n+});\n*** End of File\n',
    expected: '}\na\n});\n',
  },
  {
    title: 'lines that begin with a minus themselves',
    text: '- a\n- b\n',
    diff: ' - a\n-- b\n+- c\n',
    expected: '- a\n- c\n',
  },
  { title: 'dollar signs as they are', text: 'a\n', diff: "-a\n+$& $1 $$ $'\n", expected: "$& $1 $$ $'\n" },
  {
    title: 'a text without final newline, and leaves it so',
    text: 'a\nb',
    diff: '@@\n a\n-b\n+B\n+c\n',
    expected: 'a\nB\nc',
  },
  {
    title: 'a text with CRLF, with CRLF',
    text: 'a\r\nb\r\nc\r\n',
    diff: '@@\n a\n-b\n+B\n+BB\n',
    expected: 'a\r\nB\r\nBB\r\nc\r\n',
  },
  {
    title: 'a text with mixed endings, touching nothing else',
    text: 'a\r\nb\nc\r\nd\n',
    diff: '@@\n a\n-b\n+B\n c\n',
    expected: 'a\r\nB\nc\r\nd\n',
  },
  { title: 'a text with byte order mark', text: '\uFEFFa\nb\n', diff: '-a\n+A\n b\n', expected: '\uFEFFA\nb\n' },
  { title: 'a diff with CRLF on a text with LF', text: 'a\nb\n', diff: '@@\r\n-a\r\n+A\r\n b\r\n', expected: 'A\nb\n' },
  {
    title: 'kept lines that lost their blanks at the end, keeping them',
    text: 'a  \nb\n',
    diff: '@@\n a\n-b\n+B\n',
    expected: 'a  \nB\n',
    tier: 'whitespace',
  },
  {
    title: 'lines that lost their indentation, indenting the new ones',
    text: 'if x:\n\tif y:\n\t\tgo()\n',
    diff: '@@\n if y:\n-    go()\n+    stop()\n+    if z:\n+        go()\n',
    expected: 'if x:\n\tif y:\n\t\tstop()\n\t\tif z:\n\t\t\tgo()\n',
    tier: 'indentation',
  },
  {
    title: 'lines whose indentation is shifted, indenting the new ones',
    text: 'class A:\n    def f(self):\n        return 1\n',
    diff: '@@\n def f(self):\n-    return 1\n+    if self:\n+        return 2\n',
    expected: 'class A:\n    def f(self):\n        if self:\n            return 2\n',
    tier: 'indentation',
  },
  {
    title: 'plain quotes for typographic ones',
    text: 'say “hi”\nb\n',
    diff: '@@\n say "hi"\n-b\n+B\n',
    expected: 'say “hi”\nB\n',
    tier: 'punctuation',
  },
];

describe('landPatch', () => {
  for (const { title, text, diff, expected, tier } of landing) {
    it(`lands ${title}`, () => {
      const result = edited(text, { kind: 'patch', path: 'src/a.ts', diff });
      assert.equal(result.outcome.kind === 'failed' ? result.outcome.reason : result.text, expected);
      assert.deepEqual(result.outcome, { kind: 'landed', path: 'src/a.ts', tier: tier ?? 'exact', failures: [] });
    });
  }

  const failing: readonly (readonly [title: string, text: string, diff: string, reason: RegExp])[] = [
    ['lines that are nowhere', 'one\ntwo\nthree\n', '@@\n x\n-two\n+2\n three\n', /not found.*line 1:\n {5}1\tone\n/s],
    ['lines that share nothing with the file', 'one\n', '@@\n-x\n+y\n', /No line of it occurs/],
    ['lines that fit several places', 'a\nx\na\nx\na\n', '@@\n-a\n+b\n', /fits 3 places, on lines 1, 3 and 5\..*@@/],
    [
      'an anchor that fits several places',
      classes,
      '@@ def run(self):\n-        pass\n+        go()\n',
      /2 places, on lines 3 and 7/,
    ],
    ['lines to add without a place', 'a\nb\n', '@@\n+c\n', /without saying where/],
    ['letters in another case', 'Alpha\n', '-alpha\n+beta\n', /not found/],
    ['new lines with less indentation than is taken off', '  a\n', '-      a\n+b\n', /indented differently at line 1/],
  ];
  for (const [title, text, diff, reason] of failing) {
    it(`refuses ${title}, and changes nothing`, () => {
      const result = edited(text, { kind: 'patch', path: 'src/a.ts', diff });
      assert.equal(result.text, text);
      assert.match(result.outcome.kind === 'failed' ? result.outcome.reason : 'landed', reason);
    });
  }

  const partly: readonly (readonly [title: string, diff: string, text: string, failed: string, reason: RegExp])[] = [
    ['a second section for the same line', '@@\n-a\n+A\n@@\n-a\n+c\n', 'A\nb\n', '@@\n-a\n+c', /changes line 1/],
    [
      'a section that is nowhere, naming it and the nearest place',
      '@@\n-a\n+A\n@@ there\n b\n-x\n+X\n',
      'A\nb\n',
      '@@ there\n b\n-x\n+X',
      /section 2 of the diff.*line 2:\n {5}2\tb/is,
    ],
    ['a first section that is nowhere', '@@\n-x\n+X\n@@\n-b\n+B\n', 'a\nB\n', '@@\n-x\n+X', /section 1 of the diff/i],
  ];
  for (const [title, diff, text, failed, reason] of partly) {
    it(`leaves out ${title}, and lands the rest`, () => {
      const result = edited('a\nb\n', { kind: 'patch', path: 'src/a.ts', diff });
      assert.equal(result.text, text);
      const failures = result.outcome.kind === 'landed' ? result.outcome.failures : [];
      assert.deepEqual(
        failures.map((failure) => failure.text),
        [failed],
      );
      assert.match(failures[0]?.reason ?? '', reason);
    });
  }

  it('makes the new text out of any diff that keeps all lines around its changes', () => {
    fc.assert(
      fc.property(editedPair(anyText), ([base, next]) => {
        const text = base.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
        const wanted = next.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
        const isWhole = [text, wanted].every((one) => one.endsWith('\n') && !one.startsWith('\uFEFF'));
        const hunks = hunksBetween(text, wanted);
        fc.pre(isWhole && hunks.length > 0);
        const baseLines = splitLines(text);
        let at = 0;
        let diff = '@@\n';
        for (const hunk of hunks) {
          diff += baseLines
            .slice(at, hunk.baseStart)
            .map((line) => ` ${line}`)
            .join('');
          diff += baseLines
            .slice(hunk.baseStart, hunk.baseEnd)
            .map((line) => `-${line}`)
            .join('');
          diff += hunk.newLines.map((line) => `+${line}`).join('');
          at = hunk.baseEnd;
        }
        diff += baseLines
          .slice(at)
          .map((line) => ` ${line}`)
          .join('');
        const result = edited(text, { kind: 'patch', path: 'src/a.ts', diff });
        assert.equal(result.text, wanted);
      }),
      { numRuns: 10_000 },
    );
  });

  it('changes one line of a text in any form and leaves every other byte', () => {
    fc.assert(
      fc.property(gitText, fc.nat(30), lineText, (text, place, line) => {
        const lines = splitLines(text.replace(/^\uFEFF/, '')).map((one) => one.replace(/[\r\n]+$/, ''));
        const old = lines[place];
        fc.pre(old !== undefined);
        const diff = `@@\n${lines.map((one, index) => (index === place ? `-${one}\n+new ${line}\n` : ` ${one}\n`)).join('')}`;
        const result = edited(text, { kind: 'patch', path: 'src/a.ts', diff });
        const [hunk, ...others] = hunksBetween(text, result.text ?? '');
        assert.ok(hunk !== undefined && others.length === 0);
        assert.deepEqual([hunk.baseStart, hunk.baseEnd, hunk.newLines.length], [place, place + 1, 1]);
      }),
      { numRuns: 10_000 },
    );
  });
});
