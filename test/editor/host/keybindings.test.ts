import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly when?: string;
}

/** Commands of VS Code's that mean the same as ours in their own place, so that the key is known from there. */
const sameMeaning =
  /compareEditor|chatEditor\.action\.navigate|dirtydiff|editor\.action\.(next|previous)Change|workbench\.action\.editor\.(next|previous)Change/;

describe('Keybindings for hunks', () => {
  it('hold only where hunks are, and take no key that VS Code has for editors', async () => {
    const defaults = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(defaults)).getText();
    const bindings = JSON.parse(text.replaceAll(/^\s*\/\/.*$/gm, '')) as readonly Keybinding[];
    const own = bindings.filter(({ command, key }) => command.startsWith('tiebreak.') && key !== 'ctrl+shift+alt+b');
    assert.equal(own.length, 16);
    const keys = new Set(own.map(({ key }) => key));
    for (const { when } of own) {
      assert.match(
        when ?? '',
        /tiebreak\.inlineReview && editorTextFocus|editorTextFocus && tiebreak\.inlineReview|activeWebviewPanelId == 'tiebreak\.comparison'/,
      );
    }
    const shadowed = bindings.filter(
      ({ command, key, when }) =>
        keys.has(key) &&
        !command.startsWith('tiebreak.') &&
        !sameMeaning.test(command) &&
        (when === undefined || /editor(Text)?Focus|textInputFocus/.test(when)),
    );
    assert.deepEqual(shadowed, []);
  });
});
