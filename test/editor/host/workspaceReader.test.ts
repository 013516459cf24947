import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ReadRequest } from '../../../src/core/edits/toolCall.ts';
import type { SourceFile } from '../../../src/core/task.ts';
import { sourceFile } from '../../../src/host/taskFromEditor.ts';
import { createWorkspaceReader } from '../../../src/host/workspaceReading/workspaceReader.ts';
import { closeEditors, workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

const privateKey = `-----BEGIN RSA PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END RSA PRIVATE KEY-----\n`;

describe('the workspace reader', () => {
  const reader = createWorkspaceReader();
  let near: SourceFile;
  let outsideFolder: string;

  before(async () => {
    near = sourceFile(
      await vscode.workspace.openTextDocument(await writeWorkspaceFile('reader/task.ts', 'needle 0\n')),
    );
    outsideFolder = await mkdtemp(join(tmpdir(), 'tiebreak-outside-'));
    await writeFile(join(outsideFolder, 'outside.ts'), 'needle outside\n');
    for (const [path, text] of Object.entries({
      'reader/a.ts': 'first\nA Needle in a line\n',
      'reader/deep/b.ts': 'needle b\nneedle bb\n',
      'reader/.gitignore': 'ignored.ts\ngenerated/\n*.log\n!deep/kept.log\n',
      'reader/ignored.ts': 'needle ignored\n',
      'reader/generated/g.ts': 'needle generated\n',
      'reader/deep/.gitignore': 'nested.ts\n!loud.log\n',
      'reader/deep/nested.ts': 'needle nested\n',
      'reader/deep/kept.log': 'needle kept\n',
      'reader/deep/loud.log': 'needle loud\n',
      'reader/deep/other.log': 'needle other\n',
      'reader/.env': 'needle=secret\n',
      'reader/.aws/config': 'needle aws\n',
      'reader/key.txt': `needle\n${privateKey}`,
      'reader/node_modules/p/index.js': 'needle package\n',
      'reader/.git/config': 'needle git\n',
      'reader/excluded/e.ts': 'needle excluded\n',
      'reader/unsearched/u.ts': 'needle unsearched\n',
      'reader/made.js': 'needle made\n',
      'reader/made.ts': 'needle source\n',
    })) {
      await writeWorkspaceFile(path, text);
    }
    await writeWorkspaceFile('reader/binary.dat', Uint8Array.from([0x6e, 0, 1, 2]));
    await writeWorkspaceFile('reader/large.txt', `needle\n${'x'.repeat(1024 * 1024)}`);
    await writeWorkspaceFile('reader/utf16.txt', Buffer.from('\uFEFFneedle wide\n', 'utf16le'));
    const link = (target: string, path: string) => symlink(target, workspaceUri(path).fsPath);
    await link(join(outsideFolder, 'outside.ts'), 'reader/out.ts');
    await link(outsideFolder, 'reader/outfolder');
    await link(workspaceUri('reader/.env').fsPath, 'reader/harmless.txt');
    await link(workspaceUri('reader/ignored.ts').fsPath, 'reader/alias.ts');
    await link(workspaceUri('reader/a.ts').fsPath, 'reader/same.ts');
    await link(workspaceUri('reader').fsPath, 'reader/deep/circle');
    const folder = vscode.workspace.workspaceFolders?.[0];
    const update = (section: string, value: unknown) =>
      vscode.workspace
        .getConfiguration(section, folder)
        .update('exclude', value, vscode.ConfigurationTarget.WorkspaceFolder);
    await update('files', {
      'reader/excluded': true,
      'reader/**/*.js': { when: '$(basename).ts' },
    });
    await update('search', { '**/unsearched': true });
  });

  after(async () => {
    await rm(outsideFolder, { recursive: true, force: true });
    for (const path of ['reader', 'typed', '.vscode/settings.json']) {
      await vscode.workspace.fs.delete(workspaceUri(path), { recursive: true });
    }
  });
  afterEach(closeEditors);

  const refusal = async (path: string) => {
    const file = await reader.readFile(path, near);
    assert.ok('refused' in file, `${path} was shown`);
    return file.refused;
  };
  const text = async (path: string) => {
    const file = await reader.readFile(path, near);
    assert.ok(!('refused' in file), JSON.stringify(file));
    return file.text;
  };
  const look = (request: ReadRequest, withheld: readonly string[] = []) => reader.look(request, near, withheld);

  it('gives a file as the task has its own', async () => {
    const file = await reader.readFile('./reader//deep/b.ts', near);
    assert.ok(!('refused' in file));
    assert.deepEqual(
      [file.path, file.uri, file.languageId, file.text],
      ['reader/deep/b.ts', workspaceUri('reader/deep/b.ts').toString(), 'typescript', 'needle b\nneedle bb\n'],
    );
  });

  it('gives unsaved text, and finds it', async () => {
    const editor = await vscode.window.showTextDocument(await writeWorkspaceFile('typed/in.ts', 'as saved\n'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'typed haystack\n'));
    assert.equal(await text('typed/in.ts'), 'typed haystack\nas saved\n');
    const found = await look({ kind: 'search', text: 'haystack', path: null });
    assert.equal(found.text, 'typed/in.ts:1: typed haystack');
  });

  it('takes absolute paths of the workspace, and those that models write for it', async () => {
    assert.equal(await text(workspaceUri('reader/a.ts').path), 'first\nA Needle in a line\n');
    assert.equal(await text('/reader/a.ts'), 'first\nA Needle in a line\n');
    assert.equal(await text('reader/same.ts'), 'first\nA Needle in a line\n');
  });

  it('shows nothing outside, whatever the path is dressed up as', async () => {
    const outside = join(outsideFolder, 'outside.ts');
    for (const path of [
      outside,
      '/etc/passwd',
      '../x',
      'reader/../../x',
      'C:\\x',
      '\\\\host\\x',
      '~/.bashrc',
      'a\0b',
    ]) {
      assert.match(await refusal(path), /relative to the workspace folder/, path);
    }
    for (const path of ['reader/out.ts', 'reader/outfolder/outside.ts', 'reader/outfolder']) {
      assert.match(await refusal(path), /symbolic link/, path);
    }
    const listed = await look({ kind: 'list', path: 'reader/outfolder' });
    assert.equal(listed.reading.succeeded, false);
  });

  it('shows no secret, by its name, by where a link leads, or by what it says', async () => {
    for (const path of ['reader/.env', 'reader/.aws/config', 'reader/harmless.txt', 'reader/key.txt', 'reader/.ENV']) {
      assert.match(await refusal(path), /secrets/, path);
    }
  });

  it('shows nothing that ignore files or settings leave out, or a link to it', async () => {
    const leftOut = [
      ...['ignored.ts', 'generated/g.ts', 'generated', 'deep/nested.ts', 'deep/other.log', 'alias.ts', 'made.js'],
      ...['excluded/e.ts', 'unsearched/u.ts', 'node_modules/p/index.js', '.git/config', 'NODE_MODULES/p/index.js'],
    ];
    for (const path of leftOut) assert.match(await refusal(`reader/${path}`), /left out/, path);
    assert.equal(await text('reader/deep/kept.log'), 'needle kept\n');
    assert.equal(await text('reader/deep/loud.log'), 'needle loud\n');
    assert.equal(await text('reader/made.ts'), 'needle source\n');
  });

  it('says why a file is not to be read', async () => {
    assert.match(await refusal('reader/missing.ts'), /no such file/);
    assert.match(await refusal('reader/deep'), /a folder/);
    assert.match(await refusal('reader/binary.dat'), /binary/);
    assert.match(await refusal('reader/large.txt'), /too large/);
  });

  it('searches what may be seen and nothing else', async () => {
    const found = await look({
      kind: 'search',
      text: 'needle',
      path: 'reader',
    });
    assert.deepEqual(found.text.split('\n'), [
      'reader/a.ts:2: A Needle in a line',
      'reader/made.ts:1: needle source',
      'reader/task.ts:1: needle 0',
      'reader/utf16.txt:1: needle wide',
      'reader/deep/b.ts:1: needle b',
      'reader/deep/b.ts:2: needle bb',
      'reader/deep/kept.log:1: needle kept',
      'reader/deep/loud.log:1: needle loud',
    ]);
    assert.deepEqual(found.reading, {
      request: { kind: 'search', text: 'needle', path: 'reader' },
      succeeded: true,
      lines: null,
      found: 8,
      characters: found.text.length,
    });
    const capital = await look({
      kind: 'search',
      text: 'Needle',
      path: 'reader/',
    });
    assert.equal(capital.text, 'reader/a.ts:2: A Needle in a line');
    const inFile = await look({
      kind: 'search',
      text: 'needle',
      path: 'reader/deep/b.ts',
    });
    assert.equal(inFile.reading.found, 2);
    const nothing = await look({ kind: 'search', text: 'n.*dle', path: null });
    assert.deepEqual([nothing.reading.succeeded, nothing.reading.found], [true, 0]);
    for (const unusable of ['', '  ', 'a\nb', 'x'.repeat(1001)]) {
      const { reading } = await look({
        kind: 'search',
        text: unusable,
        path: null,
      });
      assert.deepEqual([reading.succeeded, reading.found], [false, null]);
    }
  });

  it('lists files, and the files of a folder that is viewed', async () => {
    const files = ['reader/deep/.gitignore', 'reader/deep/b.ts', 'reader/deep/kept.log', 'reader/deep/loud.log'];
    const listed = await look({ kind: 'list', path: 'reader/deep' });
    assert.deepEqual(listed.text.split('\n'), files);
    assert.equal(listed.reading.found, 4);
    const viewed = await look({
      kind: 'view',
      path: 'reader/deep/',
      lines: null,
    });
    assert.equal(viewed.text, listed.text);
    const all = await look({ kind: 'list', path: null });
    assert.ok(all.text.includes('src/basket.ts') && !/node_modules|\.env|ignored/.test(all.text), all.text);
    assert.equal((await look({ kind: 'list', path: 'reader/a.ts' })).reading.succeeded, false);
  });

  it('finds nothing in files that the person took out', async () => {
    const withheld = ['reader/deep/b.ts', 'reader/a.ts'];
    const found = await look({ kind: 'search', text: 'needle b', path: 'reader' }, withheld);
    assert.equal(found.reading.found, 0);
    for (const path of ['reader/deep/b.ts', '/reader/deep/./b.ts']) {
      assert.equal((await look({ kind: 'diagnostics', path }, withheld)).reading.succeeded, false);
      assert.equal((await look({ kind: 'search', text: 'needle', path }, withheld)).reading.found, 0);
    }
  });

  it('cuts what is too much, and says so', async () => {
    const writes = Array.from({ length: 501 }, (_, index) =>
      writeWorkspaceFile(`reader/many/${String(index).padStart(3, '0')}.txt`, 'straw\n'),
    );
    await Promise.all(writes);
    try {
      const listed = await look({ kind: 'list', path: 'reader/many' });
      assert.equal(listed.reading.found, 500);
      assert.match(
        listed.text,
        /499\.txt\n\[Cut after 500 files; reader\/many has more\. List one of its folders\.\]$/,
      );
      const found = await look({
        kind: 'search',
        text: 'straw',
        path: 'reader/many',
      });
      assert.equal(found.reading.found, 100);
      assert.match(found.text, /\[Only the first 100 lines are shown\./);
    } finally {
      await vscode.workspace.fs.delete(workspaceUri('reader/many'), {
        recursive: true,
      });
    }
  });

  it('tells the editor’s own problems with a file', async () => {
    const uri = workspaceUri('reader/deep/b.ts');
    await vscode.workspace.openTextDocument(uri);
    const collection = vscode.languages.createDiagnosticCollection('tiebreak-reader');
    try {
      collection.set(uri, [
        new vscode.Diagnostic(new vscode.Range(1, 0, 1, 6), 'Second.', vscode.DiagnosticSeverity.Warning),
        new vscode.Diagnostic(new vscode.Range(0, 0, 0, 6), 'First.'),
      ]);
      const { text: told, reading } = await look({
        kind: 'diagnostics',
        path: 'reader/deep/b.ts',
      });
      assert.match(told, /error: First\.\nat line 1, column 1[\s\S]*warning: Second\.\nat line 2/);
      assert.ok((reading.found ?? 0) >= 2);
      assert.equal((await look({ kind: 'diagnostics', path: 'reader/.env' })).reading.succeeded, false);
      assert.equal((await look({ kind: 'diagnostics', path: 'reader/deep' })).reading.succeeded, false);
    } finally {
      collection.dispose();
    }
  });

  it('waits for the language of a file that nobody opened yet', async () => {
    const uri = await writeWorkspaceFile('reader/wrong.txt', 'wrong\n');
    const collection = vscode.languages.createDiagnosticCollection('tiebreak-late');
    const language = vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.uri.toString() !== uri.toString()) return;
      const problem = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 5), 'Found late.');
      setTimeout(() => collection.set(uri, [problem]), 200);
    });
    try {
      const { text: told, reading } = await look({
        kind: 'diagnostics',
        path: 'reader/wrong.txt',
      });
      assert.equal(told, 'error: Found late.\nat line 1, column 1 to line 1, column 6');
      assert.equal(reading.found, 1);
    } finally {
      vscode.Disposable.from(language, collection).dispose();
    }
  });

  it('serves a task of a document that was never saved', async () => {
    const untitled = sourceFile(await vscode.workspace.openTextDocument({ content: 'x' }));
    const file = await reader.readFile('reader/deep/b.ts', untitled);
    assert.ok(!('refused' in file));
    assert.ok('refused' in (await reader.readFile(untitled.path, untitled)));
  });
});
