import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Opens a document of a language in an editor, with the cursor at a mark `|` in its text. */
async function openAt(languageId: string, marked: string): Promise<vscode.TextEditor> {
  const offset = marked.indexOf('|');
  const document = await vscode.workspace.openTextDocument({
    language: languageId,
    content: marked.slice(0, offset) + marked.slice(offset + 1),
  });
  const editor = await vscode.window.showTextDocument(document);
  editor.options = { insertSpaces: true, tabSize: 2 };
  const position = document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  return editor;
}

/** Language configurations are read after a document opens; the text tells when they are in force. */
async function textAfter(editor: vscode.TextEditor, expected: string, act: () => Thenable<unknown>): Promise<string> {
  const before = editor.document.getText();
  const { selection } = editor;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await act();
    const text = editor.document.getText();
    if (text === expected || attempt === 49) return text;
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, before));
    editor.selection = selection;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return editor.document.getText();
}

const type = (text: string) => vscode.commands.executeCommand('type', { text });
const toggleComment = () => vscode.commands.executeCommand('editor.action.commentLine');

describe('the languages that the manifest names', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  const cases: readonly (readonly [
    languageId: string,
    deed: string,
    marked: string,
    act: () => Thenable<unknown>,
    expected: string,
  ])[] = [
    ['typescript', 'toggles a line comment', 'let a|;', toggleComment, '// let a;'],
    ['typescript', 'closes a bracket', 'call|', () => type('('), 'call()'],
    ['typescript', 'closes a quote', 'say = |', () => type("'"), "say = ''"],
    ['typescript', 'indents between braces', 'if (a) {|}', () => type('\n'), 'if (a) {\n  \n}'],
    ['typescript', 'continues a block comment', '/**| */', () => type('\n'), '/**\n * \n */'],
    ['typescript', 'types over a bracket that it closed', 'a|', () => type('(').then(() => type(')')), 'a()'],
    ['python', 'toggles a line comment', 'a = 1|', toggleComment, '# a = 1'],
    ['python', 'indents after a colon', 'if a:|', () => type('\n'), 'if a:\n  '],
    ['go', 'toggles a line comment', 'a := 1|', toggleComment, '// a := 1'],
    ['html', 'toggles a comment', '<p>|', toggleComment, '<!-- <p> -->'],
    ['yaml', 'toggles a line comment', 'a: 1|', toggleComment, '# a: 1'],
    ['css', 'toggles a block comment', 'a {}|', toggleComment, '/* a {} */'],
    ['sql', 'toggles a line comment', 'select|', toggleComment, '-- select'],
  ];
  for (const [languageId, deed, marked, act, expected] of cases) {
    it(`still ${deed} in ${languageId}, as VS Code does without Tiebreak`, async () => {
      const editor = await openAt(languageId, marked);
      assert.equal(await textAfter(editor, expected, act), expected);
    });
  }

  it('selects a whole word by the rules of the language', async () => {
    const editor = await openAt('css', 'a { back|ground-color: red }');
    const range = editor.document.getWordRangeAtPosition(editor.selection.active);
    assert.equal(range === undefined ? null : editor.document.getText(range), 'background-color');
  });

  it('are all known to VS Code already', async () => {
    const extension = vscode.extensions.getExtension('tiebreak.tiebreak');
    assert.ok(extension !== undefined);
    const named: readonly { readonly id: string }[] = extension.packageJSON.contributes.languages;
    const others = vscode.extensions.all.filter((each) => each.id !== extension.id);
    const known = new Set(
      others.flatMap((each) =>
        (each.packageJSON.contributes?.languages ?? []).map((language: { id: string }) => language.id),
      ),
    );
    assert.deepEqual(
      named.map(({ id }) => id).filter((id) => !known.has(id)),
      [],
    );
  });

  it('wake Tiebreak when a file of theirs is opened, so that its quick fix is there', async () => {
    const extension = vscode.extensions.getExtension('tiebreak.tiebreak');
    assert.ok(extension !== undefined);
    await openAt('typescript', 'const a = 1;|');
    for (let attempt = 0; attempt < 100 && !extension.isActive; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(extension.isActive, true);
    // Nothing that is implied by what the manifest contributes is named: only a panel that comes back after a reload.
    assert.deepEqual(extension.packageJSON.activationEvents, [
      'onWebviewPanel:tiebreak.comparison',
      'onWebviewPanel:tiebreak.spend',
      'onWebviewPanel:tiebreak.image',
    ]);
  });
});
