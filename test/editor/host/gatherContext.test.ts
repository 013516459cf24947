import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { gatherContext } from '../../../src/host/contextGathering/gatherContext.ts';
import { captureTask } from '../../../src/host/taskFromEditor.ts';
import { closeEditors, writeWorkspaceFile } from './workspaceFile.ts';

/** A language of our own, so that no real server has a say. */
const language = 'plaintext';

const subject = [
  'use(helper)',
  'second',
  'third(secretive)',
  ...Array.from({ length: 40 }, (_, n) => `line ${n}`),
].join('\n');

describe('gatherContext', () => {
  const disposables: vscode.Disposable[] = [];
  let diagnostics: vscode.DiagnosticCollection;
  beforeEach(() => {
    diagnostics = vscode.languages.createDiagnosticCollection('tiebreak-test');
    disposables.push(diagnostics);
  });
  afterEach(async () => {
    vscode.Disposable.from(...disposables.splice(0)).dispose();
    await closeEditors();
  });

  function defineAt(places: Readonly<Record<string, vscode.Definition>>): void {
    const provider: vscode.DefinitionProvider = {
      provideDefinition(document, position) {
        const range = document.getWordRangeAtPosition(position);
        return range === undefined ? null : (places[document.getText(range)] ?? null);
      },
    };
    disposables.push(vscode.languages.registerDefinitionProvider({ language }, provider));
  }

  async function gather(uri: vscode.Uri, selected: vscode.Range | null) {
    const editor = await vscode.window.showTextDocument(uri);
    if (selected !== null) editor.selection = new vscode.Selection(selected.start, selected.end);
    const captured = await captureTask('fix', () => 'Fix it.', { kind: 'editor' });
    assert.ok(!('kind' in captured));
    return await gatherContext(captured);
  }

  const problem = (line: number, message: string, severity = vscode.DiagnosticSeverity.Error) =>
    new vscode.Diagnostic(new vscode.Range(line, 0, line, 3), message, severity);

  it('brings the problems in and near the selection, the nearest first, with all that is known about them', async () => {
    const uri = await writeWorkspaceFile('context/one.txt', subject);
    const detailed = problem(1, 'Second is wrong.');
    detailed.source = 'checker';
    detailed.code = { value: 'E7', target: uri };
    detailed.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, new vscode.Position(4, 0)), 'Seen here.'),
    ];
    diagnostics.set(uri, [
      problem(30, 'Far away.'),
      problem(6, 'Near.', vscode.DiagnosticSeverity.Warning),
      detailed,
      problem(2, 'A hint.', vscode.DiagnosticSeverity.Hint),
    ]);
    const { pieces } = await gather(uri, new vscode.Range(0, 0, 2, 0));
    assert.deepEqual(
      pieces.map(({ id, kind, title, path, line }) => [id, kind, title, path, line]),
      [
        ['diagnostic-1', 'diagnostic', 'Error on line 2: Second is wrong.', 'context/one.txt', 2],
        ['diagnostic-2', 'diagnostic', 'Warning on line 7: Near.', 'context/one.txt', 7],
      ],
    );
    assert.equal(
      pieces[0]?.text,
      'error (checker E7): Second is wrong.\nat line 2, column 1 to line 2, column 4\nrelated:\n  context/one.txt:5: Seen here.',
    );
  });

  it('brings all errors and warnings when the whole file is meant, the worst first', async () => {
    const uri = await writeWorkspaceFile('context/two.txt', subject);
    diagnostics.set(uri, [problem(1, 'Mild.', vscode.DiagnosticSeverity.Warning), problem(30, 'Bad.')]);
    const { pieces } = await gather(uri, null);
    assert.deepEqual(
      pieces.map(({ title }) => title),
      ['Error on line 31: Bad.', 'Warning on line 2: Mild.'],
    );
  });

  it('brings definitions from other files, and those files as ones that may be edited', async () => {
    const other = await writeWorkspaceFile('context/other.txt', 'before\nhelper begins\nhelper ends\nafter\n');
    const uri = await writeWorkspaceFile('context/three.txt', subject);
    defineAt({ helper: new vscode.Location(other, new vscode.Range(1, 0, 2, 11)) });
    const { pieces, task } = await gather(uri, new vscode.Range(0, 0, 1, 0));
    assert.deepEqual(pieces, [
      {
        id: 'definition-1',
        kind: 'definition',
        title: 'Definition: helper begins',
        path: 'context/other.txt',
        languageId: language,
        line: 2,
        text: 'helper begins\nhelper ends',
      },
    ]);
    assert.deepEqual(
      task.otherFiles.map(({ path, text }) => [path, text]),
      [['context/other.txt', 'before\nhelper begins\nhelper ends\nafter\n']],
    );
  });

  it('shows lines on either side of a definition whose extent nobody knows', async () => {
    const other = await writeWorkspaceFile(
      'context/long.txt',
      Array.from({ length: 100 }, (_, n) => `row ${n}`).join('\n'),
    );
    const uri = await writeWorkspaceFile('context/four.txt', subject);
    defineAt({ helper: new vscode.Location(other, new vscode.Position(50, 0)) });
    const { pieces } = await gather(uri, new vscode.Range(0, 0, 1, 0));
    assert.equal(pieces[0]?.line, 31);
    assert.equal(pieces[0]?.text.split('\n').length, 41);
  });

  it('leaves out secrets, the file itself, node_modules as something to edit, and names outside the selection', async () => {
    const secret = await writeWorkspaceFile('context/.env', 'TOKEN=1\nTOKEN=2\n');
    const vendored = await writeWorkspaceFile('context/node_modules/pack/index.txt', 'second is\ndefined here\n');
    const uri = await writeWorkspaceFile('context/five.txt', subject);
    defineAt({
      secretive: new vscode.Location(secret, new vscode.Range(0, 0, 1, 7)),
      second: new vscode.Location(vendored, new vscode.Range(0, 0, 1, 12)),
      helper: new vscode.Location(uri, new vscode.Position(20, 0)),
      line: new vscode.Location(vendored, new vscode.Position(0, 0)),
    });
    const { pieces, task } = await gather(uri, new vscode.Range(0, 0, 3, 0));
    assert.deepEqual(
      pieces.map(({ path }) => path),
      ['context/node_modules/pack/index.txt'],
    );
    assert.deepEqual(task.otherFiles, []);
  });

  it('brings what VS Code’s own TypeScript knows of the names in a selection, types of other files included', async () => {
    await writeWorkspaceFile('context/shapes.ts', 'export interface Circle {\n  readonly radius: number;\n}\n');
    const uri = await writeWorkspaceFile(
      'context/area.ts',
      "import type { Circle } from './shapes.ts';\n\nexport function area(circle: Circle): number {\n  return circle.radius * 3;\n}\n",
    );
    await vscode.window.showTextDocument(uri);
    const place = new vscode.Position(2, 31);
    const definitions = async () =>
      (await vscode.commands.executeCommand<readonly object[]>('vscode.executeDefinitionProvider', uri, place)) ?? [];
    // The language server takes its time to start, which the gathering itself would not wait for.
    while ((await definitions()).length === 0) await new Promise((resolve) => setTimeout(resolve, 200));
    const { pieces, task } = await gather(uri, new vscode.Range(2, 0, 5, 0));
    assert.deepEqual(
      pieces.map(({ path, line, text }) => [path, line, text]),
      [['context/shapes.ts', 1, 'export interface Circle {\n  readonly radius: number;\n}']],
    );
    assert.deepEqual(
      task.otherFiles.map(({ path }) => path),
      ['context/shapes.ts'],
    );
  });

  it('goes without definitions when a provider never answers', async () => {
    const uri = await writeWorkspaceFile('context/six.txt', subject);
    diagnostics.set(uri, [problem(0, 'Wrong.')]);
    disposables.push(
      vscode.languages.registerDefinitionProvider(
        { language },
        { provideDefinition: () => new Promise(() => undefined) },
      ),
    );
    const { pieces } = await gather(uri, new vscode.Range(0, 0, 1, 0));
    assert.deepEqual(
      pieces.map(({ kind }) => kind),
      ['diagnostic'],
    );
  });

  it('fits into its budget and counts what does not', async () => {
    const uri = await writeWorkspaceFile('context/seven.txt', subject);
    diagnostics.set(
      uri,
      Array.from({ length: 10 }, (_, line) => problem(line, 'x'.repeat(5_000))),
    );
    const { pieces, leftAway } = await gather(uri, null);
    assert.equal(pieces.length, 4);
    assert.equal(leftAway, 6);
  });
});
