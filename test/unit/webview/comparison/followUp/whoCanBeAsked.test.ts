import assert from 'node:assert/strict';
import type { SideView } from '../../../../../src/shared/comparisonView.ts';
import { askedSide, whyNotAsked } from '../../../../../src/webview/comparison/followUp/whoCanBeAsked.ts';
import { englishTexts } from '../../../../ui/englishTexts.ts';
import { leftDone, rightDone, viewOf } from '../../../../ui/gallery/galleryTask.ts';

const writing: SideView = { ...rightDone, status: 'writing', acceptable: false };
const failed: SideView = { ...rightDone, status: 'failed', acceptable: false };

describe('whyNotAsked', () => {
  const why = (right: SideView, side: 'left' | 'right' | null, phase: 'open' | 'settled' = 'open') =>
    whyNotAsked(viewOf(leftDone, right, { phase }), side, englishTexts);

  it('lets finished answers be asked on, and those of which a later turn failed', () => {
    assert.equal(why(rightDone, null), null);
    assert.equal(why({ ...rightDone, status: 'failed', turn: 2 }, 'right'), null);
  });

  it('names who stands in the way', () => {
    assert.equal(why(writing, 'left'), null);
    assert.equal(why(writing, 'right'), 'Claude Opus 4.7 is still at work');
    assert.equal(why(writing, null), 'Claude Opus 4.7 is still at work');
    assert.match(why(failed, null) ?? '', /Claude Opus 4.7 has no answer to build on/);
    assert.match(why({ ...rightDone, status: 'waiting', turn: 2 }, 'right') ?? '', /still at work/);
    assert.match(why(rightDone, 'left', 'settled') ?? '', /closed/);
  });
});

describe('askedSide', () => {
  it('is whom the person chose, or who is left', () => {
    assert.equal(askedSide(viewOf(leftDone, rightDone), 'right', englishTexts), 'right');
    assert.equal(askedSide(viewOf(leftDone, rightDone), null, englishTexts), null);
    assert.equal(askedSide(viewOf(leftDone, writing), null, englishTexts), 'left');
    assert.equal(askedSide(viewOf(leftDone, writing), 'right', englishTexts), 'left');
  });
});
