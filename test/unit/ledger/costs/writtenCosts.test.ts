import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import type { WireServer } from '../../../wire/wireServer.ts';
import { startWireServer } from '../../../wire/wireServer.ts';
import { LedgerFolder } from '../ledgerFixture.ts';
import { anthropicCases } from './anthropicCases.ts';
import { independentCost } from './independentCost.ts';
import { openAiCases } from './openAiCases.ts';
import { settledRequest } from './settledRequest.ts';

describe('what written responses cost', () => {
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

  for (const { what, provider, reply, host, charges, ratios } of [...openAiCases, ...anthropicCases]) {
    it(`${provider}: ${what}`, async () => {
      const where = host === undefined ? { server, ledger } : { server, ledger, host };
      const { settlement, spend } = await settledRequest(where, provider, reply);
      if (charges === null) {
        assert.equal(settlement.costNanoDollars, null);
        assert.equal(settlement.priceSource, null);
        assert.equal(spend.cost.kind, 'unknown');
        return;
      }
      assert.equal(settlement.costNanoDollars, independentCost(charges, ratios));
      assert.deepEqual(settlement.priceSource, { kind: 'list', date: '2026-09-23' });
    });
  }
});
