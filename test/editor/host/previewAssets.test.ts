import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { SourceFile } from '../../../src/core/task.ts';
import { previewAssets } from '../../../src/host/preview/previewAssets.ts';
import { sourceFile } from '../../../src/host/taskFromEditor.ts';
import { workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

describe('the files of a preview', () => {
  let near: SourceFile;
  let outsideFolder: string;

  before(async () => {
    near = sourceFile(await vscode.workspace.openTextDocument(await writeWorkspaceFile('shown/App.tsx', '')));
    for (const [path, text] of Object.entries({
      'shown/.gitignore': 'node_modules\n',
      'shown/part.ts': 'part',
      'shown/node_modules/words/package.json': '{}',
      'shown/node_modules/words/dist/index.mjs': 'words',
      'shown/node_modules/words/.env': 'secret',
      'shown/node_modules/words/notes.txt': 'notes',
      'shown/node_modules/words/large.js': 'x'.repeat(2 * 1024 * 1024 + 1),
      'shown/node_modules/.store/linked/index.js': 'linked',
    })) {
      await writeWorkspaceFile(path, text);
    }
    outsideFolder = await mkdtemp(join(tmpdir(), 'tiebreak-outside-'));
    await mkdir(join(outsideFolder, 'away'));
    await writeFile(join(outsideFolder, 'away', 'index.js'), 'outside');
    const modules = workspaceUri('shown/node_modules').fsPath;
    await symlink(join(outsideFolder, 'away'), join(modules, 'away'));
    await symlink(join(modules, '.store', 'linked'), join(modules, 'linked'));
  });

  after(async () => {
    await vscode.workspace.fs.delete(workspaceUri('shown'), { recursive: true });
    await rm(outsideFolder, { recursive: true });
  });

  const textAt = async (path: string) => {
    const bytes = await previewAssets.read(path, near);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };

  it('are the workspace’s own, and the code of packages that it has installed', async () => {
    assert.equal(await textAt('shown/part.ts'), 'part');
    assert.equal(await textAt('shown/node_modules/words/package.json'), '{}');
    assert.equal(await textAt('shown/node_modules/words/dist/index.mjs'), 'words');
    assert.equal(await textAt('shown/node_modules/linked/index.js'), 'linked');
  });

  it('are nothing else of those packages, and nothing outside of the workspace', async () => {
    for (const path of [
      'shown/node_modules/words/.env',
      'shown/node_modules/words/notes.txt',
      'shown/node_modules/words/large.js',
      'shown/node_modules/away/index.js',
      'shown/node_modules/none/index.js',
      'shown/node_modules/words/../../../../etc/index.js',
    ]) {
      assert.equal(await textAt(path), null, path);
    }
  });
});
