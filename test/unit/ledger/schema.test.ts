import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { disagreements, known, LedgerFolder, only, reservation, settlement } from './ledgerFixture.ts';
import { writeVersion1 } from './survival/version1Ledger.ts';

describe('the schema of the ledger', () => {
  let folder: LedgerFolder;
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => folder.cleanUp());

  /** One request settled, one cut short, one under way. */
  function leaveVersion1(now: number): void {
    const bound = 900;
    const requests = [
      { id: 'settled', bound, cost: 1_100_000 },
      { id: 'cut', bound, cost: null },
      { id: 'open', bound, cost: null },
    ];
    writeVersion1(folder.path, requests, now);
    folder.query("UPDATE requests SET outcome = 'cancelled', ended_at = 1 WHERE request_id = 'cut'");
  }

  it('is upgraded with everything that is in it, and the file as it was is kept beside it', async () => {
    const now = Date.now();
    leaveVersion1(now);
    const ledger = folder.open();
    const row = only(known(await ledger.totals(now)).today);
    assert.deepEqual(
      [row.requests, row.usage.uncachedInput, row.usage.output, row.nanoDollars, row.unknownRequests],
      [3, 200, 40, 1_100_000, 2],
    );
    assert.equal(row.unknownUpperBound, 1_800);
    assert.deepEqual(disagreements(folder), []);
    await ledger.settle(settlement('open'));
    assert.equal(only(known(await ledger.totals(now)).today).unknownRequests, 1);
    assert.deepEqual(disagreements(folder), []);

    assert.ok(readdirSync(folder.directory).includes('ledger.sqlite.schema-1'));
    const copy = new DatabaseSync(`${folder.path}.schema-1`, { readOnly: true });
    assert.equal(copy.prepare('PRAGMA user_version').get()?.user_version, 1);
    assert.equal(copy.prepare('SELECT count(*) AS count FROM requests').get()?.count, 3);
    copy.close();
    assert.ok(!readdirSync(folder.directory).some((name) => name.endsWith('.tmp')));
  });

  it('is upgraded once when several windows find it old', async () => {
    const now = Date.now();
    leaveVersion1(now);
    const windows = Array.from({ length: 5 }, () => folder.open());
    const totals = await Promise.all(windows.map((window) => window.totals(now)));
    for (const each of totals) assert.equal(only(known(each).today).requests, 3);
  });

  it('makes no copy of a new ledger', async () => {
    await folder.open().reserve(reservation(), null);
    assert.deepEqual(
      readdirSync(folder.directory).filter((name) => name.includes('schema')),
      [],
    );
  });

  it('lets nothing that was written be changed', async () => {
    const ledger = folder.open();
    const request = reservation();
    await ledger.reserve(request, null);
    await ledger.settle(settlement(request.requestId));
    assert.throws(() => folder.query('UPDATE reservations SET upper_bound = 1'), /never changed/);
    assert.throws(() => folder.query('UPDATE settlements SET nano_dollars = 1'), /never changed/);
  });

  it('takes out of the sums exactly what is deleted', async () => {
    const ledger = folder.open();
    const requests = [reservation(), reservation({ upperBound: null }), reservation({ model: 'gpt-5.4' })];
    for (const request of requests) await ledger.reserve(request, null);
    await ledger.settle(settlement(requests[0]?.requestId ?? ''));
    folder.query("DELETE FROM reservations WHERE model = 'gpt-5.5'");
    assert.deepEqual(
      folder
        .query(
          "SELECT model, requests, nano_dollars, unbounded_requests FROM spend_sums WHERE span = 'day' ORDER BY model",
        )
        .map((row) => ({ ...row })),
      [{ model: 'gpt-5.4', requests: 1, nano_dollars: 0, unbounded_requests: 0 }],
    );
    assert.equal(folder.query('SELECT * FROM settlements').length, 0);
    assert.equal(only(known(await folder.open().totals(Date.now())).today).model, 'gpt-5.4');
  });
});
