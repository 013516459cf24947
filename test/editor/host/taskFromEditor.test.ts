import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { captureTask } from '../../../src/host/taskFromEditor.ts';
import { type TaskTarget, targetOfArguments } from '../../../src/host/taskTarget.ts';
import { closeEditors, workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

async function capture(target: TaskTarget) {
  const captured = await captureTask('fix', () => 'Fix it.', target);
  assert.ok(!('kind' in captured), JSON.stringify(captured));
  return captured.task;
}

async function refusal(target: TaskTarget): Promise<string> {
  const captured = await captureTask('fix', () => 'Fix it.', target);
  assert.ok('kind' in captured && captured.kind === 'document-unsuitable', 'it was not refused');
  return captured.reason;
}

describe('captureTask', () => {
  afterEach(closeEditors);

  it('takes the selection of the active editor, in a file named by its workspace path', async () => {
    const uri = await writeWorkspaceFile('capture/deep/one.ts', 'const a = 1;\r\nconst b = 2;\r\n');
    const editor = await vscode.window.showTextDocument(uri);
    editor.selection = new vscode.Selection(1, 12, 1, 0);
    const { file, selection, kind, otherFiles } = await capture({ kind: 'editor' });
    assert.equal(kind, 'fix');
    assert.deepEqual(otherFiles, []);
    assert.deepEqual(
      { ...file, version: 0 },
      {
        path: 'capture/deep/one.ts',
        uri: uri.toString(),
        languageId: 'typescript',
        version: 0,
        text: 'const a = 1;\r\nconst b = 2;\r\n',
      },
    );
    assert.equal(file.version, editor.document.version);
    assert.deepEqual(selection, { start: 14, end: 26 });
  });

  it('takes the whole file when nothing is selected, with what is not saved yet', async () => {
    const uri = await writeWorkspaceFile('capture/two.ts', 'one\n');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'zero\n'));
    const { file, selection } = await capture({ kind: 'editor' });
    assert.equal(file.text, 'zero\none\n');
    assert.equal(selection, null);
  });

  it('takes an untitled document by its title', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'python', content: 'x = 1' });
    await vscode.window.showTextDocument(document);
    const { file } = await capture({ kind: 'editor' });
    assert.match(file.path, /^Untitled-\d+$/);
    assert.equal(file.languageId, 'python');
  });

  it('takes a file from the explorer whole, without opening it, even when part of it is selected', async () => {
    const uri = await writeWorkspaceFile('capture/three.ts', 'one\ntwo\n');
    const editor = await vscode.window.showTextDocument(uri);
    editor.selection = new vscode.Selection(0, 0, 0, 3);
    const { selection } = await capture(targetOfArguments([uri, [uri]]));
    assert.equal(selection, null);
    await closeEditors();
    const { file } = await capture(targetOfArguments([uri, [uri]]));
    assert.equal(file.path, 'capture/three.ts');
    assert.equal(vscode.window.visibleTextEditors.length, 0);
  });

  it('takes the selection when the editor’s own menu names the document', async () => {
    const uri = await writeWorkspaceFile('capture/four.ts', 'one\ntwo\n');
    const editor = await vscode.window.showTextDocument(uri);
    editor.selection = new vscode.Selection(0, 0, 0, 3);
    assert.deepEqual((await capture(targetOfArguments([uri]))).selection, { start: 0, end: 3 });
  });

  it('takes the whole lines that a diagnostic lies on', async () => {
    const uri = await writeWorkspaceFile('capture/five.ts', 'one\n  two three\nfour\n');
    const range = new vscode.Range(1, 6, 1, 11);
    const { selection } = await capture(targetOfArguments([{ uri, range, message: 'Odd.' }]));
    assert.deepEqual(selection, { start: 4, end: 15 });
  });

  it('refuses what looks secret, by its name, its content or the end of a symbolic link', async () => {
    const file = async (path: string, content: string): Promise<TaskTarget> => ({
      kind: 'file',
      uri: await writeWorkspaceFile(path, content),
    });
    assert.equal(await refusal(await file('capture/.env.local', 'A=1')), 'secret');
    const key = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----\n`;
    assert.equal(await refusal(await file('capture/notes.txt', key)), 'secret');
    const link = workspaceUri('capture/harmless.txt');
    await symlink(workspaceUri('capture/.env.local').fsPath, link.fsPath);
    assert.equal(await refusal({ kind: 'file', uri: link }), 'secret');
  });

  it('refuses what is not text, too large, a notebook, a folder, or not there', async () => {
    const binary = await writeWorkspaceFile('capture/six.bin', new Uint8Array([0, 1, 2, 0, 255, 0]));
    assert.equal(await refusal({ kind: 'file', uri: binary }), 'binary');
    const large = await writeWorkspaceFile('capture/seven.txt', 'x'.repeat(1024 * 1024 + 1));
    assert.equal(await refusal({ kind: 'file', uri: large }), 'too-large');
    const notebook = await writeWorkspaceFile('capture/eight.ipynb', '{"cells":[]}');
    assert.equal(await refusal({ kind: 'file', uri: notebook }), 'notebook');
    assert.equal(await refusal({ kind: 'file', uri: workspaceUri('capture') }), 'no-document');
    assert.equal(await refusal({ kind: 'file', uri: workspaceUri('capture/nine.ts') }), 'unreadable');
  });

  it('says so when there is no editor', async () => {
    assert.equal(await refusal({ kind: 'editor' }), 'no-document');
  });

  it('looks past a panel that has the focus to the one editor beside it', async () => {
    const uri = await writeWorkspaceFile('capture/ten.ts', 'one\n');
    await vscode.window.showTextDocument(uri);
    const panel = vscode.window.createWebviewPanel('tiebreak.test', 'Test', vscode.ViewColumn.Beside);
    try {
      while (vscode.window.activeTextEditor !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
      assert.equal((await capture({ kind: 'editor' })).file.path, 'capture/ten.ts');
    } finally {
      panel.dispose();
    }
  });
});
