import assert from 'node:assert/strict';
import { chmod, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { composeText } from '../../../src/core/diff/compose.ts';
import { conflictsOf } from '../../../src/core/diff/conflict.ts';
import { createDocumentEditor } from '../../../src/host/documentEditor.ts';
import { followRenames } from '../../../src/host/renames.ts';
import {
  applied,
  base,
  documentAt,
  failureOf,
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
import { closeEditors, workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

describe('the document editor after changes meanwhile', () => {
  const renames = followRenames();
  const editor = createDocumentEditor(renames);
  after(() => {
    editor.dispose();
    renames.dispose();
  });
  afterEach(closeEditors);

  async function typeInstead(path: string, line: number, text: string): Promise<vscode.TextEditor> {
    const shown = await show(path);
    await shown.edit((edit) => edit.replace(new vscode.Range(line, 0, line + 1, 0), text));
    return shown;
  }

  it('writes a conflict that was resolved for the model, and what else fits, in one step', async () => {
    const file = await frozen('meanwhile/resolved.ts');
    const shown = await typeInstead(file.path, 5, 'mine\n');
    const hunks = [hunk(file.path, 1, 2, 'fits\n'), hunk(file.path, 5, 6, 'theirs\n')];
    const current = shown.document.getText();
    const [conflict] = conflictsOf(base, current, hunks);
    assert.deepEqual(conflict?.hunkIds, [`${file.path}:5`]);
    const resolutions = { [`${file.path}:5`]: { take: 'theirs', mine: 'mine\n' } } as const;
    const result = await applied(editor, request([file], hunks, resolutions));
    assert.deepEqual(new Set(idsOf(result.landed)), new Set(idsOf(hunks)));
    assert.deepEqual(result.missed, []);
    assert.equal(shown.document.getText(), composeText(base, hunks));
    await undoUntil(() => shown.document.getText() === current);
  });

  it('misses a conflict that is open, was resolved for the person, or about other lines', async () => {
    const file = await frozen('meanwhile/open.ts');
    const shown = await typeInstead(file.path, 5, 'mine, again\n');
    const text = shown.document.getText();
    const own = hunk(file.path, 5, 6, 'theirs\n');
    for (const resolutions of [
      {},
      { [own.id]: { take: 'mine', mine: 'mine, again\n' } as const },
      { [own.id]: { take: 'theirs', mine: 'mine\n' } as const },
    ]) {
      const result = await applied(editor, request([file], [own], resolutions));
      assert.deepEqual(result.landed, []);
      assert.deepEqual(idsOf(result.missed), [own.id]);
      assert.equal(shown.document.getText(), text);
    }
  });

  it('renames no file onto another one, and still writes what is to be changed in it', async () => {
    const file = await frozen('meanwhile/rename/from.ts');
    await writeWorkspaceFile('meanwhile/rename/to.ts', 'mine\n');
    const result = await applied(
      editor,
      request([file], [renameHunk(file.path, 'meanwhile/rename/to.ts'), hunk(file.path, 0, 1, 'first\n')]),
    );
    assert.deepEqual(idsOf(result.missed), [`${file.path}:rename0`]);
    assert.deepEqual(idsOf(result.landed), [`${file.path}:0`]);
    assert.equal(await textAt('meanwhile/rename/to.ts'), 'mine\n');
    assert.equal((await documentAt(file.path)).lineAt(0).text, 'first');
  });

  it('renames a file with unsaved typing, which stays unsaved and is there again after Undo', async () => {
    const file = await frozen('meanwhile/dirty/from.ts');
    const shown = await show(file.path);
    await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), 'typed\n'));
    const target = 'meanwhile/dirty/to.ts';
    const result = await applied(
      editor,
      request([file], [renameHunk(file.path, target), hunk(file.path, 11, 12, 'last\n')]),
    );
    assert.equal(result.landed.length, 2);
    const document = await documentAt(target);
    assert.equal(document.getText(), `typed\n${composeText(base, [hunk('', 11, 12, 'last\n')])}`);
    assert.equal(document.isDirty, true);
    assert.equal(await textAt(target), base);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), workspaceUri(target).toString());
    await undoUntil(async () => (await textAt(file.path)) === base && (await textAt(target)) === null);
    await until(async () => (await documentAt(file.path)).getText() === `typed\n${base}`);
    assert.equal((await documentAt(file.path)).isDirty, true);
  });

  it('says so when the person made the same rename, and keeps to theirs when they made another', async () => {
    for (const [name, expected] of [
      ['same', 'alreadyThere'],
      ['different', 'missed'],
    ] as const) {
      const file = await frozen(`meanwhile/${name}/from.ts`);
      const own = `meanwhile/${name}/own.ts`;
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(vscode.Uri.parse(file.uri), workspaceUri(own));
      assert.equal(await vscode.workspace.applyEdit(edit), true);
      const target = name === 'same' ? own : `meanwhile/${name}/theirs.ts`;
      const result = await applied(
        editor,
        request([file], [renameHunk(file.path, target), hunk(file.path, 0, 1, 'first\n')]),
      );
      assert.deepEqual(idsOf(result[expected]), [`${file.path}:rename0`]);
      assert.deepEqual(idsOf(result.landed), [`${file.path}:0`]);
      assert.equal((await documentAt(own)).lineAt(0).text, 'first');
    }
  });

  it('renames only to places that a model may write', async () => {
    const file = await frozen('meanwhile/places/from.ts');
    for (const [target, reason] of [
      ['../outside.ts', 'outside-workspace'],
      ['.git/hooks/pre-commit', 'protected'],
      ['meanwhile/places/.env', 'secret'],
    ] as const) {
      assert.deepEqual(await failureOf(editor, request([file], [renameHunk(file.path, target)])), {
        kind: 'path-refused',
        path: target,
        reason,
      });
    }
    assert.equal(await textAt(file.path), base);
  });

  it('deletes what was changed and saved meanwhile only when the person decided so', async () => {
    const changed = await frozen('meanwhile/delete/changed.ts');
    const text = `mine\n${base}`;
    const uri = await writeWorkspaceFile(changed.path, text);
    await until(async () => (await documentAt(changed.path)).getText() === text);
    const own = hunk(changed.path, 0, 12, '', 'delete');
    const mine = conflictsOf(base, text, [own])[0]?.mine.join('') ?? '';
    const undecided = await applied(editor, request([changed], [own]));
    assert.deepEqual(idsOf(undecided.missed), [own.id]);
    const decided = await applied(editor, request([changed], [own], { [own.id]: { take: 'theirs', mine } }));
    assert.deepEqual(idsOf(decided.landed), [own.id]);
    await assert.rejects(async () => vscode.workspace.fs.stat(uri));
  });

  it('deletes nothing that was typed in, and is content with what is gone already', async () => {
    const typed = await frozen('meanwhile/delete/typed.ts');
    const gone = await frozen('meanwhile/delete/gone.ts');
    const shown = await show(typed.path);
    await shown.edit((edit) => edit.insert(new vscode.Position(0, 0), 'typed\n'));
    await rm(workspaceUri(gone.path).fsPath);
    const result = await applied(
      editor,
      request([typed, gone], [hunk(typed.path, 0, 12, '', 'delete'), hunk(gone.path, 0, 12, '', 'delete')]),
    );
    assert.deepEqual(idsOf(result.missed), [`${typed.path}:delete0`]);
    assert.deepEqual(idsOf(result.alreadyThere), [`${gone.path}:delete0`]);
    assert.equal(await textAt(typed.path), base);
  });

  it('writes two requests of the same moment one after the other, and loses none', async () => {
    const file = await frozen('meanwhile/both.ts');
    const shown = await show(file.path);
    const one = [hunk(file.path, 0, 1, 'one\n'), hunk('meanwhile/both-made.ts', 0, 0, 'made\n', 'create')];
    const other = [hunk(file.path, 11, 12, 'other\n'), hunk('meanwhile/both-made.ts', 0, 0, 'made\n', 'create')];
    const [first, second] = await Promise.all([
      applied(editor, request([file], one)),
      applied(editor, request([file], other)),
    ]);
    assert.equal(first.landed.length, 2);
    assert.deepEqual(idsOf(second.landed), [`${file.path}:11`]);
    assert.deepEqual(idsOf(second.alreadyThere), ['meanwhile/both-made.ts:create0']);
    assert.equal(shown.document.getText(), composeText(base, [hunk('', 0, 1, 'one\n'), hunk('', 11, 12, 'other\n')]));
  });

  it('keeps every letter typed while hunks of several files and a new one are on their way', async () => {
    const file = await frozen('meanwhile/typing.ts');
    const other = await frozen('meanwhile/typing-other.ts');
    const shown = await show(file.path);
    shown.selection = new vscode.Selection(0, 0, 0, 0);
    const letters = 60;
    let typed = 0;
    const typing = (async () => {
      while (typed < letters) {
        await vscode.commands.executeCommand('type', { text: 'x' });
        typed += 1;
        // Faster than anybody types.
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    })();
    await until(() => typed > 5);
    const result = await applied(
      editor,
      request(
        [file, other],
        [
          hunk(file.path, 11, 12, 'changed\n'),
          hunk(other.path, 0, 1, 'first\n'),
          hunk('meanwhile/typing-made.ts', 0, 0, 'made\n', 'create'),
        ],
      ),
    );
    await typing;
    assert.equal(result.landed.length, 3);
    assert.equal(shown.document.getText(), 'x'.repeat(letters) + composeText(base, [hunk('', 11, 12, 'changed\n')]));
    assert.equal(await textAt('meanwhile/typing-made.ts'), 'made\n');
    assert.equal((await documentAt(other.path)).lineAt(0).text, 'first');
  });

  it('writes where it belongs in a renamed file that is changed in the very moment of its rename', async () => {
    const file = await frozen('meanwhile/moving/from.ts');
    await show(file.path);
    const answering = vscode.workspace.onWillRenameFiles((event) => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(workspaceUri(file.path), new vscode.Position(0, 0), 'import path\n');
      edit.replace(workspaceUri(file.path), new vscode.Range(8, 0, 9, 0), 'mine\n');
      event.waitUntil(Promise.resolve(edit));
    });
    try {
      const target = 'meanwhile/moving/to.ts';
      const hunks = [renameHunk(file.path, target), hunk(file.path, 3, 4, 'fits\n'), hunk(file.path, 8, 9, 'theirs\n')];
      const result = await applied(editor, request([file], hunks));
      assert.deepEqual(idsOf(result.missed), [`${file.path}:8`]);
      assert.equal(
        (await documentAt(target)).getText(),
        `import path\n${composeText(base, [hunk('', 3, 4, 'fits\n'), hunk('', 8, 9, 'mine\n')])}`,
      );
    } finally {
      answering.dispose();
    }
  });

  it('says which file or folder is read-only, by permission or by a setting, and writes none', async () => {
    const free = await frozen('meanwhile/locked/free.ts');
    const bySetting = await frozen('meanwhile/locked/generated/out.ts');
    const doomed = await frozen('meanwhile/locked/folder/doomed.ts');
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/generated/**': true }, vscode.ConfigurationTarget.Workspace);
    await chmod(workspaceUri('meanwhile/locked/folder').fsPath, 0o555);
    try {
      for (const [hunks, path] of [
        [[hunk(bySetting.path, 0, 1, 'x\n')], bySetting.path],
        [[hunk(doomed.path, 0, 12, '', 'delete')], doomed.path],
        [[renameHunk(free.path, 'meanwhile/locked/folder/new.ts')], 'meanwhile/locked/folder/new.ts'],
        [[hunk('meanwhile/locked/folder/made.ts', 0, 0, 'x\n', 'create')], 'meanwhile/locked/folder/made.ts'],
      ] as const) {
        const asked = request([free, bySetting, doomed], [hunk(free.path, 1, 2, 'x\n'), ...hunks]);
        assert.deepEqual(await failureOf(editor, asked), { kind: 'read-only', path });
        assert.equal((await documentAt(free.path)).getText(), base);
      }
    } finally {
      await chmod(workspaceUri('meanwhile/locked/folder').fsPath, 0o755);
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('writes into a file that another program saved meanwhile, open or closed', async () => {
    const open = await frozen('meanwhile/saved/open.ts');
    const closed = await frozen('meanwhile/saved/closed.ts');
    const shown = await show(open.path);
    for (const { path } of [open, closed]) await writeFile(workspaceUri(path).fsPath, `above\n${base}`);
    await until(() => shown.document.lineAt(0).text === 'above');
    const hunks = [hunk(open.path, 3, 4, 'new\n'), hunk(closed.path, 3, 4, 'new\n')];
    await until(async () => (await documentAt(closed.path)).lineAt(0).text === 'above');
    assert.equal((await applied(editor, request([open, closed], hunks))).landed.length, 2);
    for (const { path } of [open, closed]) {
      assert.equal((await documentAt(path)).getText(), `above\n${composeText(base, [hunk('', 3, 4, 'new\n')])}`);
    }
  });
});
