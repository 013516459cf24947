import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { version1 } from '../../../src/ledger/schema/version1.ts';
import { version2 } from '../../../src/ledger/schema/version2.ts';
import { version3 } from '../../../src/ledger/schema/version3.ts';
import { disagreements, known, LedgerFolder, only, reservation, settlement } from './ledgerFixture.ts';
import { writeVersion1 } from './survival/version1Ledger.ts';

/** Leaves a ledger of schema 3: one request that cost something, one of unknown cost with and without a bound, one open. */
function writeVersion3(path: string, now: number): void {
  const database = new DatabaseSync(path);
  database.exec(`BEGIN; ${version1} ${version2} ${version3} PRAGMA user_version = 3; COMMIT`);
  const reserve = database.prepare(`
    INSERT INTO reservations VALUES (
      NULL, ?, 's', 'c', 'fix', '', 'left', 1, 1, 'openai', 'gpt-5.5', 0, :now, :now, 1000)`);
  const settle = database.prepare(`
    INSERT INTO settlements (sequence, outcome, ended_at, extras, nano_dollars, narrower_bound)
    VALUES ((SELECT max(sequence) FROM reservations), 'complete', ?, '[]', ?, ?)`);
  const endings = { exact: [7, null], bounded: [null, 40], unbounded: [null, null], open: null } as const;
  for (const [id, ending] of Object.entries(endings)) {
    reserve.run({ now }, id);
    if (ending !== null) settle.run(now, ...ending);
  }
  database.close();
}

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

  it('tells no bound from the reservation’s once it is upgraded, and makes the sums anew', async () => {
    const now = Date.now();
    writeVersion3(folder.path, now);
    const ledger = folder.open();
    const row = only(known(await ledger.totals(now)).today);
    assert.deepEqual([row.requests, row.unknownRequests, row.unknownUpperBound], [4, 3, null]);
    const sums = folder.query(`SELECT unknown_bound, unbounded_requests FROM spend_sums WHERE span = 'day'`);
    assert.deepEqual({ ...sums[0] }, { unknown_bound: 1_000 + 40, unbounded_requests: 1 });
    assert.deepEqual(disagreements(folder), []);
    await ledger.settle(settlement('open'));
    folder.query("DELETE FROM reservations WHERE request_id = 'unbounded'");
    assert.equal(only(known(await ledger.totals(now)).today).unknownUpperBound, 40);
    assert.deepEqual(disagreements(folder), []);
    const finals = folder.query('SELECT request_id, usage_is_final FROM requests WHERE usage_is_final IS NOT NULL');
    assert.deepEqual(
      finals.map((final) => ({ ...final })),
      [{ request_id: 'open', usage_is_final: 1 }],
    );
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
