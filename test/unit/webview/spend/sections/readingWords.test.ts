import assert from 'node:assert/strict';
import type { EfficiencyReading } from '../../../../../src/core/spend/efficiency.ts';
import { createFormats } from '../../../../../src/webview/spend/formats.ts';
import { readingText } from '../../../../../src/webview/spend/sections/readingWords.ts';
import { spendEnglish } from '../../../../ui/gallery/spendScenes.ts';

const text = (reading: EfficiencyReading) => readingText(reading, createFormats('en', 'UTC'), spendEnglish);
const told = { kind: 'told', dearer: 'X', cheaper: 'Y', perToken: 1.31, perChange: 0.7, unknownRequests: 0 } as const;

describe('readingText', () => {
  it('compares by the token and by the accepted change', () => {
    assert.equal(
      text(told),
      'X costs 1.3 times as much as Y per token, but only 0.7 times as much per accepted change: its dearer tokens are the cheaper changes.',
    );
    assert.equal(
      text({ ...told, perChange: 2 }),
      'X costs 1.3 times as much as Y per token, and 2 times as much per accepted change.',
    );
  });

  it('says what is not in it, and when too much is not known', () => {
    assert.match(text({ ...told, unknownRequests: 1 }), / The money of one request of unknown cost is not in this, /);
    assert.match(text({ ...told, unknownRequests: 2 }), / The money of 2 requests of unknown cost is not in this, /);
    assert.match(text({ kind: 'too-unknown' }), /^The cost of too many requests is not known/);
    assert.match(text({ kind: 'too-few', needed: 5 }), /: it takes 5 of each\.$/);
  });
});
