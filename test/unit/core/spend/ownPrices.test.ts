import assert from 'node:assert/strict';
import { noOwnPrices, ownPriceOf, possibleOwnPrices, readOwnPrices } from '../../../../src/core/spend/ownPrices.ts';

const free = { input: 0, output: 0 };

function read(value: unknown) {
  const prices = readOwnPrices(value);
  if ('kind' in prices) throw new Error(JSON.stringify(prices));
  return prices;
}

describe('readOwnPrices', () => {
  it('reads prices, of which what caching costs may be left out', () => {
    const prices = read({
      'openai/gpt-5.5': { input: 4.5, output: 27, cacheRead: 0.45 },
      'anthropic/claude-opus-4-7': { input: 1, output: 2, cacheWrite5m: 3 },
      'openai/local': free,
    });
    assert.deepEqual(prices.get('openai/gpt-5.5'), {
      kind: 'rates',
      input: 4.5,
      output: 27,
      cacheRead: 0.45,
      cacheWrite5m: 4.5,
      cacheWrite1h: 4.5,
    });
    assert.deepEqual(prices.get('anthropic/claude-opus-4-7'), {
      kind: 'rates',
      input: 1,
      output: 2,
      cacheRead: 1,
      cacheWrite5m: 3,
      cacheWrite1h: 3,
    });
    assert.equal(prices.get('openai/local')?.kind, 'rates');
  });

  it('reads discounts and surcharges', () => {
    assert.deepEqual(read({ 'anthropic/*': { discount: 12.5 } }).get('anthropic/*'), {
      kind: 'discount',
      percent: 12.5,
    });
    assert.deepEqual(read({ 'openai/*': { discount: -5.5 } }).get('openai/*'), { kind: 'discount', percent: -5.5 });
  });

  it('takes nothing set for no prices', () => {
    for (const value of [undefined, null, {}]) assert.deepEqual(readOwnPrices(value), noOwnPrices);
  });

  it('says what cannot be read, and where', () => {
    const wrong: readonly [value: unknown, fault: string, entry: string, field: string | null][] = [
      ['free', 'not-a-table', '', null],
      [[free], 'not-a-table', '', null],
      [{ 'gpt-5.5': free }, 'unknown-name', 'gpt-5.5', null],
      [{ 'mistral/large': free }, 'unknown-name', 'mistral/large', null],
      [{ 'openai/': free }, 'unknown-name', 'openai/', null],
      [{ 'openai/*-mini': free }, 'unknown-name', 'openai/*-mini', null],
      [{ '*': free }, 'unknown-name', '*', null],
      [{ 'openai/a': 5 }, 'no-price', 'openai/a', null],
      [{ 'openai/a': null }, 'no-price', 'openai/a', null],
      [{ 'openai/a': {} }, 'no-price', 'openai/a', 'input'],
      [{ 'openai/a': { input: 5 } }, 'no-price', 'openai/a', 'output'],
      [{ 'openai/a': { ...free, input: -1 } }, 'not-an-amount', 'openai/a', 'input'],
      [{ 'openai/a': { ...free, output: '30' } }, 'not-an-amount', 'openai/a', 'output'],
      [{ 'openai/a': { ...free, cacheRead: 0.000_000_1 } }, 'not-an-amount', 'openai/a', 'cacheRead'],
      [{ 'openai/a': { ...free, input: 1_000_001 } }, 'not-an-amount', 'openai/a', 'input'],
      [{ 'openai/a': { ...free, cacheRead: null } }, 'not-an-amount', 'openai/a', 'cacheRead'],
      [{ 'openai/a': { ...free, cached: 1 } }, 'unknown-field', 'openai/a', 'cached'],
      [{ 'openai/a': { discount: 101 } }, 'not-a-discount', 'openai/a', 'discount'],
      [{ 'openai/a': { discount: '10%' } }, 'not-a-discount', 'openai/a', 'discount'],
      [{ 'openai/a': { discount: 10, input: 5 } }, 'not-a-discount', 'openai/a', 'input'],
    ];
    for (const [value, fault, entry, field] of wrong) {
      assert.deepEqual(readOwnPrices(value), { kind: 'prices-invalid', fault, entry, field }, JSON.stringify(value));
    }
  });

  it('reads all or nothing', () => {
    const prices = readOwnPrices({ 'openai/a': free, 'openai/b': { input: 1 } });
    assert.equal('kind' in prices && prices.entry, 'openai/b');
  });
});

