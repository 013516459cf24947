import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Provider } from '../../../../src/core/contender.ts';
import { readRecording } from '../../../wire/recordings.ts';
import { recordingReply } from '../../../wire/replies.ts';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { known, LedgerFolder } from '../ledgerFixture.ts';
import { independentCost } from './independentCost.ts';
import type { RecordedUsage } from './recordedUsage.ts';
import { recordedUsages } from './recordedUsage.ts';
import { settledRequest } from './settledRequest.ts';

/** Dollars for a million tokens: input, read from the cache, written for 5 minutes and for an hour, output. */
type Row = readonly [input: string, read: string, write5m: string, write1h: string, output: string];

/**
 * From the providers' public pages, developers.openai.com/api/docs/pricing and
 * platform.claude.com/docs/en/about-claude/pricing. OpenAI asks nothing extra for writing to these models' caches.
 */
const publicPrices: Readonly<Record<string, Row>> = {
  'gpt-5.5-2026-04-23': ['5.00', '0.50', '5.00', '5.00', '30.00'],
  'gpt-5.3-codex': ['1.75', '0.175', '1.75', '1.75', '14.00'],
  'gpt-5.1-2025-11-13': ['1.25', '0.125', '1.25', '1.25', '10.00'],
  'gpt-5.1-codex-max': ['1.25', '0.125', '1.25', '1.25', '10.00'],
  'claude-opus-4-7': ['5', '0.50', '6.25', '10', '25'],
  'claude-sonnet-4-5-20250929': ['3', '0.30', '3.75', '6', '15'],
  'claude-sonnet-4-20250514': ['3', '0.30', '3.75', '6', '15'],
  'claude-haiku-4-5-20251001': ['1', '0.10', '1.25', '2', '5'],
};

/** The output limit of the requests that these tests send. */
const outputLimit = 32_000;

function costOf({ model, ...used }: RecordedUsage, output = used.output): number {
  const row = publicPrices[model];
  if (row === undefined) throw new Error(`no public price of ${model} is written down here`);
  const [input, read, write5m, write1h, out] = row;
  return independentCost([
    [used.input, input],
    [used.cacheRead, read],
    [used.cacheWrite5m, write5m],
    [used.cacheWrite1h, write1h],
    [output, out],
  ]);
}

const names = readdirSync(join(import.meta.dirname, '../../../wire/recordings')).filter((name) => name !== 'README.md');
const refusedOutright = 'openai-error-http.json';

describe('what recorded responses cost', () => {
  const folder = new LedgerFolder();
  const ledger = folder.open();
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(async () => {
    folder.cleanUp();
    await server.close();
  });

  const expectedSums = new Map<Provider, number>();

  for (const name of names.filter((each) => each !== refusedOutright)) {
    const provider: Provider = name.startsWith('openai') ? 'openai' : 'anthropic';
    for (const [part, used] of recordedUsages(name).entries()) {
      it(`${name} ${part} costs what an independent calculation says`, async () => {
        const { settlement, spend } = await settledRequest({ server, ledger }, provider, recordingReply(name, part));
        if (used === null || !used.isFinal) {
          assert.equal(settlement.costNanoDollars, null);
          assert.equal(spend.cost.kind, 'unknown');
          assert.ok(settlement.upperBound !== null && settlement.upperBound > 0);
          if (used !== null) assert.equal(settlement.upperBound, costOf(used, outputLimit));
          return;
        }
        assert.equal(settlement.costNanoDollars, costOf(used));
        assert.deepEqual(spend.cost, { kind: 'exact', nanoDollars: costOf(used) });
        assert.equal(settlement.returnedModel, used.model);
        const { reasoning, ...usage } = settlement.usage ?? { reasoning: 0 };
        assert.deepEqual(usage, {
          uncachedInput: used.input,
          cacheRead: used.cacheRead,
          cacheWrite5m: used.cacheWrite5m,
          cacheWrite1h: used.cacheWrite1h,
          output: used.output,
        });
        assert.ok(reasoning <= used.output);
        expectedSums.set(provider, (expectedSums.get(provider) ?? 0) + costOf(used));
      });
    }
  }

  it(`${refusedOutright} was turned down with a status, and costs nothing`, async () => {
    const text = readRecording(refusedOutright);
    const { settlement } = await settledRequest({ server, ledger }, 'openai', {
      status: 429,
      content: { kind: 'text', text },
    });
    assert.equal(settlement.costNanoDollars, 0);
    assert.equal(settlement.usage, null);
  });

  it('add up to the nano-dollar in the ledger', async () => {
    const { session } = known(await ledger.totals(Date.now()));
    assert.deepEqual(
      new Map(session.map(({ provider, nanoDollars }) => [provider, nanoDollars])),
      new Map([...expectedSums].sort()),
    );
    assert.equal(expectedSums.size, 2);
  });
});
