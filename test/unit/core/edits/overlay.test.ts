import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeText } from '../../../../src/core/diff/compose.ts';
import { applyEdit, createOverlay, overlayChanges, pathsOf, textOf } from '../../../../src/core/edits/overlay.ts';
import type { FileEdit } from '../../../../src/core/edits/toolCall.ts';
import { anyText } from '../diff/arbitraryTexts.ts';
import { edited, overlayOf, sourceFile } from './sourceFiles.ts';

function land(files: readonly ReturnType<typeof sourceFile>[], edits: readonly FileEdit[]) {
  let overlay = createOverlay(files);
  const outcomes = edits.map((edit) => {
    const step = applyEdit(overlay, edit);
    overlay = step.overlay;
    return step.outcome;
  });
  return { overlay, outcomes };
}

const replace = (path: string, oldText: string, newText: string): FileEdit => ({
  kind: 'replace',
  path,
  oldText,
  newText,
});

describe('applyEdit', () => {
  it('lands edits one after the other, each on what the former ones made', () => {
    const { overlay, outcomes } = land(
      [sourceFile('a\nb\n')],
      [replace('src/a.ts', 'a', 'x'), replace('src/a.ts', 'x\nb', 'y'), replace('src/a.ts', 'a', 'z')],
    );
    assert.equal(textOf(overlay, 'src/a.ts'), 'y\n');
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['landed', 'landed', 'failed'],
    );
  });

  it('never changes an overlay in place', () => {
    const overlay = overlayOf('a\n');
    applyEdit(overlay, replace('src/a.ts', 'a', 'b'));
    assert.equal(textOf(overlay, 'src/a.ts'), 'a\n');
    assert.deepEqual(overlayChanges(overlay), []);
  });

  it('inserts after a line, at the top and at the end', () => {
    const insert = (text: string, afterLine: number, inserted: string) =>
      edited(text, { kind: 'insert', path: 'src/a.ts', afterLine, text: inserted });
    assert.equal(insert('a\nb\n', 1, 'x').text, 'a\nx\nb\n');
    assert.equal(insert('a\nb\n', 0, 'x\ny\n').text, 'x\ny\na\nb\n');
    assert.equal(insert('a\nb', 2, 'x\n').text, 'a\nb\nx');
    assert.equal(insert('a\r\nb\r\n', 2, 'x\n').text, 'a\r\nb\r\nx\r\n');
    assert.equal(insert('', 0, 'x').text, 'x');
    const { outcome } = insert('a\nb\n', 3, 'x');
    assert.match(outcome.kind === 'failed' ? outcome.reason : '', /2 lines/);
  });

  it('creates files with the line ending of the main file', () => {
    const { overlay } = land([sourceFile('a\r\n')], [{ kind: 'create', path: './new/b.ts', text: 'x\ny\n' }]);
    assert.equal(textOf(overlay, 'new/b.ts'), 'x\r\ny\r\n');
    assert.deepEqual(pathsOf(overlay), ['src/a.ts', 'new/b.ts']);
  });

  it('edits and deletes the files it created', () => {
    const created: FileEdit = { kind: 'create', path: 'b.ts', text: 'x\n' };
    const { overlay } = land([sourceFile('a\n')], [created, replace('b.ts', 'x', 'y')]);
    assert.equal(textOf(overlay, 'b.ts'), 'y\n');
    const gone = applyEdit(overlay, { kind: 'delete', path: 'b.ts' }).overlay;
    assert.deepEqual(overlayChanges(gone), []);
    assert.deepEqual(pathsOf(gone), ['src/a.ts']);
  });

  it('replaces a file of the task as a whole, keeping its mark, line ending and final newline', () => {
    const create = (text: string, created: string) =>
      edited(text, { kind: 'create', path: 'src/a.ts', text: created }).text;
    assert.equal(create('\uFEFFa\r\nb\r\n', 'x\ny'), '\uFEFFx\r\ny\r\n');
    assert.equal(create('a\nb', 'x\ny\n'), 'x\ny');
    assert.equal(create('', 'x'), 'x');
  });

  it('refuses to edit or delete what is not in the task', () => {
    for (const edit of [replace('other.ts', 'a', 'b'), { kind: 'delete', path: 'other.ts' } as const]) {
      const { outcome } = edited('a\n', edit);
      assert.ok(outcome.kind === 'failed' && outcome.refusal === 'not-in-task');
      assert.match(outcome.reason, /src\/a\.ts/);
    }
  });

  it('refuses to create what the path rules forbid', () => {
    const refusalOf = (path: string) => {
      const { outcome } = edited('a\n', { kind: 'create', path, text: 'x' });
      return outcome.kind === 'failed' ? outcome.refusal : null;
    };
    assert.equal(refusalOf('../b.ts'), 'outside-workspace');
    assert.equal(refusalOf('/w/other/b.ts'), 'outside-workspace');
    assert.equal(refusalOf('.git/hooks/pre-commit'), 'protected');
    assert.equal(refusalOf('.env'), 'secret');
    assert.equal(refusalOf('b\0.ts'), 'malformed');
    assert.equal(refusalOf('SRC/A.ts'), 'malformed', 'the same file on many systems');
    assert.equal(refusalOf('src'), 'malformed', 'a folder');
    assert.equal(refusalOf('src/a.ts/b.ts'), 'malformed', 'below a file');
  });

  it('knows a file of the task by other ways to write its path', () => {
    for (const path of [
      './src/a.ts',
      'src\\a.ts',
      '/src/a.ts',
      '/home/me/w/src/a.ts',
      'C:\\w\\src\\a.ts',
      'src//a.ts',
    ]) {
      assert.equal(edited('a\n', replace(path, 'a', 'b')).text, 'b\n', path);
    }
    for (const path of ['a.ts', '/w/xsrc/a.ts', '/w/../src/a.ts', 'w/src/a.ts', '/w/src/a.ts/']) {
      assert.equal(edited('a\n', replace(path, 'a', 'b')).text, 'a\n', path);
    }
  });

  it('does not guess between two files that an absolute path may mean', () => {
    const files = [sourceFile('a\n', 'src/a.ts'), sourceFile('a\n', 'a.ts')];
    const { outcomes } = land(files, [replace('/w/src/a.ts', 'a', 'b'), replace('/src/a.ts', 'a', 'b')]);
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['failed', 'landed'],
    );
  });

  it('says that a file was deleted before, and takes a new one in its place', () => {
    const { overlay, outcomes } = land(
      [sourceFile('a\nb\n')],
      [
        { kind: 'delete', path: 'src/a.ts' },
        replace('src/a.ts', 'a', 'b'),
        { kind: 'create', path: 'src/a.ts', text: 'a\nc\n' },
      ],
    );
    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['landed', 'failed', 'landed'],
    );
    assert.deepEqual(overlayChanges(overlay), [
      {
        path: 'src/a.ts',
        change: 'edit',
        newPath: null,
        changes: [{ baseStart: 1, baseEnd: 2, newStart: 1, newLines: ['c\n'], tier: 'exact' }],
      },
    ]);
  });
});

