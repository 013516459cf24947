import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readEditInput } from '../../../../src/models/anthropic/editInput.ts';

const replaced = { kind: 'replace', path: 'a.ts', oldText: 'a', newText: 'b' };

const clear: readonly (readonly [title: string, input: unknown, request: unknown])[] = [
  ['as the tool has it', { command: 'str_replace', path: 'a.ts', old_str: 'a', new_str: 'b' }, replaced],
  ['without its command', { path: 'a.ts', old_str: 'a', new_str: 'b' }, replaced],
  ['named as other tools name it', { file_path: 'a.ts', old_string: 'a', new_string: 'b' }, replaced],
  ['a whole file without its command', { path: 'a.ts', content: 'b' }, { kind: 'create', path: 'a.ts', text: 'b' }],
  [
    'a line number as text',
    { command: 'insert', path: 'a.ts', insert_line: '3', insert_text: 'b' },
    { kind: 'insert', path: 'a.ts', afterLine: 3, text: 'b' },
  ],
  [
    'a range as text, without its command',
    { path: 'a.ts', view_range: '[2, -1]' },
    { kind: 'view', path: 'a.ts', lines: [2, Number.MAX_SAFE_INTEGER] },
  ],
  ['a folder', { command: 'view', path: 'src/' }, { kind: 'view', path: 'src/', lines: null }],
];

const unclear: readonly (readonly [title: string, input: unknown])[] = [
  ['two commands in one', { path: 'a.ts', old_str: 'a', file_text: 'b' }],
  ['nothing that tells a command', { path: 'a.ts' }],
  ['a command that there is not', { command: 'delete', path: 'a.ts' }],
  ['no path', { command: 'create', file_text: 'b' }],
  ['both names of one argument, of which the tool’s own is wrong', { path: 'a.ts', old_str: 7, old_string: 'a' }],
  ['a line number that is none', { command: 'insert', path: 'a.ts', insert_line: 'top', insert_text: 'b' }],
  ['no object', 'create a.ts'],
  ['a patch that is none', { patch: 'a to b' }],
];

describe('input of the text editor tool', () => {
  for (const [title, input, request] of clear) {
    it(`is taken where it can mean one thing only: ${title}`, () => assert.deepEqual(readEditInput(input), request));
  }

  for (const [title, input] of unclear) {
    it(`is malformed: ${title}`, () => assert.equal(readEditInput(input).kind, 'malformed'));
  }

  it('is a whole patch where it is one', () => {
    const patch = '*** Begin Patch\n*** Add File: a.ts\n+a\n*** Delete File: b.ts\n*** End Patch';
    for (const input of [{ patch }, { input: patch }, { command: 'apply_patch', patch }]) {
      const request = readEditInput(input);
      assert.deepEqual(request.kind === 'batch' && request.edits.map(({ kind, path }) => [kind, path]), [
        ['create', 'a.ts'],
        ['delete', 'b.ts'],
      ]);
    }
  });
});
