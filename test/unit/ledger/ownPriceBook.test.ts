import assert from 'node:assert/strict';
import type { Provider } from '../../../src/core/contender.ts';
import type { Metered } from '../../../src/core/spend/billing.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';
import { readOwnPrices } from '../../../src/core/spend/ownPrices.ts';
import { noUsage } from '../../../src/core/spend/usage.ts';
import { createPriceBook } from '../../../src/ledger/priceBook.ts';
import { bundledPrices } from '../../../src/ledger/prices/rates.ts';
import { independentCost } from './costs/independentCost.ts';

const at = Date.parse('2026-11-24T12:00:00Z');
const usage = { uncachedInput: 1_001, cacheRead: 17, cacheWrite5m: 5, cacheWrite1h: 3, output: 7, reasoning: 0 };

function book(own: unknown) {
  const prices = createPriceBook(bundledPrices, readOwnPrices(own));
  return {
    ...prices,
    priced: (provider: Provider, model: string, metered: Partial<Metered> = {}, returnedModel: string | null = null) =>
      prices.price({ provider, model, returnedModel, usage, extras: [], terms: standardTerms, at, ...metered }),
  };
}

describe('a price book with prices of the person’s own', () => {
  const gateway = book({
    'openai/gpt-5.5': { input: 4.123456, output: 27, cacheRead: 0.333333, cacheWrite5m: 5.1, cacheWrite1h: 8 },
    'openai/unheard-of': { input: 1, output: 2 },
    'openai/llama*': { input: 0, output: 0 },
    'anthropic/*': { discount: 12.5 },
  });

  it('counts by them, to the nano-dollar', () => {
    assert.deepEqual(gateway.priced('openai', 'gpt-5.5')?.source, { kind: 'own' });
    assert.equal(
      gateway.priced('openai', 'gpt-5.5')?.nanoDollars,
      independentCost([
        [1_001, '4.123456'],
        [17, '0.333333'],
        [5, '5.1'],
        [3, '8'],
        [7, '27'],
      ]),
    );
  });

  it('takes them as they are: no long requests, tiers or regions', () => {
    const own = gateway.priced('openai', 'gpt-5.5');
    const terms = { serviceTier: 'priority', region: 'eu' };
    assert.deepEqual(gateway.priced('openai', 'gpt-5.5', { terms }), own);
    assert.deepEqual(gateway.priced('openai', 'gpt-5.5', { terms: { serviceTier: 'next-year', region: null } }), own);
    const long = gateway.priced('openai', 'gpt-5.5', { usage: { ...noUsage, uncachedInput: 1_000_000 } });
    assert.equal(long?.nanoDollars, 4_123_456_000);
    assert.equal(gateway.nextTier('openai', 'gpt-5.5', at), null);
  });

  it('knows prices of models that no list has, and what a cache costs there', () => {
    const cached = { ...noUsage, cacheRead: 1_000_000, cacheWrite5m: 1_000_000, cacheWrite1h: 1_000_000 };
    const price = gateway.priced('openai', 'unheard-of', { usage: cached });
    assert.equal(price?.nanoDollars, 3_000_000_000);
    assert.equal(price.cacheSavings, 0);
  });

  it('knows that nothing is paid, which is not an unknown price', () => {
    assert.deepEqual(gateway.priced('openai', 'llama-4-local'), {
      nanoDollars: 0,
      cacheSavings: 0,
      source: { kind: 'own' },
    });
    assert.equal(gateway.priced('openai', 'mistral-local'), null);
  });

  it('takes a discount off the list price with all its tiers and terms', () => {
    const sonnet = { ...usage, uncachedInput: 250_000 };
    const charges = [
      [250_000, '5'],
      [17, '0.50'],
      [5, '6.25'],
      [3, '10'],
      [7, '25'],
    ] as const;
    const terms = { serviceTier: 'batch', region: 'us' };
    const price = gateway.priced('anthropic', 'claude-opus-4-7', { usage: sonnet, terms });
    assert.deepEqual(price?.source, { kind: 'own' });
    assert.equal(
      price.nanoDollars,
      independentCost(charges, [
        [875, 1_000],
        [1, 2],
        [11, 10],
      ]),
    );
    const unpriced = { ...terms, serviceTier: 'priority' };
    assert.equal(gateway.priced('anthropic', 'claude-opus-4-7', { terms: unpriced }), null);
    const half = book({ 'openai/gpt-5.5': { discount: 50 } });
    const long = half.priced('openai', 'gpt-5.5', { usage: { ...noUsage, uncachedInput: 272_000 } });
    assert.equal(long?.nanoDollars, independentCost([[272_000, '10']], [[1, 2]]));
    assert.equal(half.nextTier('openai', 'gpt-5.5', at), 272_000);
  });

  it('knows no price of what is discounted but not listed', () => {
    assert.equal(gateway.priced('anthropic', 'claude-unheard-of'), null);
  });

  it('adds a surcharge, and a discount of everything is free', () => {
    const marked = book({ 'openai/*': { discount: -5.5 }, 'anthropic/*': { discount: 100 } });
    const plain = { ...noUsage, uncachedInput: 1 };
    assert.equal(marked.priced('openai', 'gpt-5.5', { usage: plain })?.nanoDollars, 5_275);
    assert.equal(marked.priced('anthropic', 'claude-opus-4-7')?.nanoDollars, 0);
  });

  it('counts what comes beside the tokens by the list', () => {
    const extras = [
      { kind: 'tool', name: 'web_search', calls: 2 },
      { kind: 'model', model: 'claude-opus-4-7', usage: { ...noUsage, output: 1_000 } },
    ] as const;
    const own = book({ 'anthropic/*': { input: 0, output: 0 } });
    const price = own.priced('anthropic', 'claude-opus-4-7', { extras });
    assert.equal(
      price?.nanoDollars,
      independentCost([
        [2, '10000'],
        [1_000, '25'],
      ]),
    );
  });

  it('goes by the name that was asked for, and lists by the name that answered', () => {
    const alias = book({ 'openai/house': { discount: 10 }, 'openai/gpt-5.4': { input: 1, output: 1 } });
    const one = { usage: { ...noUsage, output: 1_000_000 } };
    // $30 by the list, a tenth less.
    assert.equal(alias.priced('openai', 'house', one, 'gpt-5.5-2026-04-23')?.nanoDollars, 27_000_000_000);
    assert.equal(alias.priced('openai', 'house', one), null);
    assert.equal(alias.priced('openai', 'unheard-of', one, 'gpt-5.4-2026-03-05')?.nanoDollars, 1_000_000_000);
    assert.equal(alias.priced('openai', 'gpt-5.4', one, 'gpt-5.5')?.nanoDollars, 1_000_000_000);
    assert.deepEqual(alias.priced('openai', 'gpt-5.5', one, 'unheard-of')?.source, {
      kind: 'list',
      date: '2026-09-23',
    });
  });

  it('counts by the very name that answered before any beginning of the one asked for', () => {
    const both = book({ 'openai/*': { discount: 10 }, 'openai/gpt-5.5-2026-04-23': { input: 1, output: 2 } });
    const one = { usage: { ...noUsage, output: 1_000_000 } };
    assert.equal(both.priced('openai', 'gpt-5.5', one, 'gpt-5.5-2026-04-23')?.nanoDollars, 2_000_000_000);
    assert.equal(both.priced('openai', 'gpt-5.5', one, 'gpt-5.5-2026-04-24')?.nanoDollars, 27_000_000_000);
  });

  it('counts by the dearest that a snapshot can turn out to cost, until it is known which one answers', () => {
    const one = { usage: { ...noUsage, output: 1_000_000 } };
    const dear = book({ 'openai/gpt-5.5-2026-04-23': { input: 50, output: 300 } });
    assert.equal(dear.priced('openai', 'gpt-5.5', one)?.nanoDollars, 300_000_000_000);
    assert.deepEqual(dear.priced('openai', 'gpt-5.5', one)?.source, { kind: 'own' });
    assert.equal(
      dear.priced('openai', 'gpt-5.5', one)?.nanoDollars,
      dear.priced('openai', 'gpt-5.5', one, 'gpt-5.5-2026-04-23')?.nanoDollars,
    );
    // Another snapshot would be counted by the list.
    const cheap = book({ 'openai/gpt-5.5-2026-04-23': { input: 1, output: 2 } });
    assert.equal(cheap.priced('openai', 'gpt-5.5', one)?.nanoDollars, 30_000_000_000);
    assert.equal(cheap.nextTier('openai', 'gpt-5.5', at), 272_000);
  });

  it('knows no bound where a snapshot without any price may answer', () => {
    const house = book({ 'openai/house-2026-04-23': { input: 1, output: 2 } });
    assert.equal(house.priced('openai', 'house'), null);
    assert.ok(house.priced('openai', 'house', {}, 'house-2026-04-23') !== null);
  });

  it('leaves other models to the list', () => {
    const price = gateway.priced('openai', 'gpt-5.4', { usage: { ...noUsage, output: 1 } });
    assert.deepEqual(price, { nanoDollars: 15_000, cacheSavings: 0, source: { kind: 'list', date: '2026-09-23' } });
  });

  it('knows no price at all while they cannot be read, and says why', () => {
    const broken = book({ 'openai/gpt-5.5': { input: 'cheap', output: 1 } });
    assert.equal(broken.fault?.kind, 'prices-invalid');
    assert.equal(broken.priced('openai', 'gpt-5.5'), null);
    assert.equal(broken.priced('anthropic', 'claude-opus-4-7'), null);
    assert.equal(broken.nextTier('openai', 'gpt-5.5', at), null);
    assert.equal(gateway.fault, null);
  });
});
