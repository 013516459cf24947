import assert from 'node:assert/strict';
import { MODEL_CONFIGS } from 'llm-zoo';
import type { Provider } from '../../../../src/core/contender.ts';
import type { Rates } from '../../../../src/ledger/prices/rates.ts';
import { bundledPrices, listRates } from '../../../../src/ledger/prices/rates.ts';

/** When the other table was published; later prices it does not know. */
const at = Date.parse('2026-09-23T12:00:00Z');

type Field = 'input' | 'output' | 'cacheRead';

/**
 * Where the two tables say different things, in dollars per million tokens, and why ours is believed. An entry that is
 * no longer needed fails the test, as a new disagreement does.
 */
const knownDisagreements: readonly {
  readonly entry: string;
  readonly field: Field;
  readonly ours: string;
  readonly theirs: string;
  readonly reason: string;
}[] = [
  ...(['input', 'output', 'cacheRead'] as const).map((field) => ({
    entry: 'sonnet4T',
    field,
    ours: { input: '3', output: '15', cacheRead: '0.3' }[field],
    theirs: { input: '5', output: '25', cacheRead: '0.5' }[field],
    reason:
      'Thinking has no price of its own: the same model without it is at $3 and $15 in that table, as on Anthropic’s page.',
  })),
  {
    entry: 'haiku3',
    field: 'cacheRead',
    ours: '0.03',
    theirs: '0.025',
    reason: 'That table knows but a share of the input, a tenth; Anthropic’s page has $0.03 for Claude Haiku 3.',
  },
];

/** Entries of both providers’ own interfaces, at their standard tier. */
const entries = Object.values(MODEL_CONFIGS).flatMap((entry) => {
  const provider = (['openai', 'anthropic'] satisfies Provider[]).find((each) => each === String(entry.provider));
  return provider === undefined || entry.openRouterOnly || entry.serviceTier !== undefined ? [] : [{ entry, provider }];
});

/** An amount as short as it can be written, without what a product of binary fractions leaves behind. */
function dollars(amount: number): string {
  return String(Math.round(amount * 1_000_000) / 1_000_000);
}

function ourDollars(rates: Rates, field: Field): string {
  return dollars(Number(rates[field] ?? 0n) / 1_000_000);
}

describe('the price list beside another table', () => {
  const compared: string[] = [];
  const found = entries.flatMap(({ entry, provider }) => {
    const rates = listRates(bundledPrices, provider, entry.fullName, at)?.standard;
    if (rates === undefined) return [];
    compared.push(entry.fullName);
    const { cacheDiscountFactor } = entry.capabilities;
    const theirs: Readonly<Record<Field, number | null>> = {
      input: entry.inputPrice,
      output: entry.outputPrice,
      // Where no price of cached input is listed, ours is that of input, and theirs a default share.
      cacheRead: rates.cacheRead === rates.input ? null : entry.inputPrice * cacheDiscountFactor,
    };
    return (['input', 'output', 'cacheRead'] as const).flatMap((field) => {
      const [one, other] = [ourDollars(rates, field), theirs[field]];
      if (other === null || one === dollars(other)) return [];
      return [{ entry: entry.name, field, ours: one, theirs: dollars(other) }];
    });
  });

  it('has the models that are compared out of the box, and many more', () => {
    for (const model of ['gpt-5.5-2026-04-23', 'gpt-5.4-2026-03-05', 'claude-opus-4-7', 'claude-opus-4-6']) {
      assert.ok(compared.includes(model), model);
    }
    assert.ok(compared.length > 50, `${compared.length} models`);
  });

  it('disagrees with it where that is known, and nowhere else', () => {
    assert.deepEqual(
      found,
      knownDisagreements.map(({ reason: _reason, ...numbers }) => numbers),
    );
  });
});

/**
 * What that table lacks: dearer rates for long requests, and writing to a cache. Dollars per million tokens, from
 * developers.openai.com/api/docs/pricing and platform.claude.com/docs/en/about-claude/pricing as of November 2026.
 */
const publicPages: readonly (readonly [Provider, string, Readonly<Record<string, string | null>>])[] = [
  ['openai', 'gpt-5.5', { from: '272000', input: '10', cacheRead: '1', output: '45' }],
  ['openai', 'gpt-5.4', { from: '272000', input: '5', cacheRead: '0.5', output: '22.5' }],
  ['anthropic', 'claude-opus-4-7', { from: null, cacheWrite5m: '6.25', cacheWrite1h: '10' }],
  ['anthropic', 'claude-opus-4-6', { from: null, cacheWrite5m: '6.25', cacheWrite1h: '10' }],
];

describe('the price list beside the providers’ pages', () => {
  for (const [provider, model, page] of publicPages) {
    it(`agrees on ${model}`, () => {
      const rates = listRates(bundledPrices, provider, model, Date.parse('2026-11-27T12:00:00Z'));
      assert.ok(rates !== null);
      const { from, ...amounts } = page;
      assert.equal(rates.long?.from ?? null, from === null ? null : Number(from));
      const dear = rates.long?.rates ?? rates.standard;
      const ours: Readonly<Record<string, bigint | null>> = { ...dear };
      const listed = Object.keys(amounts).map((field) => [field, dollars(Number(ours[field] ?? -1n) / 1_000_000)]);
      assert.deepEqual(Object.fromEntries(listed), amounts);
    });
  }
});
