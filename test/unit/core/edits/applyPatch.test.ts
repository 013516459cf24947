import assert from 'node:assert/strict';
import { readApplyPatchOperation } from '../../../../src/core/edits/applyPatch.ts';

function kindOf(operation: unknown): string {
  return readApplyPatchOperation(operation).kind;
}

describe('readApplyPatchOperation', () => {
  it('reads a created file, with or without an end of its last line', () => {
    const expected = { kind: 'create', path: 'a.md', text: '# A\n\n- one\n' };
    for (const diff of [
      '+# A\n+\n+- one\n',
      '+# A\n+\n+- one',
      '+# A\r\n+\r\n+- one\r\n',
      '+# A\n+\n+- one\n+',
      '+# A\n\n+- one',
    ]) {
      assert.deepEqual(readApplyPatchOperation({ type: 'create_file', path: 'a.md', diff }), expected);
    }
    const empty = readApplyPatchOperation({ type: 'create_file', path: 'a.md', diff: '' });
    assert.deepEqual(empty, { kind: 'create', path: 'a.md', text: '' });
  });

  it('reads an update and a deletion', () => {
    const diff = '@@ class A\n-  x\n+  y\n';
    assert.deepEqual(readApplyPatchOperation({ type: 'update_file', path: 'a.ts', diff }), {
      kind: 'patch',
      path: 'a.ts',
      diff,
    });
    assert.deepEqual(readApplyPatchOperation({ type: 'delete_file', path: 'a.ts' }), { kind: 'delete', path: 'a.ts' });
  });

  it('takes the envelope of a whole patch off', () => {
    const diff = '*** Begin Patch\n*** Update File: ./a.ts\n@@\n-x\n+y\n*** End Patch\n';
    assert.deepEqual(readApplyPatchOperation({ type: 'update_file', path: 'a.ts', diff }), {
      kind: 'patch',
      path: 'a.ts',
      diff: '@@\n-x\n+y\n',
    });
    const created = '*** Begin Patch\n*** Add File: a.ts\n+x\n*** End Patch';
    assert.deepEqual(readApplyPatchOperation({ type: 'create_file', path: 'a.ts', diff: created }), {
      kind: 'create',
      path: 'a.ts',
      text: 'x\n',
    });
  });

  it('calls an envelope malformed that is about other files', () => {
    const update = (diff: string) => kindOf({ type: 'update_file', path: 'a.ts', diff });
    assert.equal(update('*** Update File: b.ts\n-x\n+y'), 'malformed');
    assert.equal(update('*** Update File: a.ts\n-x\n+y\n*** Update File: a.ts\n-x\n+y'), 'malformed');
    assert.equal(update('*** Update File: a.ts\n*** Move to: b.ts\n-x\n+y'), 'malformed');
    assert.equal(update('*** Delete File: a.ts\n'), 'malformed');
  });

  it('calls malformed what it cannot read', () => {
    for (const operation of [
      null,
      'update_file',
      [],
      {},
      { type: 'update_file', diff: '-x' },
      { type: 'update_file', path: '', diff: '-x' },
      { type: 'update_file', path: 3, diff: '-x' },
      { type: 'update_file', path: 'a.ts' },
      { type: 'update_file', path: 'a.ts', diff: '' },
      { type: 'update_file', path: 'a.ts', diff: '@@ nothing\n' },
      { type: 'update_file', path: 'a.ts', diff: '-x\noops\n+y' },
      { type: 'create_file', path: 'a.ts', diff: 'x\ny' },
      { type: 'create_file', path: 'a.ts', diff: null },
      { type: 'move_file', path: 'a.ts', diff: '+x' },
    ]) {
      assert.equal(kindOf(operation), 'malformed', JSON.stringify(operation));
    }
  });

  it('tells the model which line is wrong', () => {
    const call = readApplyPatchOperation({ type: 'update_file', path: 'a.ts', diff: '@@\n-x\noops\n' });
    assert.match(call.kind === 'malformed' ? call.reason : '', /Line 3 .*oops/);
  });
});
