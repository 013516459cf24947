import assert from 'node:assert/strict';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { composeText } from '../../../src/core/diff/compose.ts';
import { createDocumentEditor } from '../../../src/host/documentEditor.ts';
import { followRenames } from '../../../src/host/renames.ts';
import { sourceFile } from '../../../src/host/taskFromEditor.ts';
import { applied, base, documentAt, failureOf, frozen, hunk, idsOf, request, textAt } from './landing.ts';
import { closeEditors, workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

describe('the document editor', () => {
  const renames = followRenames();
  const editor = createDocumentEditor(renames);
  after(() => {
    editor.dispose();
    renames.dispose();
  });
  afterEach(closeEditors);

  it('writes all hunks of a file as one edit that one Undo takes back, and saves nothing', async () => {
    const file = await frozen('apply/one.ts');
    const shown = await vscode.window.showTextDocument(await documentAt(file.path));
    shown.selection = new vscode.Selection(11, 2, 11, 2);
    const hunks = [
      hunk(file.path, 1, 2, 'changed\n'),
      hunk(file.path, 5, 5, 'new a\nnew b\n'),
      hunk(file.path, 8, 10, ''),
    ];
    const result = await applied(editor, request([file], hunks));
    assert.equal(result.landed.length, 3);
    assert.equal(shown.document.getText(), composeText(base, hunks));
    assert.equal(shown.document.isDirty, true);
    assert.equal(await textAt(file.path), base);
    assert.deepEqual(shown.selection.active, new vscode.Position(11, 2));
    await vscode.commands.executeCommand('undo');
    assert.equal(shown.document.getText(), base);
  });

  it('writes into a document that no editor shows', async () => {
    const file = await frozen('apply/closed.ts');
    const change = hunk(file.path, 0, 1, 'first\n');
    await applied(editor, request([file], [change]));
    assert.equal((await documentAt(file.path)).getText(), composeText(base, [change]));
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('keeps CRLF, tabs, a missing final newline and a byte order mark to the byte', async () => {
    const content = '\uFEFFone\r\n\ttwo  \r\nthree\r\n\tlast';
    const file = await frozen('apply/windows.txt', content);
    await applied(
      editor,
      request([file], [hunk(file.path, 1, 2, '\tTWO\r\n'), hunk(file.path, 3, 4, '\tlast\r\nmore')]),
    );
    const document = await documentAt(file.path);
    assert.equal(document.getText(), 'one\r\n\tTWO\r\nthree\r\n\tlast\r\nmore');
    await document.save();
    assert.equal(await textAt(file.path), '\uFEFFone\r\n\tTWO\r\nthree\r\n\tlast\r\nmore');
  });

  it('lands what still fits after the person typed, and says what does not', async () => {
    const file = await frozen('apply/typed.ts');
    const shown = await vscode.window.showTextDocument(await documentAt(file.path));
    await shown.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'typed above\n');
      edit.replace(new vscode.Range(6, 0, 7, 0), 'typed instead\n');
      edit.replace(new vscode.Range(9, 0, 10, 0), 'the same\n');
    });
    const hunks = [
      hunk(file.path, 2, 3, 'landed\n'),
      hunk(file.path, 6, 7, 'missed\n'),
      hunk(file.path, 9, 10, 'the same\n'),
    ];
    // `edit` above counts lines of the text before it, so that line 6 and line 9 are the ones replaced.
    const result = await applied(editor, request([file], hunks));
    assert.deepEqual(idsOf(result.landed), [`${file.path}:2`]);
    assert.deepEqual(idsOf(result.missed), [`${file.path}:6`]);
    assert.deepEqual(idsOf(result.alreadyThere), [`${file.path}:9`]);
    assert.equal(
      shown.document.getText(),
      `typed above\n${composeText(base, [hunks[0] ?? hunk('', 0, 0, ''), hunk('', 6, 7, 'typed instead\n'), hunk('', 9, 10, 'the same\n')])}`,
    );
  });

  it('keeps what is typed while the edit is on its way', async () => {
    const file = await frozen('apply/racing.ts');
    const shown = await vscode.window.showTextDocument(await documentAt(file.path));
    const typing = shown.edit((edit) => edit.insert(new vscode.Position(0, 0), 'typed meanwhile\n'));
    const [result] = await Promise.all([editor.apply(request([file], [hunk(file.path, 11, 12, 'changed\n')])), typing]);
    assert.equal(result?.kind, 'applied');
    assert.equal(shown.document.getText(), `typed meanwhile\n${composeText(base, [hunk('', 11, 12, 'changed\n')])}`);
  });

  it('writes an untitled document while it is open, and never makes a new one of it', async () => {
    const document = await vscode.workspace.openTextDocument({ content: base });
    await vscode.window.showTextDocument(document);
    const file = sourceFile(document);
    await applied(editor, request([file], [hunk(file.path, 0, 1, 'first\n')]));
    assert.equal(document.lineAt(0).text, 'first');
    await closeEditors();
    assert.deepEqual(await failureOf(editor, request([file], [hunk(file.path, 1, 2, 'x\n')])), {
      kind: 'document-gone',
      path: file.path,
    });
  });

  it('follows a rename, and says so when the file is gone', async () => {
    const file = await frozen('apply/before/name.ts');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(workspaceUri('apply/before'), workspaceUri('apply/after'));
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await applied(editor, request([file], [hunk(file.path, 0, 1, 'first\n')]));
    const moved = await vscode.workspace.openTextDocument(workspaceUri('apply/after/name.ts'));
    assert.equal(moved.lineAt(0).text, 'first');

    const gone = await frozen('apply/gone.ts');
    await vscode.workspace.fs.delete(vscode.Uri.parse(gone.uri));
    assert.deepEqual(await failureOf(editor, request([gone], [hunk(gone.path, 0, 1, 'x\n')])), {
      kind: 'document-gone',
      path: gone.path,
    });
  });

  it('writes the file that stands in its own place, whatever stood there before and was moved away', async () => {
    await writeWorkspaceFile('apply/reused.ts', base);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(workspaceUri('apply/reused.ts'), workspaceUri('apply/moved.ts'));
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    const file = await frozen('apply/reused.ts');
    await applied(editor, request([file], [hunk(file.path, 0, 1, 'first\n')]));
    assert.equal((await documentAt(file.path)).lineAt(0).text, 'first');
    assert.equal((await vscode.workspace.openTextDocument(workspaceUri('apply/moved.ts'))).getText(), base);
  });

  it('refuses a read-only file, and then writes no other file either', async () => {
    const free = await frozen('apply/free.ts');
    const locked = await frozen('apply/locked.ts');
    await chmod(vscode.Uri.parse(locked.uri).fsPath, 0o444);
    const hunks = [hunk(free.path, 0, 1, 'x\n'), hunk(locked.path, 0, 1, 'x\n')];
    assert.deepEqual(await failureOf(editor, request([free, locked], hunks)), { kind: 'read-only', path: locked.path });
    assert.equal((await documentAt(free.path)).getText(), base);
  });

  it('creates and deletes files in the same edit, but neither over nor under what changed meanwhile', async () => {
    const file = await frozen('apply/task.ts');
    const doomed = await frozen('apply/doomed.ts');
    const changed = await frozen('apply/changed.ts');
    await writeWorkspaceFile('apply/taken.ts', 'mine\n');
    await vscode.workspace.fs.writeFile(vscode.Uri.parse(changed.uri), Buffer.from('changed\n'));
    // VS Code takes a while to notice what changed on disk.
    const changedDocument = await documentAt(changed.path);
    while (changedDocument.getText() === base) await new Promise((resolve) => setTimeout(resolve, 50));
    const result = await applied(
      editor,
      request(
        [file, doomed, changed],
        [
          hunk('apply/new/deep.ts', 0, 0, 'created\n', 'create'),
          hunk('apply/taken.ts', 0, 0, 'theirs\n', 'create'),
          hunk(doomed.path, 0, 12, '', 'delete'),
          hunk(changed.path, 0, 12, '', 'delete'),
        ],
      ),
    );
    assert.deepEqual(idsOf(result.landed), ['apply/new/deep.ts:create0', `${doomed.path}:delete0`]);
    assert.deepEqual(idsOf(result.missed), ['apply/taken.ts:create0', `${changed.path}:delete0`]);
    assert.equal(await textAt('apply/new/deep.ts'), 'created\n');
    assert.equal(await textAt('apply/taken.ts'), 'mine\n');
    assert.equal(await textAt('apply/changed.ts'), 'changed\n');
    await assert.rejects(async () => vscode.workspace.fs.stat(vscode.Uri.parse(doomed.uri)));
  });

  it('makes no file of two that would go to the same place', async () => {
    const file = await frozen('apply/task.ts');
    const one = hunk('apply/both.css', 0, 0, '<p>one</p>\n', 'create');
    const other = { ...hunk('apply/both.css', 0, 0, 'p {}\n', 'create'), id: 'other' };
    const failure = await failureOf(editor, request([file], [one, other]));
    assert.deepEqual(failure, { kind: 'path-refused', path: 'apply/both.css', reason: 'made-twice' });
    await assert.rejects(async () => vscode.workspace.fs.stat(workspaceUri('apply/both.css')));
  });

  it('creates nothing outside the workspace, through symbolic links, or among the files of version control', async () => {
    const file = await frozen('apply/here.ts');
    const outside = vscode.Uri.joinPath(workspaceUri('apply'), '..', '..', `outside-${Date.now()}`).fsPath;
    await mkdir(outside);
    await symlink(outside, workspaceUri('apply/link').fsPath);
    await symlink(workspaceUri('apply/here.ts').fsPath, workspaceUri('apply/alias.ts').fsPath);
    const reasonFor = async (path: string) => {
      const failure = await failureOf(editor, request([file], [hunk(path, 0, 0, 'x\n', 'create')]));
      assert.ok(failure.kind === 'path-refused', JSON.stringify(failure));
      return failure.reason;
    };
    assert.equal(await reasonFor('../escaped.ts'), 'outside-workspace');
    assert.equal(await reasonFor('/elsewhere/escaped.ts'), 'outside-workspace');
    assert.equal(await reasonFor('apply/link/escaped.ts'), 'outside-workspace');
    assert.equal(await reasonFor('apply/alias.ts'), 'symbolic-link');
    assert.equal(await reasonFor('.GIT/hooks/pre-commit'), 'protected');
    assert.equal(await reasonFor('.env'), 'secret');
    assert.equal(await reasonFor('apply/a\u202egnp.ts'), 'malformed');
    assert.deepEqual(await vscode.workspace.fs.readDirectory(vscode.Uri.file(outside)), []);
    await vscode.workspace.fs.delete(vscode.Uri.file(outside), { recursive: true });
  });
});
