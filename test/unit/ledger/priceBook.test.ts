import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Provider } from '../../../src/core/contender.ts';
import type { BillingTerms, ExtraUsage, Metered } from '../../../src/core/spend/billing.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';
import { noOwnPrices } from '../../../src/core/spend/ownPrices.ts';
import { priceData } from '../../../src/core/spend/priceData.ts';
import type { Usage } from '../../../src/core/spend/usage.ts';
import { noUsage } from '../../../src/core/spend/usage.ts';
import { createPriceBook } from '../../../src/ledger/priceBook.ts';
import { bundledPrices } from '../../../src/ledger/prices/rates.ts';

/** Nano-dollars per token, from the providers' own price pages. */
interface Rates {
  readonly input: bigint;
  readonly cacheRead: bigint;
  readonly cacheWrite5m: bigint;
  readonly cacheWrite1h: bigint;
  readonly output: bigint;
}

const gpt: Rates = { input: 5_000n, cacheRead: 500n, cacheWrite5m: 5_000n, cacheWrite1h: 5_000n, output: 30_000n };
const gptLong: Rates = {
  input: 10_000n,
  cacheRead: 1_000n,
  cacheWrite5m: 10_000n,
  cacheWrite1h: 10_000n,
  output: 45_000n,
};
const opus: Rates = { input: 5_000n, cacheRead: 500n, cacheWrite5m: 6_250n, cacheWrite1h: 10_000n, output: 25_000n };

/** The same sum in whole numbers, by hand. */
function byHand(usage: Usage, rates: Rates): number {
  return Number(
    BigInt(usage.uncachedInput) * rates.input +
      BigInt(usage.cacheRead) * rates.cacheRead +
      BigInt(usage.cacheWrite5m) * rates.cacheWrite5m +
      BigInt(usage.cacheWrite1h) * rates.cacheWrite1h +
      BigInt(usage.output) * rates.output,
  );
}

function gptRates(usage: Usage): Rates {
  return usage.uncachedInput + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h >= 272_000 ? gptLong : gpt;
}

const at = Date.parse('2026-11-24T12:00:00Z');

const tokens = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 1_000_000 }));
const usages = fc.record({
  uncachedInput: tokens,
  cacheRead: tokens,
  cacheWrite5m: tokens,
  cacheWrite1h: tokens,
  output: tokens,
  reasoning: fc.constant(0),
});

