import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isReadTool, readRequestOf, readTools } from '../../../src/models/readTools.ts';

const understood: readonly (readonly [name: string, args: object, request: object])[] = [
  ['read_file', { path: 'a.ts' }, { kind: 'view', path: 'a.ts', lines: null }],
  ['read_file', { path: 'a.ts', first_line: 3, last_line: 9 }, { kind: 'view', path: 'a.ts', lines: [3, 9] }],
  ['read_file', { path: 'a.ts', last_line: 9 }, { kind: 'view', path: 'a.ts', lines: [1, 9] }],
  ['read_file', { path: 'a.ts', first_line: 3 }, { kind: 'view', path: 'a.ts', lines: [3, Number.MAX_SAFE_INTEGER] }],
  // Some models fill in null for what they leave out.
  ['read_file', { path: 'a.ts', first_line: null, last_line: null }, { kind: 'view', path: 'a.ts', lines: null }],
  ['search_text', { text: ' a.b( ' }, { kind: 'search', text: ' a.b( ', path: null }],
  ['search_text', { text: 'a', path: 'src' }, { kind: 'search', text: 'a', path: 'src' }],
  ['search_text', { text: 'a', path: '' }, { kind: 'search', text: 'a', path: null }],
  ['list_files', {}, { kind: 'list', path: null }],
  ['list_files', { path: 'src' }, { kind: 'list', path: 'src' }],
  ['get_diagnostics', { path: 'a.ts' }, { kind: 'diagnostics', path: 'a.ts' }],
];

const malformed: readonly (readonly [name: string, args: unknown, reason: RegExp])[] = [
  ['read_file', {}, /needs path/],
  ['read_file', { path: 3 }, /needs path/],
  ['read_file', { path: ' ' }, /path must not be empty/],
  ['read_file', { path: 'a.ts', first_line: 0 }, /count from 1/],
  ['read_file', { path: 'a.ts', first_line: 1.5 }, /whole numbers/],
  ['read_file', { path: 'a.ts', first_line: '1' }, /whole numbers/],
  ['read_file', { path: 'a.ts', first_line: 9, last_line: 3 }, /must not come before/],
  ['read_file', { path: 'a.ts', lines: [1, 2] }, /has no argument lines\. It takes path, first_line, last_line/],
  ['search_text', { path: 'src' }, /needs text/],
  ['search_text', { text: '' }, /text must not be empty/],
  ['search_text', { text: 'a\nb' }, /on one line/],
  ['search_text', { text: 'a', regex: true }, /has no argument regex/],
  ['search_text', { text: 'a', path: 7 }, /path as a text/],
  ['list_files', { path: ['src'] }, /path as a text/],
  ['list_files', [], /JSON object/],
  ['list_files', 'src', /JSON object/],
  ['get_diagnostics', {}, /needs path/],
  ['read_file', { path: 'a.ts', constructor: 1 }, /has no argument constructor/],
  ['write_file', { path: 'a.ts' }, /There is no tool named write_file/],
  ['constructor', {}, /There is no tool named constructor/],
];

describe('the tools to read', () => {
  for (const [name, args, request] of understood) {
    it(`${name} ${JSON.stringify(args)}`, () => assert.deepEqual(readRequestOf(name, args), request));
  }

  for (const [name, args, reason] of malformed) {
    it(`${name} ${JSON.stringify(args)} is malformed, and says why`, () => {
      const request = readRequestOf(name, args);
      assert.equal(request.kind, 'malformed');
      assert.match(request.kind === 'malformed' ? request.reason : '', reason);
    });
  }

  it('has a name and a description for each, and knows them by name', () => {
    assert.deepEqual(
      readTools.map(({ name }) => name),
      ['read_file', 'search_text', 'list_files', 'get_diagnostics'],
    );
    for (const { name, description } of readTools) {
      assert.ok(isReadTool(name));
      assert.ok(description.length > 20);
    }
    assert.ok(!isReadTool('apply_patch') && !isReadTool('toString'));
  });
});
