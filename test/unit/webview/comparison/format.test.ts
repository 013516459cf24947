import assert from 'node:assert/strict';
import {
  fill,
  formatCount,
  formatDuration,
  formatElapsed,
  formatTokens,
  joinList,
} from '../../../../src/webview/comparison/format.ts';

describe('format', () => {
  it('fills places, and leaves one without a value as it is', () => {
    assert.equal(fill('{1} before {0}, {2}', 'one', 2), '2 before one, {2}');
  });

  it('does not take a value that looks like a place for one', () => {
    assert.equal(fill('{0} {1}', '{1}', 'second'), '{1} second');
  });

  it('writes numbers the way the language does', () => {
    assert.equal(formatTokens(4012, 'de'), '4,0k');
  });

  it('shortens token counts without rounding into the wrong unit', () => {
    assert.deepEqual(
      [0, 999, 1000, 4012, 9949, 9950, 41_499, 999_499, 999_500, 1_230_000].map((count) => formatTokens(count, 'en')),
      ['0', '999', '1.0k', '4.0k', '9.9k', '10k', '41k', '999k', '1.0M', '1.2M'],
    );
  });

  it('writes finished durations with a decimal below a minute', () => {
    assert.deepEqual(
      [0, 600, 9400, 59_949, 59_951, 72_000, 185_000].map((milliseconds) => formatDuration(milliseconds, 'en')),
      ['0.0 s', '0.6 s', '9.4 s', '59.9 s', '60 s', '72 s', '3 min 5 s'],
    );
  });

  it('counts running time in whole seconds and never below zero', () => {
    assert.deepEqual([-5, 999, 1000, 119_999, 125_000].map(formatElapsed), ['0 s', '0 s', '1 s', '119 s', '2 min 5 s']);
  });

  it('tells one from many', () => {
    assert.equal(formatCount(1, 'one line', '{0} lines'), 'one line');
    assert.equal(formatCount(0, 'one line', '{0} lines'), '0 lines');
  });

  it('joins words as a sentence does', () => {
    assert.equal(joinList([], '{0} and {1}'), '');
    assert.equal(joinList(['1'], '{0} and {1}'), '1');
    assert.equal(joinList(['1', '2', '3'], '{0} and {1}'), '1, 2 and 3');
  });
});
