import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Hunk } from '../../../src/core/diff/hunk.ts';
import { createDocumentEditor } from '../../../src/host/documentEditor.ts';
import { followRenames } from '../../../src/host/renames.ts';
import { sourceFile } from '../../../src/host/taskFromEditor.ts';
import type { Reservation, ReservationAnswer } from '../../../src/host/writeReservations.ts';
import { applied, base, bytesAt, documentAt, failureOf, frozen, hunk, idsOf, request, textAt } from './landing.ts';
import { closeEditors, workspaceUri, writeWorkspaceFile } from './workspaceFile.ts';

/** Lines whose bytes differ between encodings, and that most of them hold. */
const samples: Readonly<Record<string, string>> = {
  utf8: 'caf\u00e9 \u3042\n',
  utf8bom: 'caf\u00e9 \u3042\n',
  utf16le: 'caf\u00e9 \u{1f600}\n',
  utf16be: 'caf\u00e9 \u{1f600}\n',
  windows1252: 'caf\u00e9 \u20ac\n',
  iso88591: 'caf\u00e9\n',
  shiftjis: '\u3042\u6f22\n',
  eucjp: '\u3042\u6f22\n',
  gbk: '\u4f60\u597d\n',
  gb18030: '\u4f60\u597d \u{1f600}\n',
  big5hkscs: '\u4f60\u597d\n',
  euckr: '\ud55c\uae00\n',
  windows1251: '\u043f\u0440\u0438\n',
  koi8r: '\u043f\u0440\u0438\n',
};

