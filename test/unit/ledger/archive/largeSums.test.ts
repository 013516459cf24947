import assert from 'node:assert/strict';
import type { ArchivedRequest } from '../../../../src/app/archivePorts.ts';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import type { SqliteArchive } from '../../../../src/ledger/archive/sqliteArchive.ts';
import type { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import { known, LedgerFolder, only, reservation, settlement } from '../ledgerFixture.ts';
import { allTime, archiveOf, found } from './archiveFixture.ts';

const most = Number.MAX_SAFE_INTEGER;

describe('sums that are too large', () => {
  let folder: LedgerFolder;
  let ledger: SqliteLedger;
  let archive: SqliteArchive;
  beforeEach(() => {
    folder = new LedgerFolder();
    ledger = folder.open();
    archive = archiveOf(ledger);
  });
  afterEach(() => folder.cleanUp());

  function costing(costNanoDollars: number, changes: Partial<ArchivedRequest> = {}): ArchivedRequest {
    const request = reservation();
    const { requestId: _id, ...ending } = settlement('', { costNanoDollars });
    return { ...request, sessionId: 'session', countedAt: request.startedAt, settlement: ending, ...changes };
  }

  it('are not come to by an import: a part that would make one is refused as a whole', async () => {
    const half = Math.ceil(most / 2);
    found(await archive.add({ requests: [costing(half)], accepted: [] }));
    const refused = await archive.add({ requests: [costing(1), costing(half, { model: 'gpt-5.4' })], accepted: [] });
    assert.deepEqual(refused, {
      kind: 'ledger-unavailable',
      cause: 'with it, the sums of the ledger would be too large to be exact',
    });
    assert.equal(found(await archive.count(allTime)).requests, 1);
    found(await archive.add({ requests: [costing(half - 2)], accepted: [] }));
    assert.equal(found(await archive.count(allTime)).nanoDollars, most - 1);
  });

  it('are read as the largest number that is exact, and keep nothing from working', async () => {
    const now = Date.now();
    for (let count = 0; count < 3; count += 1) {
      const request = reservation({ startedAt: now });
      await ledger.reserve(request, null);
      await ledger.settle(settlement(request.requestId, { costNanoDollars: most, cacheSavings: -most }));
    }
    const row = only(known(await ledger.totals(now)).today);
    assert.deepEqual([row.requests, row.nanoDollars, row.cacheSavings], [3, most, -most]);
    const standings = await ledger.standings('comparison', now);
    assert.ok(!('kind' in standings));
    assert.deepEqual([standings.comparison.settled, standings.day.settled], [most, most]);
    assert.equal(only(found(await archive.report({ start: now, end: now + 1 })).models).nanoDollars, most);
    const refused = await ledger.reserve(reservation({ startedAt: now }), { ...noBudgets, month: 1_000_000_000 });
    assert.equal(refused?.kind, 'budget-reached');
    assert.equal(found(await archive.count(allTime)).nanoDollars, most);
    assert.equal(found(await archive.remove(allTime)).requests, 3);
    assert.equal(await ledger.reserve(reservation({ startedAt: now }), { ...noBudgets, month: 1_000_000_000 }), null);
  });
});