describe('overlayChanges', () => {
  it('tells of edited, created and deleted files, in the order they were touched', () => {
    const { overlay } = land(
      [sourceFile('a\n'), sourceFile('x\ny\n', 'gone.ts'), sourceFile('z\n', 'same.ts')],
      [
        { kind: 'create', path: 'new.ts', text: 'n\n' },
        { kind: 'delete', path: 'gone.ts' },
        replace('src/a.ts', 'a', 'b'),
        replace('same.ts', 'z', 'zz'),
        replace('same.ts', 'zz', 'z'),
      ],
    );
    assert.deepEqual(overlayChanges(overlay), [
      {
        path: 'new.ts',
        change: 'create',
        newPath: null,
        changes: [{ baseStart: 0, baseEnd: 0, newStart: 0, newLines: ['n\n'], tier: 'exact' }],
      },
      {
        path: 'gone.ts',
        change: 'delete',
        newPath: null,
        changes: [{ baseStart: 0, baseEnd: 2, newStart: 0, newLines: [], tier: 'exact' }],
      },
      {
        path: 'src/a.ts',
        change: 'edit',
        newPath: null,
        changes: [{ baseStart: 0, baseEnd: 1, newStart: 0, newLines: ['b\n'], tier: 'exact' }],
      },
    ]);
  });

  it('makes the edited text out of the base, byte for byte, and the base out of nothing changed', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, next) => {
        const overlay = applyEdit(overlayOf(base), { kind: 'create', path: 'src/a.ts', text: next }).overlay;
        const [file] = overlayChanges(overlay);
        const text = textOf(overlay, 'src/a.ts');
        assert.equal(composeText(base, file?.changes ?? []), text);
        assert.equal(file === undefined, text === base);
      }),
      { numRuns: 10_000 },
    );
  });
});