describe('the document editor and bytes', () => {
  const renames = followRenames();
  const asked: (readonly Reservation[])[] = [];
  let answer: ReservationAnswer = null;
  const editor = createDocumentEditor(renames, async (reservations) => {
    asked.push(reservations);
    return answer;
  });
  beforeEach(() => {
    asked.length = 0;
    answer = null;
  });
  after(() => {
    editor.dispose();
    renames.dispose();
  });
  afterEach(closeEditors);

  for (const [encoding, line] of Object.entries(samples)) {
    it(`changes no byte outside a hunk in ${encoding}, with LF or CRLF and no final newline`, async () => {
      for (const ending of ['\n', '\r\n']) {
        const path = `bytes/${encoding}-${ending.length}.txt`;
        const lines = (middle: string) =>
          [line, `\t${line}`, middle, '  end  \n', 'last'].join('').replaceAll('\n', ending);
        const encode = (text: string) => vscode.workspace.encode(text, { encoding });
        const uri = await writeWorkspaceFile(path, await encode(lines(`old ${line}`)));
        const document = await vscode.workspace.openTextDocument(uri, { encoding });
        const change = hunk(path, 2, 3, `new ${line}`.replaceAll('\n', ending));
        const result = await applied(editor, request([sourceFile(document)], [change]));
        assert.equal(result.landed.length, 1);
        assert.equal(await document.save(), true);
        assert.deepEqual(Buffer.from((await bytesAt(path)) ?? []), Buffer.from(await encode(lines(`new ${line}`))));
        assert.deepEqual(asked, []);
      }
    });
  }

  it('keeps a byte order mark that VS Code found by itself', async () => {
    const marks: readonly (readonly [string, readonly number[], BufferEncoding])[] = [
      ['utf8', [0xef, 0xbb, 0xbf], 'utf8'],
      ['utf16le', [0xff, 0xfe], 'utf16le'],
    ];
    for (const [name, mark, encoding] of marks) {
      const bytes = (text: string) => Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
      const file = await frozen(`bytes/mark-${name}.txt`, bytes('one\r\ntwo\r\n'));
      await applied(editor, request([file], [hunk(file.path, 0, 1, 'ONE\r\n')]));
      await (await documentAt(file.path)).save();
      assert.deepEqual(Buffer.from((await bytesAt(file.path)) ?? []), bytes('ONE\r\ntwo\r\n'));
    }
    assert.deepEqual(asked, []);
  });

  it('tells of a character that the encoding cannot hold, instead of writing a question mark', async () => {
    for (const [encoding, text, character] of [
      ['windows1252', 'na\u00efve \u20ac \u6f22 \u3042\n', '\u6f22'],
      ['shiftjis', '\u3042 \u{1f600}\n', '\u{1f600}'],
      ['iso88591', '\u201cquoted\u201d\n', '\u201c'],
    ] as const) {
      const path = `bytes/lossy-${encoding}.txt`;
      const uri = await writeWorkspaceFile(path, base);
      const file = sourceFile(await vscode.workspace.openTextDocument(uri, { encoding }));
      const failure = await failureOf(editor, request([file], [hunk(path, 0, 1, text)]));
      assert.deepEqual(failure, { kind: 'not-encodable', path, encoding, character });
      assert.equal((await documentAt(path)).getText(), base);
    }
  });

  it('makes new files in the encoding of their place, or tells what it cannot hold', async () => {
    const task = await frozen('bytes/task.ts');
    const files = vscode.workspace.getConfiguration('files');
    try {
      for (const [encoding, bytes] of [
        ['windows1252', Buffer.from([0x63, 0xe9, 0x0a])],
        ['utf16le', Buffer.from('\ufeffc\u00e9\n', 'utf16le')],
        ['utf8bom', Buffer.from('\ufeffc\u00e9\n')],
      ] as const) {
        await files.update('encoding', encoding, vscode.ConfigurationTarget.Workspace);
        const path = `bytes/made-${encoding}.txt`;
        await applied(editor, request([task], [hunk(path, 0, 0, 'c\u00e9\n', 'create')]));
        assert.deepEqual(Buffer.from((await bytesAt(path)) ?? []), bytes);
      }
      await files.update('encoding', 'windows1252', vscode.ConfigurationTarget.Workspace);
      const path = 'bytes/made-lossy.txt';
      const failure = await failureOf(editor, request([task], [hunk(path, 0, 0, 'c\u00e9 \u6f22\n', 'create')]));
      assert.deepEqual(failure, { kind: 'not-encodable', path, encoding: 'windows1252', character: '\u6f22' });
      assert.equal(await textAt(path), null);
    } finally {
      await files.update('encoding', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('asks before saving would change more than the hunks: mixed line endings, bytes that are no character', async () => {
    const mixed = await frozen('bytes/mixed.txt', 'one\r\ntwo\nthree\nfour\n');
    const broken = await frozen(
      'bytes/broken.txt',
      Buffer.from([0x6f, 0x6e, 0x65, 0xff, 0x0a, 0x74, 0x77, 0x6f, 0x0a]),
    );
    const plain = await frozen('bytes/plain.txt', 'one\ntwo\n');
    const files = [plain, mixed, broken];
    const hunks = files.map(({ path }) => hunk(path, 1, 2, 'TWO\n'));
    const reservations = [
      { path: mixed.path, reason: 'mixed-endings' },
      { path: broken.path, reason: 'unknown-bytes' },
    ];

    assert.equal(await editor.apply(request(files, hunks)), null);
    assert.deepEqual(asked, [reservations]);
    for (const { path, text } of files) assert.equal((await documentAt(path)).getText(), text);

    answer = 'leave-out';
    assert.deepEqual(idsOf((await applied(editor, request(files, hunks))).landed), [`${plain.path}:1`]);
    assert.equal((await documentAt(mixed.path)).isDirty, false);

    answer = 'write';
    const result = await applied(editor, request([mixed, broken], hunks.slice(1)));
    assert.equal(result.landed.length, 2);
    // What it is asked about is so: VS Code saves the first line with another ending.
    const document = await documentAt(mixed.path);
    await document.save();
    assert.equal(await textAt(mixed.path), 'one\nTWO\nthree\nfour\n');
  });

  it('asks about protected files by the place that they really have, and about the person\u2019s own not', async () => {
    const task = await frozen('.vscode/own.json', '{}\n');
    const other = await frozen('bytes/other.ts');
    const settings = hunk('.VSCode/tasks.json', 0, 0, '{}\n', 'create');
    const own = hunk(task.path, 0, 1, '{ }\n');
    const move = { ...hunk(other.path, 0, 0, '', 'rename'), newPath: '.github/workflows/build.yml' };

    assert.equal(await editor.apply(request([task, other], [own, settings, move])), null);
    assert.deepEqual(asked, [
      [
        { path: settings.path, reason: 'runs-tools' },
        { path: other.path, reason: 'runs-tools' },
      ],
    ]);
    assert.equal((await documentAt(task.path)).getText(), '{}\n');

    answer = 'leave-out';
    assert.deepEqual(idsOf((await applied(editor, request([task, other], [own, settings, move]))).landed), [own.id]);
    assert.equal(await editor.apply(request([task, other], [settings])), null);
    assert.equal(await textAt(settings.path), null);

    answer = 'write';
    assert.equal((await applied(editor, request([task, other], [settings, move]))).landed.length, 2);
    assert.equal(await textAt(settings.path), '{}\n');
    assert.equal(await textAt('.github/workflows/build.yml'), base);
    assert.equal(asked.length, 4);
  });

  it('makes the task’s own file where there is none, and then takes no other for the person’s own', async () => {
    const uri = workspaceUri('bytes/made/page.html').toString();
    const own = { path: 'bytes/made/page.html', uri, languageId: 'html', version: 0, text: '' };
    const other = await frozen('.vscode/launch.json', '{}\n');
    const page = hunk(own.path, 0, 0, '<p>Hi</p>\n', 'create');
    const launch = hunk(other.path, 0, 1, '{ }\n');
    answer = 'leave-out';
    const making = (hunks: readonly Hunk[]) => ({ own, files: [other], hunks, resolutions: {} });
    assert.deepEqual(idsOf((await applied(editor, making([page, launch]))).landed), [page.id]);
    assert.deepEqual(asked, [[{ path: other.path, reason: 'runs-tools' }]]);
    assert.equal(await textAt(own.path), '<p>Hi</p>\n');
    // Only in an editor of its own can its making be undone; none has been opened by the person.
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    assert.ok(shown.includes(uri), 'it is shown');
    assert.ok(!shown.includes(workspaceUri(other.path).toString()), 'the other is not');
    const alone = { own, files: [], hunks: [{ ...page, path: 'bytes/made/other.html' }], resolutions: {} };
    assert.equal((await applied(editor, alone)).landed.length, 1, 'with no other file at all');
  });

  it('looks at everything again after a question, however long that took', async () => {
    const task = await frozen('bytes/question.ts');
    const slow = createDocumentEditor(renames, async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(workspaceUri(task.path), new vscode.Position(0, 0), 'typed\n');
      await vscode.workspace.applyEdit(edit);
      await writeWorkspaceFile('.idea/taken.xml', 'mine\n');
      return 'write';
    });
    try {
      const made = hunk('.idea/taken.xml', 0, 0, 'theirs\n', 'create');
      const result = await applied(slow, request([task], [hunk(task.path, 11, 12, 'last\n'), made]));
      assert.deepEqual(idsOf(result.missed), [made.id]);
      assert.equal(await textAt('.idea/taken.xml'), 'mine\n');
      const { lineCount } = await documentAt(task.path);
      assert.equal((await documentAt(task.path)).lineAt(lineCount - 2).text, 'last');
    } finally {
      slow.dispose();
    }
  });
});
