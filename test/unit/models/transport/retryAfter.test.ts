import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { retryAfter } from '../../../../src/models/transport/retryAfter.ts';

const from = (headers: Record<string, string>, message: string | null = null) =>
  retryAfter(new Headers(headers), message);

describe('retryAfter', () => {
  it('reads seconds, fractions of them, and milliseconds', () => {
    assert.equal(from({ 'retry-after': '7' }), 7000);
    assert.equal(from({ 'retry-after': '0.5' }), 500);
    assert.equal(from({ 'retry-after-ms': '120', 'retry-after': '7' }), 120);
  });

  it('reads a date, and never gives less than nothing', () => {
    const inAMinute = from({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() });
    assert.ok(inAMinute !== null && inAMinute > 30_000 && inAMinute <= 60_000);
    assert.equal(from({ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), 0);
  });

  it('reads the sentence that comes without a header', () => {
    assert.equal(from({}, 'Please try again in 20ms. Visit x'), 20);
    assert.equal(from({}, 'Please try again in 1.5s. Visit x'), 1500);
    assert.equal(from({}, 'Please try again in 6m0s.'), 360_000);
    assert.equal(from({}, 'Please try again in 1h2m3s.'), 3_723_000);
  });

  it('is null when nothing is said, or nothing that can be read', () => {
    assert.equal(retryAfter(null, null), null);
    assert.equal(from({}), null);
    assert.equal(from({ 'retry-after': 'soon' }, 'Try again in a while.'), null);
    assert.equal(from({ 'retry-after': '' }), null);
    assert.equal(from({ 'retry-after': '-3' }), null);
  });
});
