import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeText } from '../../../../src/core/diff/compose.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { isTerminated, splitLines } from '../../../../src/core/diff/lines.ts';
import { rebaseHunks } from '../../../../src/core/diff/rebase.ts';
import { anyText, distinctText, editedPair, forkedTexts, gitText } from './arbitraryTexts.ts';
import { GitRepository } from './gitRepository.ts';
import { hunk, hunksBetween } from './hunks.ts';

const base = 'one\ntwo\nthree\nfour\nfive\nsix\n';

/** What a person has after applying hunks to a text that is not the one they were made for. */
function outcome(baseText: string, currentText: string, hunks: readonly Hunk[]) {
  const { landed, alreadyThere, missed } = rebaseHunks(baseText, currentText, hunks);
  const ids = (list: readonly Hunk[]) => list.map(({ id }) => id).join(' ');
  return { text: composeText(currentText, landed), alreadyThere: ids(alreadyThere), missed: ids(missed) };
}

const three = hunk('h', 2, 3, 'THREE\n');
const inserted = hunk('h', 3, 3, 'new\n');

interface Case {
  readonly title: string;
  readonly base?: string;
  readonly current: string;
  readonly hunks: readonly Hunk[];
  readonly text: string;
  readonly alreadyThere?: string;
  readonly missed?: string;
}

