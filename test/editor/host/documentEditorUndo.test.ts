import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { composeText } from '../../../src/core/diff/compose.ts';
import { createDocumentEditor } from '../../../src/host/documentEditor.ts';
import { followRenames } from '../../../src/host/renames.ts';
import {
  applied,
  base,
  documentAt,
  frozen,
  hunk,
  idsOf,
  renameHunk,
  request,
  show,
  textAt,
  undoUntil,
  until,
} from './landing.ts';
import { closeEditors, workspaceUri } from './workspaceFile.ts';

describe('the document editor and Undo', () => {
  const renames = followRenames();
  const editor = createDocumentEditor(renames);
  after(() => {
    editor.dispose();
    renames.dispose();
  });
  afterEach(closeEditors);

  /** Settles soon after VS Code saw that a file of the folder was changed on disk. */
  async function changeOnDisk(folder: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(workspaceUri(folder), '*'));
      watcher.onDidChange(() => {
        watcher.dispose();
        setTimeout(resolve, 200);
      });
    });
  }

  it('takes back edits, a rename with edits, a new and a deleted file in one step, and does them again in one', async () => {
    const task = await frozen('undo/all/task.ts');
    const other = await frozen('undo/all/other.ts');
    const moved = await frozen('undo/all/old.ts', 'one\r\ntwo\r\n');
    const doomed = await frozen('undo/all/doomed.ts', 'gone\r\n');
    const shown = await show(task.path);
    const result = await applied(
      editor,
      request(
        [task, other, moved, doomed],
        [
          hunk(task.path, 0, 1, 'first\n'),
          hunk(other.path, 11, 12, ''),
          renameHunk(moved.path, 'undo/all/deep/new.ts'),
          hunk(moved.path, 1, 2, 'TWO\r\n'),
          hunk('undo/all/made.ts', 0, 0, 'made\n', 'create'),
          hunk(doomed.path, 0, 1, '', 'delete'),
        ],
      ),
    );
    assert.equal(result.landed.length, 6);
    const isWritten = async () =>
      shown.document.lineAt(0).text === 'first' &&
      (await textAt('undo/all/made.ts')) === 'made\n' &&
      (await textAt(doomed.path)) === null &&
      (await textAt(moved.path)) === null &&
      (await documentAt('undo/all/deep/new.ts')).getText() === 'one\r\nTWO\r\n' &&
      (await documentAt(other.path)).lineCount === 12;
    assert.equal(await isWritten(), true);
    assert.equal((await documentAt('undo/all/deep/new.ts')).isDirty, true);
    assert.equal(await textAt('undo/all/deep/new.ts'), 'one\r\ntwo\r\n');

    const isBack = async () =>
      shown.document.getText() === base &&
      (await textAt('undo/all/made.ts')) === null &&
      (await textAt('undo/all/deep/new.ts')) === null &&
      (await textAt(moved.path)) === 'one\r\ntwo\r\n' &&
      (await textAt(doomed.path)) === 'gone\r\n';
    await undoUntil(isBack);
    for (const { path, text } of [task, other, moved, doomed]) {
      const document = await documentAt(path);
      assert.equal(document.getText(), text);
      assert.equal(document.isDirty, false, path);
      assert.equal(await textAt(path), text);
    }
    await vscode.commands.executeCommand('redo');
    await until(isWritten);
    await undoUntil(isBack);
  });

  it('undoes only itself: not the typing before it, and typing after it first', async () => {
    const file = await frozen('undo/typing.ts');
    const shown = await show(file.path);
    await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), 'before\n'));
    const hunks = [
      hunk(file.path, 2, 3, 'one\ntwo\nthree\n'),
      hunk(file.path, 6, 8, ''),
      hunk(file.path, 10, 11, 'X\n'),
    ];
    await applied(editor, request([file], hunks));
    const written = `before\n${composeText(base, hunks)}`;
    assert.equal(shown.document.getText(), written);
    await shown.edit((edit) => edit.insert(new vscode.Position(4, 0), 'after\n'));
    await undoUntil(() => shown.document.getText() === written);
    await undoUntil(() => shown.document.getText() === `before\n${base}`);
    await undoUntil(() => shown.document.getText() === base);
    assert.equal(shown.document.isDirty, false);
  });

  it('takes back the earlier of two applies to the byte, after the later one', async () => {
    const file = await frozen('undo/twice.ts');
    const shown = await show(file.path);
    const first = hunk(file.path, 1, 2, 'a\nb\nc\nd\n');
    await applied(editor, request([file], [first]));
    await applied(editor, request([file], [hunk(file.path, 8, 9, 'later\n'), hunk(file.path, 11, 12, '')]));
    await undoUntil(() => shown.document.getText() === composeText(base, [first]));
    await undoUntil(() => shown.document.getText() === base);
  });

  it('never deletes a created file that the person typed into, while open or after closing it', async () => {
    for (const isClosed of [false, true]) {
      const folder = `undo/created-${isClosed ? 'closed' : 'open'}`;
      const task = await frozen(`${folder}/task.ts`);
      const made = `${folder}/made.ts`;
      await applied(editor, request([task], [hunk(task.path, 0, 1, 'first\n'), hunk(made, 0, 0, 'made\n', 'create')]));
      const own = await show(made);
      await own.edit((edit) => edit.insert(new vscode.Position(1, 0), 'mine\n'));
      await own.document.save();
      if (isClosed) await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const shown = await show(task.path);
      await undoUntil(() => shown.document.getText() === base);
      await vscode.commands.executeCommand('undo');
      assert.equal(await textAt(made), 'made\nmine\n');
    }
  });

  it('brings back what another program wrote into a created file that Undo deletes', async () => {
    const task = await frozen('undo/outside/task.ts');
    const made = 'undo/outside/[id].ts';
    await applied(editor, request([task], [hunk(task.path, 0, 1, 'first\n'), hunk(made, 0, 0, 'made\n', 'create')]));
    const seen = changeOnDisk('undo/outside');
    await writeFile(workspaceUri(made).fsPath, 'made\nby a generator\n');
    await seen;
    const shown = await show(task.path);
    await undoUntil(() => shown.document.getText() === base);
    await until(async () => (await textAt(made)) === 'made\nby a generator\n');
  });

  it('keeps what was saved in a created file when Undo is pressed there once too often', async () => {
    const task = await frozen('undo/often/task.ts');
    const made = 'undo/often/made.ts';
    await applied(editor, request([task], [hunk(made, 0, 0, 'made\n', 'create')]));
    const own = await show(made);
    await own.edit((edit) => edit.insert(new vscode.Position(1, 0), 'mine\n'));
    const seen = changeOnDisk('undo/often');
    await own.document.save();
    await seen;
    await undoUntil(() => own.document.getText() === 'made\n');
    const deleted = new Promise<void>((resolve) => {
      const subscription = vscode.workspace.onDidDeleteFiles(() => {
        subscription.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('undo');
    await deleted;
    await until(async () => (await textAt(made)) === 'made\nmine\n');
  });

  it('deletes a created file for good when the person does', async () => {
    const task = await frozen('undo/purpose/task.ts');
    await applied(editor, request([task], [hunk('undo/purpose/made.ts', 0, 0, 'made\n', 'create')]));
    await writeFile(workspaceUri('undo/purpose/made.ts').fsPath, 'changed\n');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(workspaceUri('undo/purpose/made.ts'));
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await textAt('undo/purpose/made.ts'), null);
  });

  it('takes 500 hunks in 40 files back in one step', async () => {
    const long = Array.from({ length: 130 }, (_, line) => `line ${line}\n`).join('');
    const files = await Promise.all(
      Array.from({ length: 40 }, (_, index) => frozen(`undo/many/file ${index}.ts`, long)),
    );
    const hunks = files.flatMap(({ path }, index) =>
      Array.from({ length: index < 20 ? 13 : 12 }, (_, each) => hunk(path, each * 10, each * 10 + 1, `new ${each}\n`)),
    );
    assert.equal(hunks.length, 500);
    const shown = await show(files[0]?.path ?? '');
    const result = await applied(editor, request(files, hunks));
    assert.deepEqual(new Set(idsOf(result.landed)), new Set(idsOf(hunks)));
    for (const { path } of files) {
      const own = hunks.filter((each) => each.path === path);
      assert.equal((await documentAt(path)).getText(), composeText(long, own));
    }
    await undoUntil(() => shown.document.getText() === long);
    for (const { path } of files) await until(async () => (await documentAt(path)).getText() === long);
  });
});
