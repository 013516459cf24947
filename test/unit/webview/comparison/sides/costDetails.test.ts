import assert from 'node:assert/strict';
import { costDetails } from '../../../../../src/webview/comparison/sides/costDetails.ts';
import { englishTexts } from '../../../../ui/englishTexts.ts';
import { leftDone, rightDone } from '../../../../ui/gallery/galleryTask.ts';

const list = { kind: 'list', date: '2026-09-23' } as const;

describe('costDetails', () => {
  it('names every class of tokens that there are, and the date of the list', () => {
    assert.equal(
      costDetails(leftDone, list, 'en', englishTexts),
      [
        'Input at the full price: 4,012 tokens',
        'Read from the cache: 8,000 tokens',
        'Output: 500 tokens, 120 of them reasoning',
        'List prices of 2026-09-23',
      ].join('\n'),
    );
  });

  it('tells caches of five minutes and of an hour apart', () => {
    const usage = { ...rightDone.usage, cacheWrite1h: 70 };
    const details = costDetails({ ...rightDone, usage }, { kind: 'own' }, 'en', englishTexts);
    assert.match(details, /for 5 minutes: 6,100 tokens\nWritten to the cache for 1 hour: 70 tokens/);
    assert.match(details, /Output: 612 tokens\nYour own prices$/);
  });

  it('names terms only where they are not the standard ones', () => {
    const terms = { serviceTier: 'priority', region: 'eu' };
    assert.match(costDetails({ ...leftDone, terms }, list, 'en', englishTexts), /Service tier: priority\nRegion: eu\n/);
    const standard = { serviceTier: null, region: null };
    assert.doesNotMatch(costDetails({ ...leftDone, terms: standard }, list, 'en', englishTexts), /tier|Region|null/);
  });

  it('says what is an estimate, and claims no prices that it does not know', () => {
    const details = costDetails({ ...leftDone, usageIsFinal: false }, null, 'en', englishTexts);
    assert.match(details, /An estimate until gpt-5\.5-2026-04-23 has said/);
    assert.doesNotMatch(details, /prices/);
  });
});
