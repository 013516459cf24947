import assert from 'node:assert/strict';
import fc from 'fast-check';
import { collide } from '../../../../src/core/diff/alignment.ts';
import { byPlace, composeText } from '../../../../src/core/diff/compose.ts';
import { type Conflict, conflictsOf, driftedHunkIds, resolvedHunk } from '../../../../src/core/diff/conflict.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { splitLines, withLineEnding } from '../../../../src/core/diff/lines.ts';
import { rebaseHunks } from '../../../../src/core/diff/rebase.ts';
import { anyText, distinctText, forkedTexts, gitText } from './arbitraryTexts.ts';
import { hunk, hunksBetween } from './hunks.ts';

const base = 'one\ntwo\nthree\nfour\nfive\nsix\n';
const three = hunk('h', 2, 3, 'THREE\n');

/** The text with every conflict resolved to what the hunks want, and what lands beside them. */
function withTheirs(baseText: string, currentText: string, hunks: readonly Hunk[]): string {
  const conflicts = conflictsOf(baseText, currentText, hunks);
  return composeText(currentText, [
    ...rebaseHunks(baseText, currentText, hunks).landed,
    ...conflicts.map(resolvedHunk),
  ]);
}

interface Case {
  readonly title: string;
  readonly base?: string;
  readonly current: string;
  readonly hunks: readonly Hunk[];
  /** For each conflict the lines of the base, mine and theirs, joined. */
  readonly conflicts: readonly (readonly [base: string, mine: string, theirs: string])[];
  readonly text: string;
}

const cases: readonly Case[] = [
  {
    title: 'is the changed line alone',
    current: base.replace('three', 'trois'),
    hunks: [three],
    conflicts: [['three\n', 'trois\n', 'THREE\n']],
    text: base.replace('three', 'THREE'),
  },
  {
    title: 'has nothing of mine where the line was deleted',
    current: base.replace('three\n', ''),
    hunks: [three],
    conflicts: [['three\n', '', 'THREE\n']],
    text: base.replace('three', 'THREE'),
  },
  {
    title: 'has nothing of theirs where the hunk deletes the line',
    current: base.replace('three', 'trois'),
    hunks: [hunk('h', 2, 3, '')],
    conflicts: [['three\n', 'trois\n', '']],
    text: base.replace('three\n', ''),
  },
  {
    title: 'is of two insertions at one place',
    current: base.replace('three\n', 'mine\nthree\n'),
    hunks: [hunk('h', 2, 2, 'theirs\n')],
    conflicts: [['', 'mine\n', 'theirs\n']],
    text: base.replace('three\n', 'theirs\nthree\n'),
  },
  {
    title: 'is one for neighbours that touch the same change',
    current: base.replace('two\nthree\nfour\n', 'mine\n'),
    hunks: [hunk('h', 1, 2, 'TWO\n'), hunk('i', 3, 4, 'FOUR\n')],
    conflicts: [['two\nthree\nfour\n', 'mine\n', 'TWO\nthree\nFOUR\n']],
    text: base.replace('two\nthree\nfour\n', 'TWO\nthree\nFOUR\n'),
  },
  {
    title: 'is two where an untouched line keeps them apart',
    current: base.replace('two', 'deux').replace('four', 'quatre'),
    hunks: [hunk('h', 1, 2, 'TWO\n'), hunk('i', 3, 4, 'FOUR\n')],
    conflicts: [
      ['two\n', 'deux\n', 'TWO\n'],
      ['four\n', 'quatre\n', 'FOUR\n'],
    ],
    text: base.replace('two', 'TWO').replace('four', 'FOUR'),
  },
  {
    title: 'leaves out what lands beside it',
    current: `zero\n${base.replace('three', 'trois')}`,
    hunks: [three, hunk('i', 4, 5, 'FIVE\n')],
    conflicts: [['three\n', 'trois\n', 'THREE\n']],
    text: `zero\n${base.replace('three', 'THREE').replace('five', 'FIVE')}`,
  },
  {
    title: 'takes in an insertion that would have no order beside it',
    current: base.replace('three\nfour\n', ''),
    hunks: [three, hunk('i', 4, 4, 'new\n')],
    conflicts: [['three\nfour\n', '', 'THREE\nfour\nnew\n']],
    text: base.replace('three\nfour\n', 'THREE\nfour\nnew\n'),
  },
  {
    title: 'has the line endings of the current text',
    current: base.replace('three', 'trois').replaceAll('\n', '\r\n'),
    hunks: [three],
    conflicts: [['three\n', 'trois\r\n', 'THREE\r\n']],
    text: base.replace('three', 'THREE').replaceAll('\n', '\r\n'),
  },
  {
    title: 'leaves the final newline off that the text lost',
    current: base.replace('six\n', 'seis'),
    hunks: [hunk('h', 5, 6, 'SIX\n')],
    conflicts: [['six\n', 'seis', 'SIX']],
    text: base.replace('six\n', 'SIX'),
  },
  {
    title: 'drops the final newline when that is what the hunk is about',
    current: base.replace('six', 'seis'),
    hunks: [hunk('h', 5, 6, 'six')],
    conflicts: [['six\n', 'seis\n', 'six']],
    text: base.slice(0, -1),
  },
  {
    title: 'takes a last line without its end along that would get stuck to',
    base: 'a\nb\n',
    current: 'a',
    hunks: [hunk('h', 1, 2, 'B\n')],
    conflicts: [['a\nb\n', 'a', 'a\nB']],
    text: 'a\nB',
  },
  {
    title: 'is of the whole text where all of it went',
    current: '',
    hunks: [three],
    conflicts: [[base, '', base.replace('three', 'THREE')]],
    text: base.replace('three', 'THREE'),
  },
  {
    title: 'has no final newline where neither text knows one any more',
    base: 'x',
    current: '',
    hunks: [hunk('h', 0, 1, 'y')],
    conflicts: [['x', '', 'y']],
    text: 'y',
  },
  {
    title: 'takes in what would have to end a last line of mine that has no end',
    base: 'a\nb\n',
    current: 'a\nx',
    hunks: [hunk('h', 1, 2, 'B\n'), hunk('i', 2, 2, 'c\n')],
    conflicts: [['b\n', 'x', 'B\nc']],
    text: 'a\nB\nc',
  },
  {
    title: 'is of the whole text where a file was to be created',
    base: '',
    current: 'other\n',
    hunks: [hunk('h', 0, 0, 'new\n', { change: 'create' })],
    conflicts: [['', 'other\n', 'new\n']],
    text: 'new\n',
  },
  {
    title: 'is of the whole text where a changed file was to be deleted',
    current: `${base}seven\n`,
    hunks: [hunk('h', 0, 6, '', { change: 'delete' })],
    conflicts: [[base, `${base}seven\n`, '']],
    text: '',
  },
];

