import assert from 'node:assert/strict';
import { type KeyPress, keyCommand } from '../../../../src/webview/comparison/keyCommand.ts';

const plain: KeyPress = {
  key: 'a',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  inField: false,
  inText: false,
  onHunk: false,
};

describe('keyCommand', () => {
  it('knows its letters, capital or not', () => {
    const commands = ['a', 'R', 'j', 'k', 'n', 'v', 'u', '[', ']', '1', '2', '0', 'd'].map((key) =>
      keyCommand({ ...plain, key }),
    );
    assert.deepEqual(commands, [
      ...['accept', 'reject', 'next-hunk', 'previous-hunk', 'neither', 'result', 'undo', 'left-side', 'right-side'],
      ...['take-left', 'take-right', 'take-neither', 'next-undecided'],
    ]);
  });

  it('leaves letters alone in a field and with a modifier', () => {
    assert.equal(keyCommand({ ...plain, inField: true }), null);
    assert.equal(keyCommand({ ...plain, ctrlKey: true }), null);
    assert.equal(keyCommand({ ...plain, altKey: true }), null);
  });

  it('means nothing at all where text is written', () => {
    for (const key of ['a', '1', 'ArrowDown', 'Enter']) assert.equal(keyCommand({ ...plain, key, inText: true }), null);
    assert.equal(keyCommand({ ...plain, key: 'Enter', ctrlKey: true, inText: true }), null);
    assert.equal(keyCommand({ ...plain, key: 'ArrowDown', altKey: true, inText: true }), null);
  });

  it('applies on Ctrl+Enter and Cmd+Enter only', () => {
    assert.equal(keyCommand({ ...plain, key: 'Enter', ctrlKey: true }), 'apply');
    assert.equal(keyCommand({ ...plain, key: 'Enter', metaKey: true }), 'apply');
    assert.equal(keyCommand({ ...plain, key: 'Enter' }), null);
  });

  it('scrolls with the arrows unless a hunk has the focus or Alt is held', () => {
    assert.equal(keyCommand({ ...plain, key: 'ArrowDown' }), null);
    assert.equal(keyCommand({ ...plain, key: 'ArrowDown', onHunk: true }), 'next-hunk');
    assert.equal(keyCommand({ ...plain, key: 'ArrowUp', altKey: true }), 'previous-hunk');
    assert.equal(keyCommand({ ...plain, key: 'ArrowLeft', altKey: true }), null);
    assert.equal(keyCommand({ ...plain, key: 'ArrowRight', onHunk: true }), 'right-side');
  });
});