const cases: readonly Case[] = [
  {
    title: 'lands further down when lines were added above',
    current: `zero\n${base}`,
    hunks: [three],
    text: 'zero\none\ntwo\nTHREE\nfour\nfive\nsix\n',
  },
  {
    title: 'lands further up when lines were removed above',
    current: 'three\nfour\nfive\nsix\n',
    hunks: [three],
    text: 'THREE\nfour\nfive\nsix\n',
  },
  {
    title: 'lands between lines that were typed right above and right below',
    current: base.replace('three\n', 'above\nthree\nbelow\n'),
    hunks: [three],
    text: 'one\ntwo\nabove\nTHREE\nbelow\nfour\nfive\nsix\n',
  },
  {
    title: 'misses when its line was changed',
    current: base.replace('three', 'trois'),
    hunks: [three],
    text: base.replace('three', 'trois'),
    missed: 'h',
  },
  {
    title: 'misses when its line was deleted',
    current: base.replace('three\n', ''),
    hunks: [three],
    text: base.replace('three\n', ''),
    missed: 'h',
  },
  {
    title: 'misses when something was typed in between its lines',
    current: base.replace('four\n', 'between\nfour\n'),
    hunks: [hunk('h', 2, 4, 'x\n')],
    text: base.replace('four\n', 'between\nfour\n'),
    missed: 'h',
  },
  {
    title: 'misses when its line was doubled, since either may be meant',
    current: base.replace('three\n', 'three\nthree\n'),
    hunks: [three],
    text: base.replace('three\n', 'three\nthree\n'),
    missed: 'h',
  },
  {
    title: 'misses a line that occurs again when all around it was changed',
    base: 'a\n}\nb\n}\nc\n',
    current: 'x\n}\ny\nz\n}\nc\n',
    hunks: [hunk('h', 1, 2, '});\n')],
    text: 'x\n}\ny\nz\n}\nc\n',
    missed: 'h',
  },
  {
    title: 'lands one hunk and misses its neighbour',
    current: base.replace('five', 'cinq'),
    hunks: [three, hunk('i', 4, 5, 'FIVE\n')],
    text: 'one\ntwo\nTHREE\nfour\ncinq\nsix\n',
    missed: 'i',
  },
  {
    title: 'lands an insertion below a line when the next one was changed',
    current: base.replace('four', 'quatre'),
    hunks: [inserted],
    text: 'one\ntwo\nthree\nnew\nquatre\nfive\nsix\n',
  },
  {
    title: 'lands an insertion above a line when the one before was deleted',
    current: base.replace('three\n', ''),
    hunks: [inserted],
    text: 'one\ntwo\nnew\nfour\nfive\nsix\n',
  },
  {
    title: 'misses an insertion between two lines that were both changed',
    current: base.replace('three\nfour', 'trois\nquatre'),
    hunks: [inserted],
    text: base.replace('three\nfour', 'trois\nquatre'),
    missed: 'h',
  },
  {
    title: 'misses an insertion where something else was inserted',
    current: base.replace('four\n', 'other\nfour\n'),
    hunks: [inserted],
    text: base.replace('four\n', 'other\nfour\n'),
    missed: 'h',
  },
  {
    title: 'lands at the top when the first line was changed',
    current: base.replace('one', 'un'),
    hunks: [hunk('h', 0, 0, 'import\n')],
    text: `import\n${base.replace('one', 'un')}`,
  },
  {
    title: 'finds the same replacement already there',
    current: `zero\n${base.replace('three', 'THREE')}`,
    hunks: [three],
    text: `zero\n${base.replace('three', 'THREE')}`,
    alreadyThere: 'h',
  },
  {
    title: 'finds the same insertion already there, wherever a diff would put it',
    base: 'f {\n}\n\ng {\n}\n',
    current: 'f {\n}\n\nn {\n}\n\ng {\n}\n',
    hunks: [hunk('h', 1, 1, '}\n\nn {\n')],
    text: 'f {\n}\n\nn {\n}\n\ng {\n}\n',
    alreadyThere: 'h',
  },
  {
    title: 'finds two neighbouring hunks already there',
    current: 'one\nTWO\nthree\nFOUR\nfive\nsix\n',
    hunks: [hunk('h', 1, 2, 'TWO\n'), hunk('i', 3, 4, 'FOUR\n')],
    text: 'one\nTWO\nthree\nFOUR\nfive\nsix\n',
    alreadyThere: 'h i',
  },
  {
    title: 'lands on a document that was converted to CRLF, with CRLF',
    current: base.replaceAll('\n', '\r\n'),
    hunks: [hunk('h', 2, 3, 'x\ny\n')],
    text: base.replace('three\n', 'x\ny\n').replaceAll('\n', '\r\n'),
  },
  {
    title: 'lands on a document that was converted to LF, with LF',
    base: base.replaceAll('\n', '\r\n'),
    current: base,
    hunks: [hunk('h', 2, 3, 'x\r\n')],
    text: base.replace('three', 'x'),
  },
  {
    title: 'leaves the final newline off that the document lost',
    current: base.slice(0, -1),
    hunks: [hunk('h', 5, 6, 'SIX\n')],
    text: base.replace('six\n', 'SIX'),
  },
  {
    title: 'keeps the final newline that the document got',
    base: 'a\nb',
    current: 'a\nb\n',
    hunks: [hunk('h', 1, 2, 'B')],
    text: 'a\nB\n',
  },
  {
    title: 'adds the final newline when that is what the hunk is about',
    base: 'a\nb',
    current: 'z\na\nb',
    hunks: [hunk('h', 1, 2, 'b\n')],
    text: 'z\na\nb\n',
  },
  {
    title: 'has nothing left to do when the document got the final newline of the hunk',
    base: 'a\nb',
    current: 'a\nb\n',
    hunks: [hunk('h', 1, 2, 'b\n')],
    text: 'a\nb\n',
    alreadyThere: 'h',
  },
  {
    title: 'has nothing left to do when the document got the line endings of the hunk',
    base: 'a\r\nb',
    current: 'a\nb\r',
    hunks: [hunk('h', 0, 2, 'a\nb\r')],
    text: 'a\nb\r',
    alreadyThere: 'h',
  },
  {
    title: 'does not stick an appended line to a last one that lost its newline',
    base: 'a\n',
    current: 'a',
    hunks: [hunk('h', 1, 1, 'b\n')],
    text: 'a\nb',
  },
  {
    title: 'does not stick an appended line to a changed last one either',
    base: 'a\nb\n',
    current: 'a\nb',
    hunks: [hunk('h', 1, 2, 'B\n'), hunk('i', 2, 2, 'c\n')],
    text: 'a\nB\nc',
  },
  {
    title: 'ends a line that was the last one when lines were appended',
    base: 'a\nb',
    current: 'a\nb\nc',
    hunks: [hunk('h', 0, 1, 'A\n'), hunk('i', 1, 2, 'B')],
    text: 'A\nB\nc',
  },
  {
    title: 'misses a created file where another one is by now',
    base: '',
    current: 'other\n',
    hunks: [hunk('h', 0, 0, 'new\n', { change: 'create' })],
    text: 'other\n',
    missed: 'h',
  },
  {
    title: 'misses the deletion of a file that was changed',
    current: `${base}seven\n`,
    hunks: [hunk('h', 0, 6, '', { change: 'delete' })],
    text: `${base}seven\n`,
    missed: 'h',
  },
];

