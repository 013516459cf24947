import assert from 'node:assert/strict';
import type { SideView } from '../../../../../src/shared/comparisonView.ts';
import { whyNotAcceptable } from '../../../../../src/webview/comparison/sides/acceptability.ts';
import { noticeOfSide, statusOfSide } from '../../../../../src/webview/comparison/sides/sideStatus.ts';
import { englishTexts } from '../../../../ui/englishTexts.ts';
import { leftDone, rightDone, viewOf, waitingSide } from '../../../../ui/gallery/galleryTask.ts';

function text(side: Partial<SideView>): string {
  return statusOfSide({ ...leftDone, ...side }, 'en', englishTexts).text;
}

describe('statusOfSide', () => {
  it('says how long a finished answer took', () => {
    assert.equal(text({}), 'Done in 9.4 s');
  });

  it('has a word for each way to end', () => {
    assert.equal(text({ status: 'failed', failureKind: 'rate-limited' }), 'Failed');
    assert.equal(text({ status: 'failed', failureKind: 'refused' }), 'Refused');
    assert.equal(text({ status: 'failed', failureKind: 'truncated' }), 'Cut off');
    assert.equal(text({ status: 'failed', failureKind: 'stream-broken' }), 'Cut off');
    assert.equal(text({ status: 'failed', failureKind: 'interrupted' }), 'Interrupted');
    assert.equal(text({ status: 'done', failureKind: 'no-edit' }), 'No edit');
    assert.equal(text({ status: 'failed', failureKind: 'budget-reached' }), 'Held back');
    assert.equal(text({ status: 'failed', failureKind: 'budget-unknown' }), 'Held back');
    assert.equal(text({ status: 'failed', failureKind: 'budget-unpriced' }), 'Held back');
    assert.equal(text({ status: 'cancelled' }), 'Cancelled');
  });

  it('does not change with the clock while an answer is under way', () => {
    assert.equal(text({ status: 'writing', endedAt: null }), 'Writing…');
    const retry = { sentence: 'Busy.', attempt: 1, atMost: 2, untilMs: 5 };
    assert.equal(text({ status: 'connecting', retry }), 'Waiting to try again');
  });
});

describe('noticeOfSide', () => {
  const failure = {
    tone: 'error',
    sentence: 'Something happened.',
    actions: [
      { id: 'ask-again', label: 'Ask again' },
      { id: 'show-log', label: 'Show the log' },
    ],
  } as const;

  it('is as grave as the status beside it', () => {
    assert.equal(noticeOfSide({ failure, failureKind: 'no-edit' }, 'open')?.tone, 'information');
    assert.equal(noticeOfSide({ failure, failureKind: 'stream-broken' }, 'open')?.tone, 'warning');
    assert.equal(noticeOfSide({ failure, failureKind: 'key-rejected' }, 'open')?.tone, 'error');
    assert.equal(noticeOfSide({ failure, failureKind: 'budget-reached' }, 'open')?.tone, 'warning');
    assert.equal(noticeOfSide({ failure: null, failureKind: null }, 'open'), null);
  });

  it('does not offer to ask again once the comparison is closed', () => {
    const offered = (phase: 'open' | 'settled') =>
      noticeOfSide({ failure, failureKind: 'refused' }, phase)?.actions.map(({ id }) => id);
    assert.deepEqual(offered('open'), ['ask-again', 'show-log']);
    assert.deepEqual(offered('settled'), ['show-log']);
    const heldBack = {
      ...failure,
      actions: [
        { id: 'allow-over-budget', label: 'Go over it' },
        { id: 'accept-loss', label: 'Go on without it' },
      ],
    } as const;
    assert.deepEqual(noticeOfSide({ failure: heldBack, failureKind: 'budget-reached' }, 'settled')?.actions, []);
  });
});

describe('whyNotAcceptable', () => {
  it('lets hunks of finished answers be accepted while the comparison is open', () => {
    assert.equal(whyNotAcceptable(viewOf(leftDone, rightDone), 'left', englishTexts), null);
    assert.ok(whyNotAcceptable(viewOf(leftDone, rightDone, { phase: 'settled' }), 'left', englishTexts));
  });

  it('says whether waiting helps', () => {
    const writing: SideView = { ...leftDone, acceptable: false, status: 'writing' };
    const failed: SideView = { ...waitingSide('right'), status: 'failed' };
    const view = viewOf(writing, failed);
    assert.match(whyNotAcceptable(view, 'left', englishTexts) ?? '', /as soon as GPT-5.5 is done/);
    assert.match(whyNotAcceptable(view, 'right', englishTexts) ?? '', /did not finish/);
  });

  it('keeps the hunks of an answer that a later turn failed on, and waits while one is being written', () => {
    const failed = viewOf({ ...leftDone, turn: 2, status: 'failed' }, rightDone);
    const writing = viewOf({ ...leftDone, turn: 2, status: 'writing' }, rightDone);
    assert.equal(whyNotAcceptable(failed, 'left', englishTexts), null);
    assert.match(whyNotAcceptable(writing, 'left', englishTexts) ?? '', /as soon as GPT-5.5 is done/);
  });
});
