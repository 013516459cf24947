import assert from 'node:assert/strict';
import { noFigures } from '../../../../src/core/spend/spendFigures.ts';
import { createFormats } from '../../../../src/webview/spend/formats.ts';
import { moneyText, unknownText } from '../../../../src/webview/spend/moneyWords.ts';
import { spendEnglish } from '../../../ui/gallery/spendScenes.ts';

const money = (changes: Partial<typeof noFigures>) =>
  moneyText({ ...noFigures, ...changes }, (nanoDollars) => `$${nanoDollars}`, spendEnglish);
const unknown = (unknownRequests: number, unknownUpperBound: number | null) =>
  unknownText({ ...noFigures, unknownRequests, unknownUpperBound }, createFormats('en', 'UTC'), 'en', spendEnglish);

describe('moneyText', () => {
  it('never shows as zero what is not known', () => {
    assert.equal(money({ requests: 2, nanoDollars: 7 }), '$7');
    assert.equal(money({ requests: 2, nanoDollars: 7, unknownRequests: 1 }), '$7 + unknown');
    assert.equal(money({ requests: 2, unknownRequests: 2 }), 'unknown');
    assert.equal(money({}), '$0');
  });
});

describe('unknownText', () => {
  it('says how many requests, and the most that they can have cost', () => {
    assert.equal(unknown(0, 0), null);
    assert.equal(unknown(1, null), 'one request of unknown cost');
    assert.equal(unknown(1, 480_000_001), 'one request of unknown cost, at most $0.49');
    assert.equal(unknown(3, null), '3 requests of unknown cost');
    assert.equal(unknown(3, 480_000_000), '3 requests of unknown cost, at most $0.48 together');
    assert.equal(unknown(3210, null), '3,210 requests of unknown cost');
  });
});
