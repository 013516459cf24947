import assert from 'node:assert/strict';
import { findProvider } from '@pydantic/genai-prices';
import type { Provider } from '../../../../src/core/contender.ts';
import { readPublishedPrices, writePublishedPrices } from '../../../../src/ledger/prices/publishedPrices.ts';
import { bundledPrices, listRates } from '../../../../src/ledger/prices/rates.ts';
import { changedModel, publishedData } from './publishedData.ts';

const at = Date.parse('2026-11-27T12:00:00Z');
const before = Date.parse('2026-01-01T12:00:00Z');

describe('readPublishedPrices', () => {
  it('reads the published data into the same prices as the package has, of every model and at every time', () => {
    const providers = readPublishedPrices(publishedData(), at);
    assert.ok(providers !== null);
    const written = readPublishedPrices(writePublishedPrices(providers), at);
    let models = 0;
    for (const provider of ['openai', 'anthropic'] satisfies Provider[]) {
      for (const { id } of findProvider({ providerId: provider })?.models ?? []) {
        for (const time of [at, before]) {
          const rates = listRates(bundledPrices, provider, id, time);
          assert.deepEqual(listRates({ date: '2026-11-27', providers }, provider, id, time), rates, id);
          assert.deepEqual(listRates({ date: '2026-11-27', providers: written }, provider, id, time), rates, id);
        }
        models += 1;
      }
    }
    assert.ok(models > 100, String(models));
  });

  const deep = { or: [{ or: [{ or: [{ or: [{ equals: 'a' }] }] }] }] };
  const refused: Readonly<Record<string, string>> = {
    'no JSON': '{',
    'no list': '{"openai":{}}',
    nothing: '[]',
    'one provider only': '[{"id":"openai","models":[{"id":"a","match":{"equals":"a"},"prices":{"input_mtok":1}}]}]',
    'a provider twice': publishedData().replace('"id":"mistral"', '"id":"openai"'),
    'a provider without models': publishedData((models) => Object.assign(models, { length: 0 })),
    'a price that is text': changedModel('gpt-5.5', 'prices', { input_mtok: '5' }),
    'a price below zero': changedModel('gpt-5.5', 'prices', { input_mtok: -5 }),
    'a price beyond belief': changedModel('gpt-5.5', 'prices', { input_mtok: 5e9 }),
    'no prices': changedModel('gpt-5.5', 'prices', null),
    'a tier without a start': changedModel('gpt-5.5', 'prices', { input_mtok: { base: 5, tiers: [{ price: 10 }] } }),
    'a tier without a base': changedModel('gpt-5.5', 'prices', { input_mtok: { tiers: [] } }),
    'a time that is none': changedModel('gpt-5.5', 'prices', [{ constraint: { start_date: 'soon' }, prices: {} }]),
    'an hour that is none': changedModel('gpt-5.5', 'prices', [
      { prices: {} },
      { constraint: { start_time: '25:00:00Z', end_time: '26:00:00Z' }, prices: {} },
    ]),
    'a price of an hour without the price of a write': changedModel('gpt-5.5', 'prices', {
      input_mtok: 1,
      cache_write_1h_mtok: 2,
    }),
    'a model without a name': changedModel('gpt-5.5', 'id', ''),
    'no way to recognise a model': changedModel('gpt-5.5', 'match', {}),
    'a way that nobody knows': changedModel('gpt-5.5', 'match', { sounds_like: 'gpt' }),
    'a way that matches all': changedModel('gpt-5.5', 'match', { contains: '' }),
    'ways within ways': changedModel('gpt-5.5', 'match', deep),
    'a pattern that never ends': changedModel('gpt-5.5', 'match', { regex: '^(a+)+$' }),
    'a pattern that is none': changedModel('gpt-5.5', 'match', { regex: '^(' }),
  };
  for (const [what, text] of Object.entries(refused)) {
    it(`refuses the whole for ${what}`, () => {
      assert.equal(readPublishedPrices(text, at), null);
    });
  }

  it('takes no notice of other providers, and of prices that it does not count by', () => {
    const text = publishedData((models) => {
      for (const model of models) {
        if (model.id.includes('mistral')) model.prices = 'a secret';
        if (model.id === 'gpt-5.5') model.prices = { input_mtok: 7, output_mtok: 8, dreams_mtok: 'unknown' };
      }
    });
    const providers = readPublishedPrices(text, at);
    assert.ok(providers !== null);
    const rates = listRates({ date: '2026-11-27', providers }, 'openai', 'gpt-5.5', at);
    assert.equal(rates?.standard.input, 7_000_000n);
    assert.equal(rates.long, null);
  });

  it('knows no price of a model with tiers that begin at different counts', () => {
    const prices = {
      input_mtok: { base: 5, tiers: [{ start: 1_000, price: 10 }] },
      output_mtok: { base: 5, tiers: [{ start: 2_000, price: 10 }] },
    };
    const providers = readPublishedPrices(changedModel('gpt-5.5', 'prices', prices), at);
    assert.ok(providers !== null);
    assert.equal(listRates({ date: '2026-11-27', providers }, 'openai', 'gpt-5.5', at), null);
  });
});
