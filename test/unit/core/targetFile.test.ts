import assert from 'node:assert/strict';
import type { Hunk } from '../../../src/core/diff/hunk.ts';
import { pathsMadeBeside, redirectHunks, sourcesOf } from '../../../src/core/targetFile.ts';
import type { SourceFile, Task } from '../../../src/core/task.ts';
import { sampleTask } from '../app/fakes.ts';

const html = { framework: 'html', typescript: false, tailwind: false } as const;
const target: SourceFile = {
  ...sampleTask.file,
  path: 'site/other.html',
  uri: 'file:///shop/site/other.html',
  text: '',
};
const hunk = (id: string, change: Partial<Hunk>): Hunk => ({
  id,
  path: 'src/basket.ts',
  change: 'edit',
  baseStart: 0,
  baseEnd: 0,
  newStart: 0,
  newLines: [],
  newPath: null,
  tier: 'exact',
  edited: false,
  ...change,
});
const into = (task: Task, hunks: readonly Hunk[]) => redirectHunks(task, target, hunks).map((each) => each.hunk);

describe('what is made, in another file than was asked for', () => {
  const making: Task = {
    ...sampleTask,
    kind: 'ui',
    selection: null,
    file: { ...target, path: 'page.html' },
    ui: { ...html, place: 'new-file' },
  };
  const page = hunk('left-1-1', { path: 'page.html', change: 'create', newLines: ['<p>x\n'] });
  const styles = hunk('left-1-2', { path: 'page.css', change: 'create', newLines: ['p{}\n'] });

  it('is made there, and every other file where it was', () => {
    assert.deepEqual(into(making, [page, styles]), [{ ...page, path: 'site/other.html' }, styles]);
    assert.deepEqual(redirectHunks(making, null, [page]), [{ hunk: page, sources: [page] }]);
  });

  it('cannot be where an answer makes another file', () => {
    const moved = hunk('right-1-1', { path: 'old.css', change: 'rename', newPath: 'new.css' });
    const elsewhere = hunk('right-1-2', { path: 'src/main.ts' });
    assert.deepEqual(pathsMadeBeside(making, [page, styles, styles, moved, elsewhere]), ['page.css', 'new.css']);
  });

  const editing: Task = { ...sampleTask, kind: 'ui', selection: null, ui: { ...html, place: 'file' } };
  const first = hunk('left-1-1', { baseStart: 0, baseEnd: 1, newLines: ['ONE\n', 'and a half\n'] });
  const last = hunk('right-1-1', { baseStart: 4, baseEnd: 5, newLines: ['FIVE\n'] });

  it('is the whole file as it would be, which stays as it is itself', () => {
    const redirected = redirectHunks(editing, target, [first, styles, last]);
    const [made, other] = redirected.map((each) => each.hunk);
    assert.equal(made?.change, 'create');
    assert.equal(made?.path, 'site/other.html');
    assert.equal(made?.newLines.join(''), 'ONE\nand a half\ntwo\nthree\nfour\nFIVE\n');
    assert.deepEqual(other, styles);
    assert.equal(redirected.length, 2);
    assert.deepEqual(sourcesOf(redirected, made === undefined ? [] : [made]), [first, last]);
    assert.deepEqual(sourcesOf(redirected, []), []);
  });

  it('is the selection as it becomes, without what was changed elsewhere in the file', () => {
    const replacing: Task = { ...editing, selection: { start: 4, end: 13 }, ui: { ...html, place: 'selection' } };
    const inside = hunk('left-1-2', { baseStart: 1, baseEnd: 3, newLines: ['2\n', '2.5\n', '3\n'] });
    const far = hunk('left-1-3', { baseStart: 4, baseEnd: 5, newLines: [] });
    assert.equal(into(replacing, [inside]).at(0)?.newLines.join(''), '2\n2.5\n3\n');
    const ahead: Task = { ...replacing, selection: { start: 8, end: 13 } };
    const third = hunk('left-1-2', { baseStart: 2, baseEnd: 3, newLines: ['3\n', '3.5\n'] });
    assert.equal(into(ahead, [first, third, far]).at(0)?.newLines.join(''), '3\n3.5\n');
  });

  it('is nothing where nothing of it was accepted', () => {
    assert.deepEqual(into(editing, []), []);
    assert.deepEqual(into(editing, [hunk('left-1-9', { change: 'delete', baseEnd: 5 })]), []);
  });
});
