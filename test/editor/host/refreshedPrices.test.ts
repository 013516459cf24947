import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Prices } from '../../../src/composePrices.ts';
import { composePrices } from '../../../src/composePrices.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';
import { noUsage } from '../../../src/core/spend/usage.ts';
import { systemClock } from '../../../src/host/systemClock.ts';
import { changedModel } from '../../unit/ledger/prices/publishedData.ts';

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('tiebreak').update(name, value, vscode.ConfigurationTarget.Global);
}

/** What a hundred thousand input tokens of GPT-5.5 cost by the prices at the moment. */
async function gptPrice(prices: Prices) {
  const usage = { ...noUsage, uncachedInput: 100_000 };
  const book = await prices.open();
  const at = Date.now();
  return book.price({
    provider: 'openai',
    model: 'gpt-5.5',
    returnedModel: null,
    usage,
    extras: [],
    terms: standardTerms,
    at,
  });
}

describe('prices by the person’s settings', () => {
  let storage: string;
  let server: Server;
  let requests: number;
  let prices: Prices;

  beforeEach(async () => {
    storage = mkdtempSync(join(tmpdir(), 'tiebreak-prices-'));
    requests = 0;
    server = createServer((_request, response) => {
      requests += 1;
      response.end(changedModel('gpt-5.5', 'prices', { input_mtok: 6, output_mtok: 36 }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data.json`;
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    prices = composePrices(storage, systemClock, quiet, address);
  });
  afterEach(async () => {
    for (const name of ['prices', 'refreshPrices', 'scriptedAnswers']) await set(name, undefined);
    server.closeAllConnections();
    server.close();
    rmSync(storage, { recursive: true, force: true });
  });

  it('are fetched only where that is wanted, for a comparison with models, and not by looking at them', async () => {
    await prices.refreshFor(false);
    await set('refreshPrices', true);
    await prices.open();
    await prices.inUse();
    await prices.refreshFor(true);
    await set('scriptedAnswers', true);
    await prices.refreshFor(false);
    assert.equal(requests, 0);
    await set('scriptedAnswers', undefined);
    await prices.refreshFor(false);
    await prices.refreshFor(false);
    assert.equal(requests, 1);
  });

  it('are the refreshed ones, with their date, while that is wanted', async () => {
    await set('refreshPrices', true);
    assert.equal((await gptPrice(prices))?.nanoDollars, 500_000_000);
    await prices.refreshFor(false);
    const today = new Date().toISOString().slice(0, 10);
    assert.deepEqual(await gptPrice(prices), {
      nanoDollars: 600_000_000,
      cacheSavings: 0,
      source: { kind: 'list', date: today },
    });
    assert.equal((await prices.inUse()).listDate, today);
    await set('refreshPrices', undefined);
    assert.equal((await gptPrice(prices))?.nanoDollars, 500_000_000);
    assert.equal((await prices.inUse()).listDate, '2026-09-23');
  });

  it('are the person’s own as soon as they are set', async () => {
    assert.equal((await gptPrice(prices))?.nanoDollars, 500_000_000);
    await set('prices', { 'openai/*': { discount: 50 } });
    assert.equal((await gptPrice(prices))?.nanoDollars, 250_000_000);
    await set('prices', { 'openai/*': { discount: 'half' } });
    assert.equal(await gptPrice(prices), null);
    assert.equal((await prices.open()).fault?.kind, 'prices-invalid');
  });
});
