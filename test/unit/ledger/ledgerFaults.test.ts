import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../../src/app/ports.ts';
import { schemaVersion } from '../../../src/ledger/schema/schema.ts';
import { known, LedgerFolder, only, reservation, settlement } from './ledgerFixture.ts';
import { withoutRights } from './survival/withoutRights.ts';

/** Fires every timer at once, and tells each pause first. */
function hurriedClock(pausing: () => void): Clock {
  return {
    now: () => Date.now(),
    after: (_milliseconds, callback) => {
      pausing();
      queueMicrotask(callback);
      return () => {};
    },
  };
}

function causeOf(failure: unknown): string {
  assert.ok(typeof failure === 'object' && failure !== null && 'kind' in failure && 'cause' in failure);
  assert.equal(failure.kind, 'ledger-unavailable');
  return String(failure.cause);
}

describe('SqliteLedger under faults', () => {
  let folder: LedgerFolder;
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => folder.cleanUp());

  it('waits for a file that another program has locked, leaving the thread free in between', async () => {
    await folder.open().reserve(reservation(), null);
    const other = new DatabaseSync(folder.path);
    other.exec('BEGIN EXCLUSIVE');
    let pauses = 0;
    const ledger = folder.open({
      clock: hurriedClock(() => {
        pauses += 1;
        if (pauses === 3) other.exec('COMMIT');
      }),
    });
    assert.equal(await ledger.reserve(reservation(), null), null);
    assert.equal(pauses, 3);
    assert.equal(only(known(await ledger.totals(Date.now())).today).requests, 2);
    other.close();
  });

  it('gives up on a file that stays locked, and works again afterwards', async () => {
    let pauses = 0;
    const ledger = folder.open({
      clock: hurriedClock(() => {
        pauses += 1;
      }),
    });
    const request = reservation();
    await ledger.reserve(request, null);
    const other = new DatabaseSync(folder.path);
    other.exec('BEGIN EXCLUSIVE');
    assert.equal(causeOf(await ledger.reserve(reservation(), null)), 'another program keeps it locked');
    assert.ok(pauses >= 3_000 / 125 && pauses <= 3_000 / 25 + 1, `${pauses} pauses`);
    await ledger.settle(settlement(request.requestId));
    other.exec('COMMIT');
    other.close();
    assert.equal(await ledger.reserve(reservation(), null), null);
    const row = only(known(await ledger.totals(Date.now())).today);
    // The settlement that could not be written came after it; the later request is still under way.
    assert.deepEqual([row.requests, row.unknownRequests, row.nanoDollars], [2, 0, 2_385_000]);
  }).timeout(20_000);

  describe('a settlement that cannot be written', () => {
    /** Timers that fire when a test says so; pauses between two tries are over at once. */
    function heldRetries() {
      const retries = new Set<() => void>();
      const clock: Clock = {
        now: () => Date.now(),
        after: (milliseconds, callback) => {
          if (milliseconds < 1_000) setImmediate(callback);
          // Between the two are the looks for what other windows changed.
          else if (milliseconds > 5_000) retries.add(callback);
          return () => retries.delete(callback);
        },
      };
      return { clock, retries };
    }

    const settledRows = () => folder.query('SELECT nano_dollars FROM settlements').map((row) => row.nano_dollars);

    /** A window whose request ended while another program had the file locked. */
    async function withOwed() {
      const { clock, retries } = heldRetries();
      const ledger = folder.open({ clock });
      const request = reservation();
      await ledger.reserve(request, null);
      const other = new DatabaseSync(folder.path);
      other.exec('BEGIN IMMEDIATE');
      await ledger.settle(settlement(request.requestId));
      const [today] = known(await ledger.totals(Date.now())).today;
      assert.equal(today?.unknownRequests, 0, 'its cost is still to come');
      other.exec('ROLLBACK');
      other.close();
      assert.deepEqual(settledRows(), []);
      return { ledger, request, retries };
    }

    it('is written with the next work that can be', async () => {
      const { ledger } = await withOwed();
      await ledger.recordAccepted([]);
      assert.deepEqual(settledRows(), [2_385_000]);
      assert.equal(only(known(await ledger.totals(Date.now())).today).nanoDollars, 2_385_000);
    }).timeout(20_000);

    it('is tried again by itself until it is written, and then no more', async () => {
      const { ledger, retries } = await withOwed();
      const other = new DatabaseSync(folder.path);
      other.exec('BEGIN IMMEDIATE');
      const told = () => new Promise<void>((resolve) => ledger.onDidChange(resolve));
      const retry = async () => {
        const [callback, ...more] = retries;
        assert.ok(callback !== undefined && more.length === 0, `${retries.size} timers`);
        retries.delete(callback);
        const done = told();
        callback();
        await done;
        await new Promise(setImmediate);
      };
      await retry();
      assert.deepEqual(settledRows(), []);
      other.exec('ROLLBACK');
      other.close();
      await retry();
      assert.deepEqual(settledRows(), [2_385_000]);
      assert.equal(retries.size, 0);
    }).timeout(20_000);

    it('is tried a last time when the window closes', async () => {
      const { ledger } = await withOwed();
      ledger.dispose();
      assert.deepEqual(settledRows(), [2_385_000]);
    }).timeout(20_000);

    it('is written once, whoever settles it again', async () => {
      const { ledger, request } = await withOwed();
      await ledger.settle(settlement(request.requestId, { costNanoDollars: 2_385_000 }));
      await ledger.settle(settlement(request.requestId, { costNanoDollars: 9 }));
      assert.deepEqual(settledRows(), [2_385_000]);
    }).timeout(20_000);
  });

  it('sets a file aside that is no database, begins a new one, and says so', async () => {
    writeFileSync(folder.path, 'This is not a database. '.repeat(400));
    const ledger = folder.open();
    const told: string[] = [];
    ledger.onDidRecover((path) => told.push(path));
    assert.equal(await ledger.reserve(reservation(), null), null);
    assert.equal(only(known(await ledger.totals(Date.now())).today).requests, 1);
    const aside = readdirSync(folder.directory).filter((name) => name.includes('.corrupt-'));
    assert.deepEqual(
      told,
      aside.map((name) => join(folder.directory, name)),
    );
    assert.equal(told.length, 1);
    assert.match(readFileSync(told[0] ?? '', 'utf8'), /^This is not a database/);
  });

  it('sets a damaged ledger aside, and other windows follow to the new one', async () => {
    const [one, other] = [folder.open(), folder.open()];
    for (let count = 0; count < 200; count += 1) await one.reserve(reservation(), null);
    const underWay = reservation();
    await other.reserve(underWay, null);
    one.dispose();
    folder.query('PRAGMA wal_checkpoint(TRUNCATE)');
    damage(folder.path);

    const recovering = folder.open();
    const told: string[] = [];
    recovering.onDidRecover((path) => told.push(path));
    assert.equal(await recovering.reserve(reservation(), null), null);
    assert.equal(told.length, 1);
    // What the other window had under way goes into the new ledger with its ending.
    await other.settle(settlement(underWay.requestId));
    const row = only(known(await other.totals(Date.now())).today);
    assert.deepEqual([row.requests, row.unknownRequests, row.nanoDollars], [2, 1, 2_385_000]);
    assert.deepEqual({ ...folder.query('PRAGMA integrity_check')[0] }, { integrity_check: 'ok' });
    assert.equal(readdirSync(folder.directory).filter((name) => /corrupt-[\w-]+$/.test(name)).length >= 1, true);
  });

  it('sets a ledger aside that was cut short', async () => {
    const first = folder.open();
    for (let count = 0; count < 200; count += 1) await first.reserve(reservation(), null);
    first.dispose();
    truncateSync(folder.path, 20_000);
    const second = folder.open();
    const told: string[] = [];
    second.onDidRecover((path) => told.push(path));
    assert.equal(await second.reserve(reservation(), null), null);
    assert.equal(told.length, 1);
    assert.equal(only(known(await second.totals(Date.now())).today).requests, 1);
  });

  it('begins again when the file is deleted while it is open', async () => {
    const ledger = folder.open();
    await ledger.reserve(reservation(), null);
    for (const name of readdirSync(folder.directory)) (await import('node:fs')).rmSync(join(folder.directory, name));
    assert.equal(await ledger.reserve(reservation(), null), null);
    assert.equal(only(known(await folder.open().totals(Date.now())).today).requests, 1);
  });

  it('never writes to a ledger of a newer version, and says why it is unavailable', async () => {
    const first = folder.open();
    await first.reserve(reservation(), null);
    first.dispose();
    folder.query(`PRAGMA user_version = ${schemaVersion + 1}`);
    const before = readFileSync(folder.path);
    const ledger = folder.open();
    const newer = `schema ${schemaVersion + 1}; this version knows ${schemaVersion}`;
    const cause = `it was written by a newer version of Tiebreak, with ${newer}`;
    assert.equal(causeOf(await ledger.reserve(reservation(), null)), cause);
    assert.equal(causeOf(await ledger.totals(Date.now())), cause);
    await ledger.settle(settlement(reservation().requestId));
    ledger.dispose();
    assert.deepEqual(readFileSync(folder.path), before);
    assert.deepEqual(readdirSync(folder.directory).sort(), ['ledger.sqlite', 'ledger.sqlite.lock']);
  });

  it('is unavailable where its folder cannot be made', async () => {
    writeFileSync(join(folder.directory, 'file'), '');
    const ledger = folder.open({ directory: join(folder.directory, 'file') });
    assert.match(causeOf(await ledger.reserve(reservation(), null)), /EEXIST|ENOTDIR/);
    assert.match(causeOf(await ledger.totals(Date.now())), /EEXIST|ENOTDIR/);
  });

  it('is unavailable where its file cannot be opened', async () => {
    mkdirSync(folder.path);
    assert.match(causeOf(await folder.open().reserve(reservation(), null)), /unable to open database file/);
  });

  it('is unavailable in a folder without write access, also when a ledger lies there', async () => {
    const first = folder.open();
    await first.reserve(reservation(), null);
    first.dispose();
    const ledger = folder.open();
    const failure = await withoutRights(folder, 'folder', () => ledger.reserve(reservation(), null));
    assert.match(causeOf(failure), /readonly|unable to open|permission/i);
    // Nothing was remembered of the failure: with the right back, it works.
    assert.equal(await ledger.reserve(reservation(), null), null);
  });
});

/** Overwrites the pages behind the first, which names the tables but holds none of their rows. */
function damage(path: string): void {
  const bytes = readFileSync(path);
  const pageSize = bytes.readUInt16BE(16);
  bytes.fill(0xa5, pageSize);
  writeFileSync(path, bytes);
}
