import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { composeFiles, composeText } from '../../../../src/core/diff/compose.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { isTerminated, splitLines } from '../../../../src/core/diff/lines.ts';
import { editedPair, gitText } from './arbitraryTexts.ts';
import { hunk, hunksBetween } from './hunks.ts';

describe('composeText', () => {
  const base = 'a\nb\nc\n';

  it('puts hunks in their places, in whatever order they come', () => {
    const hunks = [hunk('3', 2, 3, 'C\n'), hunk('1', 0, 0, 'top\n'), hunk('2', 1, 2, '')];
    assert.equal(composeText(base, hunks), 'top\na\nC\n');
    assert.equal(composeText(base, []), base);
  });

  it('puts an insertion above the changed line that it stands before, and below the one it stands after', () => {
    assert.equal(composeText(base, [hunk('1', 1, 2, 'B\n'), hunk('2', 1, 1, 'new\n')]), 'a\nnew\nB\nc\n');
    assert.equal(composeText(base, [hunk('1', 2, 2, 'new\n'), hunk('2', 1, 2, 'B\n')]), 'a\nB\nnew\nc\n');
  });

  it('comes to the same as git apply for any choice of hunks', () => {
    const cases = fc.sample(fc.tuple(editedPair(gitText), fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })), {
      numRuns: 300,
      seed: 7,
    });
    const folder = mkdtempSync(join(tmpdir(), 'tiebreak-compose-'));
    try {
      const expected = new Map<string, string>();
      let patch = '';
      for (const [index, [[base, next], picks]] of cases.entries()) {
        const accepted = hunksBetween(base, next).filter((_, place) => picks[place] === true);
        const name = `case-${index}.txt`;
        writeFileSync(join(folder, name), base);
        expected.set(name, composeText(base, accepted));
        patch += patchOf(name, base, accepted);
      }
      assert.ok(patch.split('\n@@ ').length > 60, 'there are enough hunks to tell');
      const options = ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'];
      execFileSync('git', options, {
        cwd: folder,
        input: patch,
        env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
      });
      for (const [name, text] of expected) {
        assert.equal(readFileSync(join(folder, name), 'utf8'), text, name);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('composeFiles', () => {
  it('tells what becomes of each file', () => {
    const files = [
      { path: 'a.ts', text: 'a\nb\n' },
      { path: 'gone.ts', text: 'x\n' },
      { path: 'untouched.ts', text: 'y\n' },
    ];
    const hunks = [
      hunk('1', 1, 2, 'B\n'),
      hunk('2', 0, 1, '', { path: 'gone.ts', change: 'delete' }),
      hunk('3', 0, 0, 'new\n', { path: 'new.ts', change: 'create' }),
      hunk('4', 0, 1, 'A\n'),
    ];
    assert.deepEqual(composeFiles(files, hunks), [
      { path: 'a.ts', change: 'edit', text: 'A\nB\n' },
      { path: 'gone.ts', change: 'delete', text: null },
      { path: 'new.ts', change: 'create', text: 'new\n' },
    ]);
  });
});

/** A unified patch without context, written straight from the hunks. */
function patchOf(name: string, base: string, hunks: readonly Hunk[]): string {
  if (hunks.length === 0) {
    return '';
  }
  const baseLines = splitLines(base);
  let added = 0;
  const parts = hunks.map((one) => {
    const oldLines = baseLines.slice(one.baseStart, one.baseEnd);
    const oldPlace = oldLines.length === 0 ? one.baseStart : one.baseStart + 1;
    const newPlace = one.newLines.length === 0 ? one.baseStart + added : one.baseStart + added + 1;
    added += one.newLines.length - oldLines.length;
    const heading = `@@ -${oldPlace},${oldLines.length} +${newPlace},${one.newLines.length} @@\n`;
    return heading + prefixed('-', oldLines) + prefixed('+', one.newLines);
  });
  return `diff --git a/${name} b/${name}\n--- a/${name}\n+++ b/${name}\n${parts.join('')}`;
}

function prefixed(prefix: string, lines: readonly string[]): string {
  return lines
    .map((line) => (isTerminated(line) ? prefix + line : `${prefix}${line}\n\\ No newline at end of file\n`))
    .join('');
}
