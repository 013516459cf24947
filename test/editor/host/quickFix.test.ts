import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { targetOfArguments } from '../../../src/host/taskTarget.ts';
import { closeEditors, writeWorkspaceFile } from './workspaceFile.ts';

const title = 'Compare fix with both models';

async function fixesAt(uri: vscode.Uri, range: vscode.Range): Promise<readonly vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter((action) => action instanceof vscode.CodeAction).filter((action) => action.title === title);
}

describe('the quick fix', () => {
  let diagnostics: vscode.DiagnosticCollection;
  before(async () => {
    await vscode.extensions.getExtension('tiebreak.tiebreak')?.activate();
    diagnostics = vscode.languages.createDiagnosticCollection('tiebreak-test');
  });
  after(() => diagnostics.dispose());
  afterEach(closeEditors);

  for (const [path, language] of [
    ['fixes/one.ts', 'typescript'],
    ['fixes/one.txt', 'plaintext'],
    ['fixes/one.unheard-of', 'plaintext'],
  ] as const) {
    it(`is offered once where a diagnostic is in ${path}, and leads to its lines`, async () => {
      const uri = await writeWorkspaceFile(path, 'one\ntwo three\nfour\n');
      const { document } = await vscode.window.showTextDocument(uri);
      assert.equal(document.languageId, language);
      const range = new vscode.Range(1, 4, 1, 9);
      diagnostics.set(uri, [
        new vscode.Diagnostic(range, 'Odd.', vscode.DiagnosticSeverity.Error),
        new vscode.Diagnostic(new vscode.Range(1, 4, 1, 6), 'Very odd.', vscode.DiagnosticSeverity.Warning),
      ]);
      const [fix, another] = await fixesAt(uri, range);
      assert.equal(another, undefined);
      assert.notEqual(fix?.isPreferred, true);
      assert.equal(fix?.command?.command, 'tiebreak.compareFix');
      const target = targetOfArguments(fix?.command?.arguments ?? []);
      assert.ok(target.kind === 'range');
      assert.equal(target.uri.toString(), uri.toString());
      assert.equal(target.range.start.line, 1);
      assert.match(target.message ?? '', /Odd\./);
    });
  }

  it('is not offered where there is no diagnostic', async () => {
    const uri = await writeWorkspaceFile('fixes/two.txt', 'one\n');
    await vscode.window.showTextDocument(uri);
    assert.deepEqual(await fixesAt(uri, new vscode.Range(0, 0, 0, 1)), []);
  });
});
