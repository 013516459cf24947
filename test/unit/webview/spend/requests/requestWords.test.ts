import assert from 'node:assert/strict';
import type { RequestView } from '../../../../../src/shared/spendView.ts';
import { createFormats } from '../../../../../src/webview/spend/formats.ts';
import {
  costSoFarText,
  costText,
  failureText,
  outcomeText,
  tokenText,
} from '../../../../../src/webview/spend/requests/requestWords.ts';
import { picturedRequest } from '../../../../ui/gallery/spendRequests.ts';
import { spendEnglish } from '../../../../ui/gallery/spendScenes.ts';

const formats = createFormats('en', 'UTC');
const complete = picturedRequest(2);
const open: RequestView = { ...complete, ending: null };
const ended = (changes: Partial<NonNullable<RequestView['ending']>>): RequestView => {
  assert.ok(complete.ending !== null);
  return { ...complete, ending: { ...complete.ending, ...changes } };
};
const tokens = (row: RequestView) => tokenText(row, 'en', spendEnglish);
const cost = (row: RequestView) => costText(row, formats, 'en', spendEnglish);

describe('the words of a request', () => {
  it('tell tokens in, cached and out, or that there were none', () => {
    assert.equal(tokens(complete), '8.2k / 6.0k / 1.2k');
    assert.equal(tokens(ended({ usage: null })), '–');
    assert.equal(tokens(open), '–');
    assert.equal(tokens(ended({ outcome: 'cancelled', usageIsEstimate: true })), '~8.2k / 6.0k / 1.2k');
  });

  it('tell what it cost, and at most what is not known', () => {
    assert.equal(cost(ended({ costNanoDollars: 39_000_000 })), '$0.0390');
    assert.equal(cost(ended({ costNanoDollars: null, upperBound: 120_000_000 })), 'unknown, at most $0.12');
    assert.equal(cost(ended({ costNanoDollars: null })), 'unknown, at most $0.48', 'what was reserved');
    assert.equal(cost(open), 'unknown, at most $0.48');
    assert.equal(cost({ ...open, reserved: null }), 'unknown');
    assert.equal(cost({ ...ended({ costNanoDollars: 39_000_000 }), scripted: true }), '($0.0390)');
  });

  it('tell what a request that was cut off comes to so far', () => {
    const soFar = (row: RequestView) => costSoFarText(row, formats, 'en', spendEnglish);
    const cut = { outcome: 'cancelled', usageIsEstimate: true, costNanoDollars: null } as const;
    const estimated = { ...cut, estimatedNanoDollars: 26_000_000 };
    assert.equal(soFar(ended({ ...estimated, upperBound: 120_000_000 })), 'about $0.0260 so far, at most $0.12');
    assert.equal(soFar(ended(estimated)), 'about $0.0260 so far, at most $0.48', 'what was reserved');
    assert.equal(soFar({ ...ended(estimated), reserved: null }), 'about $0.0260 so far, without a known bound');
    assert.equal(soFar(ended(cut)), null, 'no price is known');
    assert.equal(soFar(open), null);
  });

  it('name a failure in words, and one that only another version knows as it is', () => {
    assert.equal(failureText('rate-limited', spendEnglish), 'rate limited');
    assert.equal(failureText('toString', spendEnglish), 'toString');
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