describe('ownPriceOf', () => {
  const percentOf = (prices: Parameters<typeof ownPriceOf>[0], model: string) => {
    const price = ownPriceOf(prices, 'openai', model);
    return price?.kind === 'discount' ? price.percent : null;
  };

  it('prefers the very name, then the name without the day of a snapshot, then the longest beginning', () => {
    const prices = read({
      'openai/*': { discount: 1 },
      'openai/gpt-5*': { discount: 2 },
      'openai/gpt-5.5': { discount: 3 },
      'openai/gpt-5.5-2026-04-24': { discount: 4 },
    });
    assert.equal(percentOf(prices, 'gpt-5.5-2026-04-24'), 4);
    assert.equal(percentOf(prices, 'gpt-5.5-2026-04-23'), 3);
    assert.equal(percentOf(prices, 'gpt-5.5'), 3);
    assert.equal(percentOf(prices, 'gpt-5.5-pro'), 2);
    assert.equal(percentOf(prices, 'o3'), 1);
    assert.equal(ownPriceOf(prices, 'anthropic', 'gpt-5.5'), null);
  });

  it('looks at what was asked for and what answered, the closer name first', () => {
    const prices = read({
      'openai/*': { discount: 1 },
      'openai/gpt-5*': { discount: 2 },
      'openai/gpt-5.4': { discount: 3 },
      'openai/gpt-5.5-2026-04-23': { discount: 4 },
    });
    const percent = (asked: string, answered: string) => {
      const price = ownPriceOf(prices, 'openai', asked, answered);
      return price?.kind === 'discount' ? price.percent : null;
    };
    assert.equal(percent('gpt-5.5', 'gpt-5.5-2026-04-23'), 4);
    assert.equal(percent('gpt-5.4', 'gpt-5.5-2026-04-23'), 3);
    assert.equal(percent('gpt-5.4-2026-03-05', 'gpt-5.5-2026-04-23'), 4);
    assert.equal(percent('house', 'gpt-5.4-2026-03-05'), 3);
    assert.equal(percent('house', 'gpt-5.3'), 2);
    assert.equal(percent('house', 'o3'), 1);
  });

  it('gives none where none is set', () => {
    assert.equal(percentOf(noOwnPrices, 'gpt-5.5'), null);
    assert.equal(percentOf(read({ 'openai/gpt-5.5-pro': { discount: 5 } }), 'gpt-5.5'), null);
  });
});

describe('possibleOwnPrices', () => {
  const percentsOf = (value: unknown, asked: string) =>
    possibleOwnPrices(read(value), 'openai', asked).map((price) => (price?.kind === 'discount' ? price.percent : null));

  it('has those of every snapshot that can answer, beside what holds for any other', () => {
    const prices = {
      'openai/gpt-5.5-2026-04-23': { discount: 1 },
      'openai/gpt-5.5-20260424': { discount: 2 },
      'openai/gpt-5.5-2026-05*': { discount: 3 },
      'openai/gpt-5.5-pro-2026-04-23': { discount: 4 },
      'openai/gpt-5.5-p*': { discount: 5 },
      'openai/gpt-5.4-2026-03-05': { discount: 6 },
      'anthropic/gpt-5.5-2026-04-23': { discount: 7 },
    };
    assert.deepEqual(percentsOf(prices, 'gpt-5.5'), [null, 1, 2, 3]);
    assert.deepEqual(percentsOf({ ...prices, 'openai/*': { discount: 8 } }, 'gpt-5.5'), [8, 1, 2, 3]);
  });

  it('has that of the very name alone where there is one', () => {
    const prices = { 'openai/gpt-5.5': { discount: 1 }, 'openai/gpt-5.5-2026-04-23': { discount: 2 } };
    assert.deepEqual(percentsOf(prices, 'gpt-5.5'), [1]);
    assert.deepEqual(percentsOf(prices, 'gpt-5.5-2026-04-23'), [2]);
    assert.deepEqual(percentsOf(prices, 'gpt-5.5-2026-04-24'), [1]);
  });
});
