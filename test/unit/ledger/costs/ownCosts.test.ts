import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import type { PriceBook } from '../../../../src/app/ledgerPorts.ts';
import { readOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import { createPriceBook } from '../../../../src/ledger/priceBook.ts';
import { bundledPrices } from '../../../../src/ledger/prices/rates.ts';
import type { WireReply } from '../../../wire/wireReply.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { known, LedgerFolder, only } from '../ledgerFixture.ts';
import { independentCost } from './independentCost.ts';
import { settledRequest } from './settledRequest.ts';
import { message, response } from './writtenReplies.ts';

const begun = {
  input_tokens: 1_512,
  cache_creation_input_tokens: 3_068,
  cache_read_input_tokens: 2_000,
  cache_creation: { ephemeral_5m_input_tokens: 2_068, ephemeral_1h_input_tokens: 1_000 },
  output_tokens: 1,
};
const reported = { uncachedInput: 1_512, cacheRead: 2_000, cacheWrite5m: 2_068, cacheWrite1h: 1_000 };
const inputCharges = [
  [1_512, '5'],
  [2_000, '0.50'],
  [2_068, '6.25'],
  [1_000, '10'],
] as const;

/** What `message` writes, by the rule of thumb: three characters a token. */
const seenOutput = Math.ceil('Seen so far, before anything went wrong.'.length / 3);

const cutAfter = (reply: WireReply, afterEvents: number): WireReply => ({
  ...reply,
  faults: [{ kind: 'cut', afterEvents, followedBy: 'reset' }],
});

function pricesOf(own: unknown): PriceBook {
  return createPriceBook(bundledPrices, readOwnPrices(own));
}

describe('a request in the ledger', () => {
  let folder: LedgerFolder;
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => {
    folder.cleanUp();
    server.reset();
  });
  after(() => server.close());

  it('runs as an estimate from the first count on, and settles to the exact figure', async () => {
    const { running, settlement } = await settledRequest(
      { server, ledger: folder.open() },
      'anthropic',
      message(begun, [{ output_tokens: 310 }]),
    );
    const first = running.find(({ usage }) => usage.cacheRead > 0);
    assert.deepEqual(first?.usage, { ...reported, output: 1, reasoning: 0 });
    assert.deepEqual(first.cost, { kind: 'estimate', nanoDollars: independentCost([...inputCharges, [1, '25']]) });
    const exact = { kind: 'exact', nanoDollars: independentCost([...inputCharges, [310, '25']]) };
    assert.deepEqual(running.at(-1)?.cost, exact);
    assert.equal(settlement.costNanoDollars, exact.nanoDollars);
    assert.ok(running.every(({ cost }, at) => cost.kind === 'estimate' || at >= running.length - 1));
  });

  it('keeps of a cut one the input that was reported, the output that was seen, and the most it can have cost', async () => {
    const ledger = folder.open();
    const reply = cutAfter(message(begun, [{ output_tokens: 310 }]), 3);
    const { settlement, spend } = await settledRequest({ server, ledger }, 'anthropic', reply);
    assert.equal(settlement.outcome, 'failed');
    assert.deepEqual(settlement.usage, { ...reported, output: seenOutput, reasoning: 0 });
    // Marked as an estimate: it did not end well, and nobody knows what caching saved.
    assert.equal(settlement.cacheSavings, null);
    assert.equal(settlement.costNanoDollars, null);
    assert.equal(settlement.upperBound, independentCost([...inputCharges, [32_000, '25']]));
    assert.equal(spend.usageIsFinal, false);
    assert.deepEqual(settlement.rawUsage, begun);
    const row = only(known(await ledger.totals(Date.now())).session);
    assert.equal(row.usage.output, seenOutput);
    assert.equal(row.nanoDollars, 0);
    assert.equal(row.unknownRequests, 1);
    assert.equal(row.unknownUpperBound, settlement.upperBound);
  });

  it('keeps of one that OpenAI cut what was seen, and what was reserved', async () => {
    const reply = cutAfter(response({ input_tokens: 9, output_tokens: 9 }), 6);
    const { settlement } = await settledRequest({ server, ledger: folder.open() }, 'openai', reply);
    assert.equal(settlement.costNanoDollars, null);
    assert.equal(settlement.rawUsage, null);
    assert.ok((settlement.usage?.output ?? 0) > 0);
    const [row] = folder.query('SELECT upper_bound, narrower_bound FROM requests');
    assert.equal(row?.['upper_bound'], row?.['narrower_bound']);
    assert.equal(row?.['upper_bound'], settlement.upperBound);
  });

  it('that was cut costs nothing where the person pays nothing', async () => {
    const prices = pricesOf({ 'anthropic/*': { input: 0, output: 0 } });
    const reply = cutAfter(message(begun, [{ output_tokens: 310 }]), 3);
    const { settlement } = await settledRequest({ server, ledger: folder.open(), prices }, 'anthropic', reply);
    assert.equal(settlement.costNanoDollars, 0);
    assert.deepEqual(settlement.priceSource, { kind: 'own' });
    assert.equal(settlement.cacheSavings, null);
  });

  it('costs what the person pays for the model that was asked, whatever name a gateway answers with', async () => {
    const prices = pricesOf({ 'openai/gpt-5.5': { input: 1, output: 2 }, 'openai/other': { input: 9, output: 9 } });
    const reply = response({ input_tokens: 10, output_tokens: 20 }, {}, 'response.completed', 'other');
    const { settlement, spend } = await settledRequest({ server, ledger: folder.open(), prices }, 'openai', reply);
    assert.equal(settlement.costNanoDollars, 50_000);
    assert.deepEqual(settlement.priceSource, { kind: 'own' });
    assert.deepEqual(spend.prices, { kind: 'own' });
    assert.equal(folder.query('SELECT price_source FROM requests')[0]?.['price_source'], 'own');
  });

  it('is not sent while the person’s prices cannot be read', async () => {
    const prices = pricesOf({ 'openai/gpt-5.5': { input: 1 } });
    const ledger = folder.open();
    await assert.rejects(settledRequest({ server, ledger, prices }, 'openai', response(null)), /nothing was settled/);
    assert.deepEqual(server.requests, []);
    assert.deepEqual(known(await ledger.totals(Date.now())).session, []);
  });
});
