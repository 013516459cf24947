import assert from 'node:assert/strict';
import { restorePageState, withOpened } from '../../../../src/webview/spend/savedState.ts';

describe('restorePageState', () => {
  it('takes what an earlier life of the page left, and nothing that is damaged', () => {
    assert.deepEqual(restorePageState({ opened: ['timeline', 7], scrollTop: 120 }), {
      opened: ['timeline'],
      scrollTop: 120,
    });
    for (const saved of [undefined, null, 'text', [], { opened: 'all', scrollTop: '1' }]) {
      assert.deepEqual(restorePageState(saved), { opened: [], scrollTop: 0 });
    }
  });
});

describe('withOpened', () => {
  it('opens once, and closes', () => {
    assert.deepEqual(withOpened(['a', 'b'], 'a', true), ['b', 'a']);
    assert.deepEqual(withOpened(['a', 'b'], 'a', false), ['b']);
  });
});