describe('createPriceBook', () => {
  const prices = createPriceBook(bundledPrices, noOwnPrices);
  const priced = (provider: Provider, model: string, metered: Partial<Metered>) =>
    prices.price({
      provider,
      model,
      returnedModel: null,
      usage: noUsage,
      extras: [],
      terms: standardTerms,
      at,
      ...metered,
    });
  const cost = (provider: Provider, model: string, usage: Usage) =>
    priced(provider, model, { usage })?.nanoDollars ?? null;

  it('prices a recorded GPT-5.5 request: 63 tokens in, 69 out', () => {
    assert.equal(cost('openai', 'gpt-5.5', { ...noUsage, uncachedInput: 63, output: 69, reasoning: 26 }), 2_385_000);
  });

  it('bills cached input of GPT-5.5 at a tenth, and not twice', () => {
    const usage = { ...noUsage, uncachedInput: 2_000, cacheRead: 8_000, output: 500 };
    assert.equal(cost('openai', 'gpt-5.5', usage), 29_000_000);
  });

  it('bills both kinds of cache writes of Claude Opus 4.7', () => {
    const usage = {
      ...noUsage,
      uncachedInput: 12,
      cacheRead: 2_000,
      cacheWrite5m: 1_000,
      cacheWrite1h: 500,
      output: 100,
    };
    assert.equal(cost('anthropic', 'claude-opus-4-7', usage), 14_810_000);
  });

  it('bills reasoning as the output that it is part of', () => {
    const shown = { ...noUsage, output: 1_000 };
    assert.equal(
      cost('anthropic', 'claude-opus-4-7', { ...shown, reasoning: 900 }),
      cost('anthropic', 'claude-opus-4-7', shown),
    );
  });

  it('bills the whole GPT-5.5 request at the long-context rates from 272,000 input tokens on, cached ones counted', () => {
    const long = (usage: Partial<Usage>) => cost('openai', 'gpt-5.5', { ...noUsage, ...usage });
    assert.equal(long({ uncachedInput: 271_999, output: 1_000 }), 1_389_995_000);
    assert.equal(long({ uncachedInput: 272_000, output: 1_000 }), 2_765_000_000);
    assert.equal(long({ uncachedInput: 2_000, cacheRead: 270_000, output: 1_000 }), 335_000_000);
    assert.equal(prices.nextTier('openai', 'gpt-5.5', at), 272_000);
    assert.equal(prices.nextTier('anthropic', 'claude-opus-4-7', at), null);
  });

  it('has no long-context rates for Claude Opus 4.7', () => {
    assert.equal(cost('anthropic', 'claude-opus-4-7', { ...noUsage, uncachedInput: 900_000 }), 4_500_000_000);
  });

  it('agrees with a calculation by hand to the nano-dollar', () => {
    fc.assert(
      fc.property(usages, (usage) => {
        assert.equal(cost('openai', 'gpt-5.5', usage), byHand(usage, gptRates(usage)));
        assert.equal(cost('anthropic', 'claude-opus-4-7', usage), byHand(usage, opus));
      }),
      { numRuns: 300 },
    );
  });

  it('prices the dated ids that providers return as their family, those that the data does not list too', () => {
    const usage = { ...noUsage, uncachedInput: 1_000, output: 10 };
    const dated: readonly [Provider, string, string][] = [
      ['openai', 'gpt-5.5-2026-04-23', 'gpt-5.5'],
      ['openai', 'gpt-5.5-2027-01-31', 'gpt-5.5'],
      ['anthropic', 'claude-opus-4-7-20260416', 'claude-opus-4-7'],
    ];
    for (const [provider, snapshot, family] of dated) {
      const found = cost(provider, snapshot, usage);
      assert.ok(found !== null && found > 0);
      assert.equal(found, cost(provider, family, usage));
    }
  });

  it('knows no price, rather than zero, for a model it does not know', () => {
    for (const model of ['gpt-6.1-sol', 'gpt-5.5-mini', 'my-local-model', '']) {
      assert.equal(cost('openai', model, { ...noUsage, uncachedInput: 1 }), null);
      assert.equal(cost('openai', model, noUsage), null);
    }
    assert.equal(cost('openai', 'claude-opus-4-7', { ...noUsage, uncachedInput: 1 }), null);
  });

  it('knows no price for output of a model that is only priced by input', () => {
    assert.equal(cost('openai', 'text-embedding-3-small', { ...noUsage, uncachedInput: 1_000 }), 20_000);
    assert.equal(cost('openai', 'text-embedding-3-small', { ...noUsage, output: 1_000 }), null);
  });

  it('knows no price for counts that cannot be', () => {
    for (const output of [Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY]) {
      assert.equal(cost('openai', 'gpt-5.5', { ...noUsage, output }), null);
    }
  });

  it('tells what caching saved, and that writing to a cache can cost more than it saves', () => {
    const read = { ...noUsage, uncachedInput: 2_000, cacheRead: 8_000, output: 500 };
    assert.equal(priced('openai', 'gpt-5.5', { usage: read })?.cacheSavings, 36_000_000);
    const written = { ...noUsage, cacheWrite5m: 1_000, cacheWrite1h: 1_000 };
    assert.equal(priced('anthropic', 'claude-opus-4-7', { usage: written })?.cacheSavings, -6_250_000);
  });

  it('follows the service tier and the region that the response names, and guesses at none', () => {
    const usage = { ...noUsage, uncachedInput: 1_001, cacheRead: 3, output: 7 };
    // At list price: 1,001 × 5,000 + 3 × 500 + 7 × 30,000 = 5,216,500 nano-dollars.
    const gptCost = (terms: Partial<BillingTerms>, model = 'gpt-5.5') =>
      priced('openai', model, { usage, terms: { ...standardTerms, ...terms } })?.nanoDollars ?? null;
    assert.equal(gptCost({}), 5_216_500);
    assert.equal(gptCost({ serviceTier: 'default' }), 5_216_500);
    assert.equal(gptCost({ serviceTier: 'flex' }), 2_608_250);
    assert.equal(gptCost({ serviceTier: 'batch' }), 2_608_250);
    // 12.50, 1.25 and 75 dollars per million tokens.
    assert.equal(gptCost({ serviceTier: 'priority' }), 1_001 * 12_500 + 3 * 1_250 + 7 * 75_000);
    assert.equal(gptCost({ region: 'eu' }), 5_738_150);
    assert.equal(gptCost({ region: 'eu', serviceTier: 'flex' }), 2_869_075);
    for (const tier of ['scale', 'fast', '', 'constructor']) assert.equal(gptCost({ serviceTier: tier }), null, tier);
    assert.equal(gptCost({ serviceTier: 'priority' }, 'gpt-5.5-pro'), null);
    const long = { ...noUsage, uncachedInput: 272_000 };
    const terms = { ...standardTerms, serviceTier: 'priority' };
    assert.equal(priced('openai', 'gpt-5.5', { usage: long, terms }), null);

    const opusCost = (terms: Partial<BillingTerms>) =>
      priced('anthropic', 'claude-opus-4-7', { usage, terms: { ...standardTerms, ...terms } })?.nanoDollars ?? null;
    assert.equal(opusCost({ serviceTier: 'standard' }), 5_181_500);
    assert.equal(opusCost({ serviceTier: 'batch' }), 2_590_750);
    assert.equal(opusCost({ region: 'us' }), 5_699_650);
    assert.equal(opusCost({ serviceTier: 'priority' }), null);
    assert.equal(opusCost({ region: 'eu' }), null);
  });

  it('adds pictures, searches and other models, and has no price where one of them has none', () => {
    const usage = { ...noUsage, uncachedInput: 100, output: 10 };
    const picture: ExtraUsage = {
      kind: 'image-generation',
      model: 'gpt-image-2',
      textInput: 40,
      cachedTextInput: 8,
      imageInput: 300,
      cachedImageInput: 20,
      textOutput: 0,
      imageOutput: 4_160,
    };
    const total = (provider: Provider, model: string, extras: readonly ExtraUsage[]) =>
      priced(provider, model, { usage, extras })?.nanoDollars ?? null;
    // 800,000 for the answer; 200,000 + 10,000 + 2,400,000 + 40,000 + 124,800,000 for the picture.
    assert.equal(total('openai', 'gpt-5.5', [picture]), 128_250_000);
    assert.equal(total('openai', 'gpt-5.5', [{ ...picture, model: 'gpt-image-2.6-sunburst' }]), 128_250_000);
    assert.equal(total('openai', 'gpt-5.5', [{ ...picture, model: 'gpt-image-2.6-flare' }]), null);
    assert.equal(total('openai', 'gpt-5.5', [{ ...picture, model: null }]), null);
    assert.equal(total('openai', 'gpt-5.5', [{ ...picture, textOutput: 1 }]), null);
    assert.equal(total('openai', 'gpt-5.5', [{ ...picture, imageInput: -1 }]), null);
    assert.equal(total('anthropic', 'claude-opus-4-7', [{ kind: 'tool', name: 'web_search', calls: 3 }]), 30_750_000);
    assert.equal(total('openai', 'gpt-5.5', [{ kind: 'tool', name: 'code_interpreter', calls: 1 }]), null);
    const advisor: ExtraUsage = { kind: 'model', model: 'claude-opus-4-7', usage: { ...noUsage, output: 1_000 } };
    assert.equal(total('anthropic', 'claude-opus-4-7', [advisor]), 25_750_000);
    assert.equal(total('anthropic', 'claude-opus-4-7', [{ ...advisor, model: '' }]), null);
  });

  it('names the version of the price data that is installed', () => {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL(`../../../node_modules/${priceData.packageName}/package.json`, import.meta.url), 'utf8'),
    );
    assert.ok(typeof manifest === 'object' && manifest !== null && 'version' in manifest);
    // When this fails, set `publishedOn` as well: `npm view @pydantic/genai-prices time`.
    assert.equal(manifest.version, priceData.version);
  });
});
