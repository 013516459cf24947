import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { LedgerChild } from './childProcess.ts';
import { disagreements, known, LedgerFolder, only } from './ledgerFixture.ts';

describe('SqliteLedger in several processes', function () {
  this.timeout(120_000);
  let folder: LedgerFolder;
  let children: LedgerChild[];
  beforeEach(() => {
    folder = new LedgerFolder();
    children = [];
  });
  afterEach(async () => {
    for (const child of children) if (child.process.exitCode === null) child.process.kill('SIGKILL');
    folder.cleanUp();
  });

  function start(program: string, argument: string): LedgerChild {
    const child = new LedgerChild(program, argument);
    children.push(child);
    return child;
  }

  it('loses and doubles nothing when three windows write at once', async () => {
    const each = 60;
    const writers = [1, 2, 3].map(() => start('reserveAndSettle', `${folder.directory}|${each}`));
    await Promise.all(writers.map((writer) => writer.ended()));
    const row = only(known(await folder.open().totals(Date.now())).today);
    assert.deepEqual([row.requests, row.unknownRequests, row.nanoDollars], [3 * each, 0, 3 * each * 2_385_000]);
    assert.deepEqual(disagreements(folder), []);
    assert.deepEqual({ ...folder.query('PRAGMA integrity_check')[0] }, { integrity_check: 'ok' });
  });

  it('keeps a budget that ten windows use up at the same moment', async () => {
    const windows = Array.from({ length: 10 }, () => start('reserveWithinBudget', `${folder.directory}|6|20`));
    for (const window of windows) await window.printed(1);
    for (const window of windows) window.process.stdin?.write('go\n');
    const tries = (await Promise.all(windows.map((window) => window.ended()))).flatMap((lines) => lines.slice(1));
    assert.equal(tries.length, 60);
    assert.equal(tries.filter((each) => each === 'reserved').length, 20);
    assert.equal(tries.filter((each) => each === 'budget-reached').length, 40);
    assert.equal(only(known(await folder.open().totals(Date.now())).today).requests, 20);
    assert.deepEqual(disagreements(folder), []);
  });

  it('counts the request of a killed window as unknown, with its bound', async () => {
    const child = start('reserveAndHang', folder.directory);
    await child.printed(1);
    await child.kill();
    const row = only(known(await folder.open().totals(Date.now())).today);
    assert.deepEqual(
      [row.requests, row.unknownRequests, row.unknownUpperBound, row.nanoDollars],
      [1, 1, 120_000_000, 0],
    );
  });

  it('keeps every confirmed row when windows are killed at any moment, 30 times', async () => {
    const reserved = new Set<string>();
    const settled = new Set<string>();
    for (let round = 0; round < 15; round += 1) {
      const pair = [start('reserveAndSettle', folder.directory), start('reserveAndSettle', folder.directory)];
      for (const child of pair) {
        await child.printed(1);
        await pause(Math.random() * 15);
        await child.kill();
      }
      for (const line of pair.flatMap((child) => child.lines())) {
        const [deed, id = ''] = line.split(' ');
        (deed === 'reserved' ? reserved : settled).add(id);
      }
      assert.deepEqual({ ...folder.query('PRAGMA integrity_check')[0] }, { integrity_check: 'ok' });
    }
    const rows = folder.query('SELECT request_id, outcome FROM requests');
    const outcomes = new Map(rows.map((row) => [row.request_id, row.outcome]));
    assert.equal(outcomes.size, rows.length);
    assert.deepEqual(
      [...reserved].filter((id) => !outcomes.has(id)),
      [],
    );
    assert.deepEqual(
      [...settled].filter((id) => outcomes.get(id) !== 'complete'),
      [],
    );
    assert.deepEqual(disagreements(folder), []);

    const row = only(known(await folder.open().totals(Date.now())).today);
    const unsettled = rows.filter((each) => each.outcome === null).length;
    assert.deepEqual([row.requests, row.unknownRequests], [rows.length, unsettled]);
    assert.equal(row.unknownUpperBound, unsettled * 960_000_000);
  });
});
