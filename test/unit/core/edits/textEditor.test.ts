import assert from 'node:assert/strict';
import { readTextEditorInput } from '../../../../src/core/edits/textEditor.ts';

describe('readTextEditorInput', () => {
  const path = 'a.ts';

  it('reads each command', () => {
    assert.deepEqual(readTextEditorInput({ command: 'view', path }), { kind: 'view', path, lines: null });
    assert.deepEqual(readTextEditorInput({ command: 'view', path, view_range: [3, 7] }), {
      kind: 'view',
      path,
      lines: [3, 7],
    });
    assert.deepEqual(readTextEditorInput({ command: 'create', path, file_text: 'x\r\ny' }), {
      kind: 'create',
      path,
      text: 'x\ny',
    });
    assert.deepEqual(readTextEditorInput({ command: 'str_replace', path, old_str: 'x', new_str: '$&' }), {
      kind: 'replace',
      path,
      oldText: 'x',
      newText: '$&',
    });
    assert.deepEqual(readTextEditorInput({ command: 'str_replace', path, old_str: 'x' }), {
      kind: 'replace',
      path,
      oldText: 'x',
      newText: '',
    });
    const inserted = { kind: 'insert', path, afterLine: 2, text: 'x\n' };
    assert.deepEqual(readTextEditorInput({ command: 'insert', path, insert_line: 2, insert_text: 'x\n' }), inserted);
    assert.deepEqual(readTextEditorInput({ command: 'insert', path, insert_line: 2, new_str: 'x\n' }), inserted);
  });

  it('reads -1 as the end of the file', () => {
    const view = readTextEditorInput({ command: 'view', path, view_range: [5, -1] });
    assert.ok(view.kind === 'view' && view.lines !== null && view.lines[1] > 1_000_000);
  });

  it('calls malformed what makes no sense, and says what is missing', () => {
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [undefined, /path/],
      ['view', /path/],
      [{ command: 'view' }, /path/],
      [{ command: 'undo_edit', path }, /command/],
      [{ path }, /command/],
      [{ command: 'view', path, view_range: [1] }, /view_range/],
      [{ command: 'view', path, view_range: ['1', '2'] }, /view_range/],
      [{ command: 'view', path, view_range: [1.5, 2] }, /view_range/],
      [{ command: 'create', path }, /file_text/],
      [{ command: 'str_replace', path, new_str: 'x' }, /old_str/],
      [{ command: 'str_replace', path, old_str: '', new_str: 'x' }, /old_str/],
      [{ command: 'str_replace', path, old_str: 'x', new_str: 1 }, /new_str/],
      [{ command: 'insert', path, insert_text: 'x' }, /insert_line/],
      [{ command: 'insert', path, insert_line: -1, insert_text: 'x' }, /insert_line/],
      [{ command: 'insert', path, insert_line: 1 }, /insert_text/],
    ];
    for (const [input, reason] of cases) {
      const call = readTextEditorInput(input);
      assert.match(call.kind === 'malformed' ? call.reason : '', reason, JSON.stringify(input));
    }
  });
});