describe('conflictsOf', function () {
  this.timeout(60_000);

  for (const { title, current, hunks, conflicts, text, ...rest } of cases) {
    it(title, () => {
      const baseText = rest.base ?? base;
      const found = conflictsOf(baseText, current, hunks);
      assert.deepEqual(
        found.map((one) => [one.base.join(''), one.mine.join(''), one.theirs.join('')]),
        conflicts,
      );
      assert.equal(withTheirs(baseText, current, hunks), text);
    });
  }

  it('names its hunks and its file, and what taking theirs does to it', () => {
    const current = base.replace('three', 'trois').replace('four', 'quatre');
    const edits = [three, hunk('i', 3, 4, 'FOUR\n')];
    const [found] = conflictsOf(base, current, edits);
    assert.deepEqual([found?.hunkIds, found?.path, found?.change], [['h', 'i'], 'a.ts', 'edit']);
    const [gone] = conflictsOf(base, `${base}x\n`, [hunk('h', 0, 6, '', { change: 'delete' })]);
    assert.equal(gone && resolvedHunk(gone).change, 'delete');
  });

  it('has none on an unchanged text, a file that is gone, or for a rename', () => {
    assert.deepEqual(conflictsOf(base, base, [three]), []);
    assert.deepEqual(conflictsOf(base, null, [three]), []);
    assert.deepEqual(conflictsOf(base, 'x\n', [hunk('h', 0, 0, '', { change: 'rename', newPath: 'b.ts' })]), []);
  });

  /** A lone CR may become one end of a line together with an LF that comes to stand below it: not counted there. */
  const gitFork = fc.oneof(forkedTexts(gitText), forkedTexts(distinctText), fc.tuple(gitText, gitText, gitText));
  const anyFork = fc.oneof(gitFork, forkedTexts(anyText), fc.tuple(anyText, anyText, anyText));

  /** Changes some lines, deletes others, and leaves the rest. */
  const mixed = (seed: number) => (line: string, at: number) => {
    const deed = (seed + at) % 7;
    return deed === 0 ? '' : deed === 1 ? `other ${line}` : deed === 2 ? `new\n${line}` : line;
  };

  it('has every missed hunk once and nothing that lands, in places of their own', () => {
    fc.assert(
      fc.property(gitFork, fc.nat(), ([text, next, current], picked) => {
        // Both sides' hunks, as a person mixes them.
        const left = hunksBetween(text, next, 'left');
        const right = hunksBetween(
          text,
          picked % 2 === 0
            ? `${text}added\n`
            : text
                .split(/(?<=\n)/)
                .map(mixed(picked))
                .join(''),
          'right',
        );
        const beside = right.filter((one) => left.every((other) => !collide(one, other)));
        const hunks = [...left, ...beside].sort(byPlace);
        const { landed, missed } = rebaseHunks(text, current, hunks);
        const conflicts = conflictsOf(text, current, hunks);
        assert.deepEqual(
          conflicts.flatMap(({ hunkIds }) => hunkIds),
          missed.map(({ id }) => id),
        );
        const baseLines = splitLines(text);
        const currentLines = splitLines(current);
        let before: Conflict | undefined;
        for (const one of conflicts) {
          assert.deepEqual(one.base, baseLines.slice(one.baseStart, one.baseEnd));
          assert.deepEqual(one.mine, currentLines.slice(one.currentStart, one.currentEnd));
          assert.ok(one.currentEnd <= currentLines.length && one.currentStart <= one.currentEnd);
          assert.ok(before === undefined || before.baseEnd < one.baseStart);
          assert.ok(before === undefined || before.currentEnd < one.currentStart);
          before = one;
        }
        const resolved = conflicts.map(resolvedHunk);
        const all = [...landed, ...resolved];
        for (const one of resolved) {
          assert.ok(all.every((other) => other === one || !collide(one, other)));
        }
        const count = all.reduce(
          (sum, one) => sum + one.newLines.length - (one.baseEnd - one.baseStart),
          currentLines.length,
        );
        assert.equal(splitLines(composeText(current, all)).length, count, 'no two lines stick together');
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives the current text when mine is taken everywhere, and changes nothing else when theirs is', () => {
    fc.assert(
      fc.property(anyFork, ([text, next, current]) => {
        const conflicts = conflictsOf(text, current, hunksBetween(text, next));
        const mine = conflicts.map((one) => ({ ...resolvedHunk(one), newLines: one.mine }));
        assert.equal(composeText(current, mine), current);
        const lines = splitLines(current);
        const rest: string[] = [];
        let at = 0;
        for (const { currentStart, currentEnd, theirs } of conflicts) {
          rest.push(...lines.slice(at, currentStart), ...theirs);
          at = currentEnd;
        }
        const theirs = [...rest, ...lines.slice(at)].join('');
        assert.equal(composeText(current, conflicts.map(resolvedHunk)), theirs);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives the hunks’ text when theirs is taken everywhere and the person changed nothing elsewhere', () => {
    let told = 0;
    fc.assert(
      fc.property(forkedTexts(distinctText), ([text, next, current]) => {
        const hunks = hunksBetween(text, next);
        const conflicts = conflictsOf(text, current, hunks);
        const onlyThere = composeText(
          text,
          conflicts.map((one) => ({ baseStart: one.baseStart, baseEnd: one.baseEnd, newLines: one.mine })),
        );
        if (conflicts.length > 0 && onlyThere === current) {
          told++;
          const ended = (result: string) =>
            result === '' ? '' : `${withLineEnding(result, '\n').replace(/\n$/, '')}\n`;
          assert.equal(ended(withTheirs(text, current, hunks)), ended(next));
        }
      }),
      { numRuns: 10_000 },
    );
    assert.ok(told > 500, 'there are enough of these');
  });
});

describe('driftedHunkIds', () => {
  it('names the hunks that would not land', () => {
    const hunks = [three, hunk('i', 4, 5, 'FIVE\n')];
    assert.deepEqual(driftedHunkIds(base, base, hunks), []);
    assert.deepEqual(driftedHunkIds(base, base.replace('five', 'cinq'), hunks), ['i']);
  });

  it('names all of a file that is gone, but not its deletion', () => {
    assert.deepEqual(driftedHunkIds(base, null, [three]), ['h']);
    assert.deepEqual(driftedHunkIds(base, null, [hunk('h', 0, 6, '', { change: 'delete' })]), []);
  });
});
