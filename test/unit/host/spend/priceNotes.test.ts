import assert from 'node:assert/strict';
import { readOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import { priceNotes } from '../../../../src/host/spend/priceNotes.ts';
import { english, listPrices, spendRow } from './spendFixture.ts';

const own = readOwnPrices({ 'openai/*': { input: 1, output: 2 } });

describe('priceNotes', () => {
  it('say of a table that reaches back that only new requests are counted by today’s list', () => {
    const [plain] = priceNotes([], listPrices, english);
    assert.match(plain ?? '', /^List prices of \d{4}-\d\d-\d\d \(/);
    const [reaching] = priceNotes([], listPrices, english, 'history');
    assert.match(
      reaching ?? '',
      /^New requests are counted by list prices of .*, each earlier one by those of its day/,
    );
    const [refreshed] = priceNotes([], { ...listPrices, listDate: '2031-01-01' }, english, 'history');
    assert.match(refreshed ?? '', /list prices of 2031-01-01 \(.*, refreshed\), each earlier one/);
  });

  it('write out what would hide or reorder a model’s name', () => {
    const rows = [spendRow({ model: 'gpt\u202e5.5' })];
    const [, now] = priceNotes(rows, { ...listPrices, own }, english);
    assert.equal(now, 'Your own prices, as they are now, count for gpt[U+202E]5.5.');
    const [, history] = priceNotes(rows, { ...listPrices, own }, english, 'history');
    assert.equal(history, 'Your own prices, as they are now, count for new requests of gpt[U+202E]5.5.');
  });
});