describe('rebaseHunks', function () {
  this.timeout(60_000);

  for (const { title, current, hunks, text, ...rest } of cases) {
    it(title, () => {
      assert.deepEqual(outcome(rest.base ?? base, current, hunks), {
        text,
        alreadyThere: rest.alreadyThere ?? '',
        missed: rest.missed ?? '',
      });
    });
  }

  it('tells where in the current text a hunk is', () => {
    assert.deepEqual(rebaseHunks(base, `zero\n${base}`, [three]).landed, [
      { ...three, baseStart: 3, baseEnd: 4, newStart: 3 },
    ]);
  });

  it('leaves every hunk as it is on an unchanged text', () => {
    fc.assert(
      fc.property(editedPair(anyText), ([text, next]) => {
        const hunks = hunksBetween(text, next);
        assert.deepEqual(rebaseHunks(text, text, hunks), { landed: hunks, alreadyThere: [], missed: [] });
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds every hunk already there in the text that they make', () => {
    fc.assert(
      fc.property(editedPair(anyText), ([text, next]) => {
        const { landed, missed } = rebaseHunks(text, next, hunksBetween(text, next));
        assert.deepEqual([landed, missed], [[], []]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives every hunk one fate, and every landed one its whole effect on lines of their own', () => {
    fc.assert(
      fc.property(editedPair(gitText), editedPair(gitText), ([text, next], [, other]) => {
        const current = text === '' ? other : text.replace(/^(.*)/, '$1 typed') + other;
        const hunks = hunksBetween(text, next);
        const { landed, alreadyThere, missed } = rebaseHunks(text, current, hunks);
        assert.equal(landed.length + alreadyThere.length + missed.length, hunks.length);
        const lines = splitLines(current);
        for (const [index, one] of landed.entries()) {
          assert.ok(one.baseStart >= (landed[index - 1]?.baseEnd ?? 0) && one.baseEnd <= lines.length);
          const isAtEnd = one.baseEnd === lines.length;
          assert.ok(isAtEnd || one.newLines.every(isTerminated));
        }
        const count = landed.reduce(
          (sum, one) => sum + one.newLines.length - one.baseEnd + one.baseStart,
          lines.length,
        );
        assert.equal(splitLines(composeText(current, landed)).length, count, 'no two lines stick together');
      }),
      { numRuns: 10_000 },
    );
  });

  it('comes to what git merges, wherever git merges without a conflict', () => {
    const bases = new Map<string, string>();
    const nexts = new Map<string, string>();
    const currents = new Map<string, string>();
    fc.assert(
      fc.property(forkedTexts(distinctText), ([text, next, current]) => {
        const path = `${bases.size}.txt`;
        bases.set(path, text);
        nexts.set(path, next);
        currents.set(path, current);
      }),
      { numRuns: 10_000 },
    );
    using repository = new GitRepository();
    const merged = repository.merged(bases, nexts, currents);
    let compared = 0;
    for (const [path, text] of merged) {
      const current = currents.get(path) ?? '';
      const base = bases.get(path) ?? '';
      const { landed, missed } = rebaseHunks(base, current, hunksBetween(base, nexts.get(path) ?? ''));
      if (missed.length === 0) {
        compared++;
        assert.equal(composeText(current, landed), text, JSON.stringify([base, nexts.get(path), current]));
      }
    }
    assert.ok(compared > 3000 && compared > 0.99 * merged.size, 'what git merges hardly ever misses');
  });
});
