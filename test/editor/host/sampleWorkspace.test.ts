import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isSampleFile, openSample } from '../../../src/host/sampleWorkspace.ts';
import { closeEditors, workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

describe('the sample', () => {
  const extensionUri = vscode.extensions.getExtension('tiebreak.tiebreak')?.extensionUri ?? vscode.Uri.file('/nowhere');
  const storage = workspaceUri('.storage');
  afterEach(closeEditors);

  it('opens from a copy of its own, and opens again as the person left it', async () => {
    const editor = await openSample(extensionUri, storage);
    assert.equal(editor.document.uri.toString(), vscode.Uri.joinPath(storage, 'sample', 'src', 'basket.ts').toString());
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// mine\n'));
    await editor.document.save();
    await closeEditors();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(storage, 'sample', 'src', 'shop.ts'));
    const again = await openSample(extensionUri, storage);
    assert.equal(again.document.lineAt(0).text, '// mine');
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(storage, 'sample', 'src', 'shop.ts'));
  });

  it('is told from other files: the copy and a folder that holds it, but no file beside it', async () => {
    const isOne = (uri: vscode.Uri) => isSampleFile(uri, extensionUri, storage);
    await openSample(extensionUri, storage);
    assert.equal(await isOne(vscode.Uri.joinPath(storage, 'sample', 'src', 'shop.ts')), true);
    assert.equal(await isOne(workspaceUri('src/server.ts')), true);
    assert.equal(await isOne(vscode.Uri.file('/elsewhere/src/basket.ts')), false);
    const original = await vscode.workspace.fs.readFile(workspaceUri('src/basket.ts'));
    await writeWorkspaceFile('src/basket.ts', '// another project\n');
    assert.equal(await isOne(workspaceUri('src/server.ts')), false);
    await writeWorkspaceFile('src/basket.ts', original);
  });
});
