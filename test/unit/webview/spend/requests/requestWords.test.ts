import assert from 'node:assert/strict';
import type { RequestView } from '../../../../../src/shared/spendView.ts';
import { createFormats } from '../../../../../src/webview/spend/formats.ts';
import { costText, outcomeText, tokenText } from '../../../../../src/webview/spend/requests/requestWords.ts';
import { picturedRequest } from '../../../../ui/gallery/spendRequests.ts';
import { spendEnglish } from '../../../../ui/gallery/spendScenes.ts';

const formats = createFormats('en', 'UTC');
const complete = picturedRequest(2);
const open: RequestView = { ...complete, ending: null };
const ended = (changes: Partial<NonNullable<RequestView['ending']>>): RequestView => {
  assert.ok(complete.ending !== null);
  return { ...complete, ending: { ...complete.ending, ...changes } };
};
const cost = (row: RequestView) => costText(row, formats, 'en', spendEnglish);

describe('the words of a request', () => {
  it('tell tokens in, cached and out, or that there were none', () => {
    assert.equal(tokenText(complete, 'en'), '8.2k / 6.0k / 1.2k');
    assert.equal(tokenText(ended({ usage: null }), 'en'), '–');
    assert.equal(tokenText(open, 'en'), '–');
  });

  it('tell what it cost, and at most what is not known', () => {
    assert.equal(cost(ended({ costNanoDollars: 39_000_000 })), '$0.0390');
    assert.equal(cost(ended({ costNanoDollars: null, upperBound: 120_000_000 })), 'unknown, at most $0.12');
    assert.equal(cost(ended({ costNanoDollars: null })), 'unknown, at most $0.48', 'what was reserved');
    assert.equal(cost(open), 'unknown, at most $0.48');
    assert.equal(cost({ ...open, reserved: null }), 'unknown');
    assert.equal(cost({ ...ended({ costNanoDollars: 39_000_000 }), scripted: true }), '($0.0390)');
  });

  it('tell what is under way from what a window left behind', () => {
    const outcome = (row: RequestView, minutes: number) =>
      outcomeText(row, row.startedAt + minutes * 60_000, spendEnglish);
    assert.equal(outcome(complete, 0), 'Complete');
    assert.equal(outcome(ended({ outcome: 'cancelled' }), 0), 'Cancelled');
    assert.equal(outcome(open, 59), 'Under way');
    assert.equal(outcome(open, 61), 'Never ended');
  });
});
