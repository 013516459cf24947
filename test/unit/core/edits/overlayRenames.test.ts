import assert from 'node:assert/strict';
import {
  applyEdit,
  createOverlay,
  fileToRead,
  overlayChanges,
  pathsOf,
  textOf,
  withFile,
} from '../../../../src/core/edits/overlay.ts';
import type { FileEdit } from '../../../../src/core/edits/toolCall.ts';
import { sourceFile } from './sourceFiles.ts';

const start = createOverlay([sourceFile('a\nb\n', 'src/a.ts'), sourceFile('other\n', 'src/other.ts')]);

function land(...edits: readonly FileEdit[]) {
  let overlay = start;
  const outcomes = edits.map((edit) => {
    const step = applyEdit(overlay, edit);
    overlay = step.overlay;
    return step.outcome;
  });
  const changes = overlayChanges(overlay).map(({ path, change, newPath }) => [change, path, newPath]);
  return { overlay, changes, outcomes, kinds: outcomes.map(({ kind }) => kind) };
}

const rename = (path: string, newPath: string): FileEdit => ({ kind: 'rename', path, newPath });
const replace = (path: string, oldText: string, newText: string): FileEdit => ({
  kind: 'replace',
  path,
  oldText,
  newText,
});

describe('Renames in an overlay', () => {
  it('keep the file’s edits, which go on under the new path', () => {
    const { overlay, changes, outcomes } = land(
      replace('src/a.ts', 'a\n', 'A\n'),
      rename('src/a.ts', 'lib/b.ts'),
      replace('lib/b.ts', 'b\n', 'B\n'),
    );
    assert.equal(textOf(overlay, 'lib/b.ts'), 'A\nB\n');
    assert.deepEqual(pathsOf(overlay), ['lib/b.ts', 'src/other.ts']);
    assert.deepEqual(changes, [
      ['rename', 'src/a.ts', 'lib/b.ts'],
      ['edit', 'src/a.ts', null],
    ]);
    assert.equal(outcomes.at(-1)?.path, 'lib/b.ts');
  });

  it('chain, and lead back to nothing', () => {
    assert.deepEqual(land(rename('src/a.ts', 'b.ts'), rename('b.ts', 'c.ts')).changes, [
      ['rename', 'src/a.ts', 'c.ts'],
    ]);
    assert.deepEqual(land(rename('src/a.ts', 'b.ts'), rename('b.ts', 'src/a.ts')).changes, []);
  });

  it('may change nothing but the case of a name', () => {
    assert.deepEqual(land(rename('src/a.ts', 'src/A.ts')).changes, [['rename', 'src/a.ts', 'src/A.ts']]);
  });

  it('of a file made in the same answer just make it elsewhere', () => {
    const { changes } = land({ kind: 'create', path: 'new.ts', text: 'n\n' }, rename('new.ts', 'newer.ts'));
    assert.deepEqual(changes, [['create', 'newer.ts', null]]);
  });

  it('are forgotten when the file is deleted after all', () => {
    assert.deepEqual(land(rename('src/a.ts', 'b.ts'), { kind: 'delete', path: 'b.ts' }).changes, [
      ['delete', 'src/a.ts', null],
    ]);
  });

  it('never go where a file is, was, or may not be', () => {
    for (const [newPath, reason] of [
      ['src/other.ts', /already/],
      ['../outside.ts', /inside/],
      ['.git/hooks/pre-commit', /git keeps/],
      ['.env', /secrets/],
      ['src/other.ts/deeper.ts', /folder/],
    ] as const) {
      const { outcomes, changes } = land(rename('src/a.ts', newPath));
      const [outcome] = outcomes;
      assert.match(outcome?.kind === 'failed' ? outcome.reason : 'landed', reason, newPath);
      assert.deepEqual(changes, []);
    }
    assert.deepEqual(land(rename('nowhere.ts', 'b.ts')).kinds, ['failed']);
    assert.deepEqual(land({ kind: 'delete', path: 'src/a.ts' }, rename('src/a.ts', 'b.ts')).kinds, [
      'landed',
      'failed',
    ]);
    assert.deepEqual(land(rename('src/a.ts', 'b.ts'), rename('src/other.ts', 'src/a.ts')).kinds, ['landed', 'failed']);
  });

  it('leave no room for another file in the old place', () => {
    const { outcomes } = land(rename('src/a.ts', 'b.ts'), { kind: 'create', path: 'src/a.ts', text: 'x\n' });
    const last = outcomes.at(-1);
    assert.match(last?.kind === 'failed' ? last.reason : 'landed', /renamed away/);
  });
});

describe('fileToRead', () => {
  it('names the file that an edit needs and nobody has read', () => {
    assert.equal(fileToRead(start, replace('lib/c.ts', 'c', 'd')), 'lib/c.ts');
    assert.equal(fileToRead(start, rename('lib/c.ts', 'd.ts')), 'lib/c.ts');
    assert.equal(fileToRead(start, replace('./src/a.ts', 'a', 'b')), null);
    assert.equal(fileToRead(start, { kind: 'create', path: 'lib/c.ts', text: '' }), null);
    const read = withFile(start, sourceFile('c\n', 'lib/c.ts'));
    assert.equal(fileToRead(read, replace('lib/c.ts', 'c', 'd')), null);
    assert.equal(applyEdit(read, replace('lib/c.ts', 'c', 'd')).outcome.kind, 'landed');
  });
});
