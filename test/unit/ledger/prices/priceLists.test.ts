import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { standardTerms } from '../../../../src/core/spend/billing.ts';
import { noOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { createPriceBook } from '../../../../src/ledger/priceBook.ts';
import type { FetchLimits } from '../../../../src/ledger/prices/fetchText.ts';
import { PriceLists } from '../../../../src/ledger/prices/priceLists.ts';
import { bundledPrices } from '../../../../src/ledger/prices/rates.ts';
import { RefreshedFiles } from '../../../../src/ledger/prices/refreshedFiles.ts';
import { systemClock } from '../ledgerFixture.ts';
import { changedModel, publishedData } from './publishedData.ts';

const day = 24 * 60 * 60 * 1000;
const dearer = changedModel('gpt-5.5', 'prices', { input_mtok: 6, output_mtok: 36 });

describe('PriceLists', () => {
  let storage: string;
  let server: Server;
  let address: string;
  let requests: IncomingMessage[];
  let answer: RequestListener;
  let now: number;
  let lines: string[];

  beforeEach(async () => {
    storage = mkdtempSync(join(tmpdir(), 'tiebreak-prices-'));
    requests = [];
    lines = [];
    now = Date.parse('2026-11-27T12:00:00Z');
    answer = (_request, response) => response.end(dearer);
    server = createServer((request, response) => {
      requests.push(request);
      answer(request, response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data.json`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
    rmSync(storage, { recursive: true, force: true });
  });

  /** A window's lists; all windows share the storage. */
  function open(limits: FetchLimits = { milliseconds: 10_000, bytes: 8_000_000 }): PriceLists {
    const say = (message: string, cause?: unknown) => void lines.push(`${message} ${String(cause ?? '')}`);
    return new PriceLists({
      files: new RefreshedFiles(storage),
      clock: { ...systemClock, now: () => now },
      log: { info: say, warn: say, error: say },
      address,
      limits,
    });
  }

  async function gptInput(lists: PriceLists) {
    const usage = { ...noUsage, uncachedInput: 1_000_000 };
    const question = {
      provider: 'openai',
      model: 'gpt-5.5',
      returnedModel: null,
      usage,
      extras: [],
      terms: standardTerms,
      at: now,
    } as const;
    return createPriceBook(await lists.newest(), noOwnPrices).price(question);
  }

  async function assertRefused(lists: PriceLists, why: RegExp): Promise<void> {
    await lists.refresh();
    assert.equal(await lists.newest(), bundledPrices);
    assert.match(lines.join('\n'), why);
    assert.deepEqual(
      readdirSync(join(storage, 'prices')).filter((name) => name.endsWith('.json')),
      [],
    );
  }

  it('has the prices of the package until newer ones are there, and asks nobody by itself', async () => {
    const lists = open();
    assert.equal(await lists.newest(), bundledPrices);
    assert.deepEqual(requests, []);
  });

  it('fetches newer prices, and dates them with the day that they were fetched on', async () => {
    const lists = open();
    await lists.refresh();
    const price = await gptInput(lists);
    assert.equal(price?.nanoDollars, 6_000_000_000);
    assert.deepEqual(price.source, { kind: 'list', date: '2026-11-27' });
    assert.equal(await new RefreshedFiles(storage).latest(), '2026-11-27');
  });

  it('sends no credentials, and nothing about anyone', async () => {
    await open().refresh();
    const [request] = requests;
    assert.equal(request?.method, 'GET');
    assert.equal(request.url, '/data.json');
    const known = new Set([
      'host',
      'connection',
      'accept',
      'user-agent',
      'accept-language',
      'sec-fetch-mode',
      'accept-encoding',
    ]);
    assert.deepEqual(
      Object.keys(request.headers).filter((name) => !known.has(name)),
      [],
    );
    assert.equal(request.headers['user-agent'], 'Tiebreak');
  });

  it('gives them to every window and after a restart, without a further request', async () => {
    const other = open();
    assert.equal(await other.newest(), bundledPrices);
    await open().refresh();
    assert.equal((await other.newest()).date, '2026-11-27');
    now += day / 2;
    assert.equal((await gptInput(open()))?.nanoDollars, 6_000_000_000);
    assert.equal(requests.length, 1);
  });

  it('asks once a day, however many windows want to know and whether it succeeds or not', async () => {
    answer = (_request, response) => response.writeHead(503).end();
    await Promise.all(Array.from({ length: 10 }, () => open().refresh()));
    await open().refresh();
    assert.equal(requests.length, 1);
    now += day;
    answer = (_request, response) => response.end(dearer);
    await Promise.all([open().refresh(), open().refresh()]);
    assert.equal(requests.length, 2);
    assert.deepEqual(readdirSync(join(storage, 'prices')).sort(), ['2026-11-28.json', '2026-11-28.tried']);
  });

  it('puts a later list in the place of an earlier one', async () => {
    const lists = open();
    await lists.refresh();
    now += day;
    answer = (_request, response) => response.end(publishedData());
    await lists.refresh();
    assert.equal((await gptInput(lists))?.nanoDollars, 10_000_000_000);
    assert.equal((await lists.newest()).date, '2026-11-28');
  });

  it('keeps the earlier list when a later one cannot be read', async () => {
    const lists = open();
    await lists.refresh();
    now += day;
    answer = (_request, response) => response.end(changedModel('gpt-5.5', 'prices', { input_mtok: -1 }));
    await lists.refresh();
    assert.equal((await lists.newest()).date, '2026-11-27');
  });

  it('refuses what is no price data', async () => {
    answer = (_request, response) => response.end('<!doctype html><title>Sign in to the network</title>');
    await assertRefused(open(), /not of a form/);
  });

  it('refuses bytes that are no text', async () => {
    answer = (_request, response) => response.end(Buffer.from([0x5b, 0xff, 0xfe, 0x5d]));
    await assertRefused(open(), /could not be refreshed/);
  });

  it('refuses data without an end, and lets go of it', async () => {
    const gone = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        const more = () => {
          if (!response.destroyed) response.write(' '.repeat(50_000), more);
        };
        response.on('close', resolve);
        more();
      };
    });
    await assertRefused(open({ milliseconds: 10_000, bytes: 500_000 }), /more than 500000 bytes/);
    await gone;
  });

  it('refuses data that claims to be shorter than it is allowed to be', async () => {
    const length = Buffer.byteLength(dearer);
    await assertRefused(open({ milliseconds: 10_000, bytes: length - 1 }), /more than/);
  });

  for (const [what, slow] of [
    ['before its headers', () => undefined],
    ['in the midst of it', (_request, response) => response.write('[{"id":')],
  ] satisfies [string, RequestListener][]) {
    it(`gives up on an answer that stalls ${what}`, async () => {
      answer = slow;
      await assertRefused(open({ milliseconds: 100, bytes: 500_000 }), /not done after 100 ms/);
    });
  }

  it('follows no redirect', async () => {
    answer = (request, response) => {
      if (request.url === '/data.json') response.writeHead(302, { location: '/elsewhere.json' }).end();
      else response.end(dearer);
    };
    await assertRefused(open(), /could not be refreshed/);
    assert.deepEqual(
      requests.map(({ url }) => url),
      ['/data.json'],
    );
  });

  for (const status of [204, 404, 429, 500]) {
    it(`takes nothing from an answer of status ${status}`, async () => {
      answer = (_request, response) => response.writeHead(status).end(status === 204 ? undefined : dearer);
      await assertRefused(open(), new RegExp(`status ${status}`));
    });
  }

  it('goes on with what it has when nobody answers', async () => {
    server.close();
    await once(server, 'close');
    await assertRefused(open(), /could not be refreshed/);
  });

  it('goes on with what it has when the connection breaks in the midst', async () => {
    answer = (_request, response) => response.write('[{"id":', () => response.destroy());
    await assertRefused(open(), /could not be refreshed/);
  });

  it('takes the prices of the package where the file was damaged, and says so', async () => {
    await open().refresh();
    writeFileSync(join(storage, 'prices', '2026-11-27.json'), dearer.slice(0, 1_000));
    assert.equal(await open().newest(), bundledPrices);
    assert.match(lines.join('\n'), /cannot be read/);
  });

  it('takes the prices of the package where those are newer', async () => {
    now = Date.parse('2026-09-01T12:00:00Z');
    const lists = open();
    await lists.refresh();
    assert.equal(await lists.newest(), bundledPrices);
  });

  it('goes on where nothing can be kept', async () => {
    writeFileSync(join(storage, 'prices'), 'no folder');
    const lists = open();
    await lists.refresh();
    assert.equal(await lists.newest(), bundledPrices);
    assert.deepEqual(requests, []);
  });
});
