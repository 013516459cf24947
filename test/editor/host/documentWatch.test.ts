import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { SourceFile } from '../../../src/core/task.ts';
import { watchDocuments } from '../../../src/host/documentWatch.ts';
import { followRenames } from '../../../src/host/renames.ts';
import { base, frozen, show, until } from './landing.ts';
import { closeEditors, workspaceUri } from './workspaceFile.ts';

describe('the document watch', () => {
  const renames = followRenames();
  const watch = watchDocuments(renames);
  after(() => {
    watch.dispose();
    renames.dispose();
  });
  afterEach(closeEditors);

  async function watching(files: readonly SourceFile[], deed: (told: [string, string | null][]) => Promise<void>) {
    const told: [string, string | null][] = [];
    const watched = watch.watch(files, (path, text) => told.push([path, text]));
    try {
      await deed(told);
    } finally {
      watched.dispose();
    }
  }

  it('tells of typing once for a burst, and when the text is again what it was', async () => {
    const file = await frozen('watch/typed.ts');
    const shown = await show(file.path);
    await watching([file], async (told) => {
      for (const letter of 'abcdef') {
        await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), letter), {
          undoStopBefore: false,
          undoStopAfter: false,
        });
      }
      await until(() => told.at(-1)?.[1] === `fedcba${base}`);
      assert.ok(told.length < 6, `${told.length} calls for 6 letters`);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await until(() => told.at(-1)?.[1] === base);
    });
  });

  it('tells at once of a file that differs already, and not of others', async () => {
    const same = await frozen('watch/same.ts');
    const file = await frozen('watch/differs.ts');
    const shown = await show(file.path);
    await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    await watching([same, file], async (told) => {
      await until(() => told.length > 0);
      assert.deepEqual(told, [[file.path, `x${base}`]]);
    });
  });

  it('tells of what other programs do to a closed file: written, deleted, made again', async () => {
    const file = await frozen('watch/closed [1].ts');
    const { fsPath } = workspaceUri(file.path);
    await watching([file], async (told) => {
      await writeFile(fsPath, 'written\n');
      await until(() => told.at(-1)?.[1] === 'written\n');
      await rm(fsPath);
      await until(() => told.at(-1)?.[1] === null);
      await writeFile(fsPath, base);
      await until(() => told.at(-1)?.[1] === base);
    });
  });

  it('follows a rename in VS Code without a word, and tells of typing under the new name', async () => {
    const file = await frozen('watch/from.ts');
    await watching([file], async (told) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(workspaceUri(file.path), workspaceUri('watch/to.ts'));
      assert.equal(await vscode.workspace.applyEdit(edit), true);
      const shown = await show('watch/to.ts');
      await shown.edit((each) => each.insert(new vscode.Position(0, 0), 'x'));
      await until(() => told.length > 0);
      assert.deepEqual(told, [[file.path, `x${base}`]]);
    });
  });

  it('is silent once it is disposed of', async () => {
    const file = await frozen('watch/silent.ts');
    const shown = await show(file.path);
    const told: string[] = [];
    const watched = watch.watch([file], (path) => told.push(path));
    await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), 'x'));
    watched.dispose();
    const other = await frozen('watch/other.ts', 'x');
    await watching([{ ...other, text: '' }], async (heard) => until(() => heard.length > 0));
    assert.deepEqual(told, []);
  });
});
