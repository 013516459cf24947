import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeText } from '../../../../src/core/diff/compose.ts';
import type { Hunk } from '../../../../src/core/diff/hunk.ts';
import { splitLines } from '../../../../src/core/diff/lines.ts';
import { patchText } from '../../../../src/core/diff/patchText.ts';
import { anyText, editedPair } from './arbitraryTexts.ts';
import { GitRepository } from './gitRepository.ts';
import { hunk, hunksBetween } from './hunks.ts';

const rename = (path: string, newPath: string): Hunk =>
  hunk(`rename ${path}`, 0, 0, '', { path, newPath, change: 'rename' });

function sourceFile(path: string, text: string) {
  return { path, uri: `file:///${path}`, languageId: 'plaintext', version: 1, text };
}

/** The files after a patch of the hunks went through `git apply`. */
function appliedByGit(texts: Readonly<Record<string, string>>, hunks: readonly Hunk[]): Record<string, string> {
  using repository = new GitRepository();
  const files = Object.entries(texts).map(([path, text]) => sourceFile(path, text));
  return Object.fromEntries(repository.applied(new Map(Object.entries(texts)), patchText(files, hunks)));
}

describe('patchText', function () {
  this.timeout(60_000);

  it('writes what git apply takes for changed, created, deleted and renamed files', () => {
    const texts = { 'a.ts': 'a\nb\n', 'gone.ts': 'x\n', 'old.ts': '1\n2\n', 'other.ts': 'y\n' };
    const hunks = [
      hunk('1', 1, 2, 'B\n'),
      hunk('2', 0, 1, '', { path: 'gone.ts', change: 'delete' }),
      hunk('3', 0, 0, 'new\n', { path: 'folder/new.ts', change: 'create' }),
      rename('old.ts', 'folder/renamed.ts'),
      hunk('4', 1, 2, 'two\n', { path: 'old.ts' }),
      rename('other.ts', 'another.ts'),
    ];
    assert.deepEqual(appliedByGit(texts, hunks), {
      'a.ts': 'a\nB\n',
      'another.ts': 'y\n',
      'folder/new.ts': 'new\n',
      'folder/renamed.ts': '1\ntwo\n',
    });
  });

  it('creates, deletes and renames empty files', () => {
    const hunks = [
      hunk('1', 0, 0, '', { path: 'gone', change: 'delete' }),
      hunk('2', 0, 0, '', { path: 'made', change: 'create' }),
      rename('old', 'new'),
    ];
    assert.deepEqual(appliedByGit({ gone: '', old: '', other: '' }, hunks), { made: '', new: '', other: '' });
  });

  it('lets a file go where another one leaves or is deleted', () => {
    const hunks = [hunk('1', 0, 1, '', { path: 'b', change: 'delete' }), rename('a', 'b'), rename('c', 'a')];
    assert.deepEqual(appliedByGit({ a: 'a\n', b: 'b\n', c: 'c\n' }, hunks), { a: 'c\n', b: 'a\n' });
  });

  const names = [
    'with space.txt',
    'größe/日本 \u{1F600}.txt',
    'a "quoted" name',
    'back\\slash',
    ' first and last ',
    'tab\tbed',
    'b/b',
  ];
  for (const name of names) {
    it(`takes the path ${JSON.stringify(name)}`, () => {
      const own = { path: name };
      const texts = { [name]: 'a\nb\n' };
      const moved = `to ${name.trim()} or so`;
      assert.deepEqual(appliedByGit(texts, [hunk('1', 1, 2, 'B\n', own)]), { [name]: 'a\nB\n' });
      assert.deepEqual(appliedByGit(texts, [hunk('1', 0, 2, '', { ...own, change: 'delete' })]), {});
      assert.deepEqual(appliedByGit(texts, [rename(name, moved)]), { [moved]: 'a\nb\n' });
      assert.deepEqual(appliedByGit({ x: 'a\n' }, [rename('x', name), hunk('1', 0, 1, 'B\n', { path: 'x' })]), {
        [name]: 'B\n',
      });
      assert.deepEqual(appliedByGit({ x: 'a\n' }, [hunk('1', 0, 0, 'n', { ...own, change: 'create' })]), {
        x: 'a\n',
        [name]: 'n',
      });
    });
  }

  it('counts lines as git does where there are none', () => {
    const created = patchText([], [hunk('1', 0, 0, 'n\n', { change: 'create' })]);
    const deleted = patchText([sourceFile('a.ts', 'o\n')], [hunk('1', 0, 1, '', { change: 'delete' })]);
    const heading = 'diff --git a/a.ts b/a.ts\n';
    assert.equal(created, `${heading}new file mode 100644\n--- /dev/null\n+++ b/a.ts\n@@ -0,0 +1,1 @@\n+n\n`);
    assert.equal(deleted, `${heading}deleted file mode 100644\n--- a/a.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-o\n`);
  });

  it('is nothing for no hunks', () => {
    assert.equal(patchText([sourceFile('a.ts', 'a\n')], []), '');
  });

  it('shows three unchanged lines around a change, and close changes as one', () => {
    const text = Array.from({ length: 20 }, (_, index) => `${index}\n`).join('');
    const patch = patchText(
      [sourceFile('a.ts', text)],
      [hunk('1', 1, 2, ''), hunk('2', 5, 5, 'x\n'), hunk('3', 15, 16, 'y\n')],
    );
    assert.deepEqual(patch.match(/^@@.*$/gm), ['@@ -1,8 +1,8 @@', '@@ -13,7 +13,7 @@']);
  });

  it('comes to the same as composing for any choice of hunks of any file', () => {
    const change = fc.record({
      pair: editedPair(anyText),
      picks: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
      kind: fc.constantFrom('edit', 'edit', 'edit', 'edit', 'rename', 'create', 'delete'),
    });
    const base = new Map<string, string>();
    const expected = new Map<string, string>();
    const hunks: Hunk[] = [];
    let index = 0;
    fc.assert(
      fc.property(change, ({ pair: [text, next], picks, kind }) => {
        const path = `${index++}.txt`;
        if (kind !== 'create') base.set(path, text);
        if (kind === 'create') {
          hunks.push(hunk(path, 0, 0, next, { path, change: 'create' }));
          expected.set(path, next);
        } else if (kind === 'delete') {
          hunks.push(hunk(path, 0, splitLines(text).length, '', { path, change: 'delete' }));
        } else {
          const accepted = hunksBetween(text, next, path, path).filter((_, place) => picks[place] === true);
          const newPath = kind === 'rename' ? `to/${path}` : path;
          if (kind === 'rename') hunks.push(rename(path, newPath));
          hunks.push(...accepted);
          expected.set(newPath, composeText(text, accepted));
        }
      }),
      { numRuns: 10_000 },
    );
    using repository = new GitRepository();
    const files = [...base].map(([path, text]) => sourceFile(path, text));
    const actual = repository.applied(base, patchText(files, hunks));
    assert.ok(hunks.length > 5000, 'there are enough hunks to tell');
    assert.equal(actual.size, expected.size);
    for (const [path, text] of expected) {
      assert.equal(actual.get(path), text, path);
    }
  });
});
