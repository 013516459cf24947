import assert from 'node:assert/strict';
import { initialViewState, restoreViewState, toggleOpened } from '../../../../src/webview/comparison/viewState.ts';

describe('restoreViewState', () => {
  it('gives back what was saved for the same comparison', () => {
    const saved = {
      ...initialViewState('one'),
      page: 'rows' as const,
      narrowSide: 'right' as const,
      currentHunk: 'left-1-2',
      unfolded: { 'left:a.ts:0': { top: 20, bottom: 0 } },
      opened: ['thinking:left'],
      rowFilter: 'conflicting',
      followUp: { text: 'Keep the loop', side: 'left' },
      scrollTop: 120,
    };
    assert.deepEqual(restoreViewState(JSON.parse(JSON.stringify(saved)), 'one'), saved);
  });

  it('starts anew for another comparison', () => {
    assert.deepEqual(restoreViewState({ ...initialViewState('one'), page: 'rows' }, 'two'), initialViewState('two'));
  });

  it('makes nothing of what it does not understand', () => {
    const saved = {
      comparisonId: 'one',
      page: 'moon',
      unfolded: { a: 3 },
      opened: [4],
      scrollTop: 'far',
      currentHunk: {},
      rowFilter: 'sun',
      followUp: { side: 'left' },
    };
    assert.deepEqual(restoreViewState(saved, 'one'), initialViewState('one'));
    assert.deepEqual(restoreViewState('nonsense', 'one'), initialViewState('one'));
  });
});

describe('toggleOpened', () => {
  it('opens once however often it is asked, and closes', () => {
    const open = toggleOpened(toggleOpened(initialViewState('one'), 'prose', true), 'prose', true);
    assert.deepEqual(open.opened, ['prose']);
    assert.deepEqual(toggleOpened(open, 'prose', false).opened, []);
  });
});
