import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import type { TotalsRow } from '../../../src/app/ledgerPorts.ts';
import type { Log } from '../../../src/app/ports.ts';
import { SqliteLedger } from '../../../src/ledger/sqliteLedger.ts';
import {
  disagreements,
  known,
  LedgerFolder,
  only,
  quietLog,
  reservation,
  settlement,
  systemClock,
} from './ledgerFixture.ts';

describe('SqliteLedger', () => {
  let folder: LedgerFolder;
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => folder.cleanUp());

  it('touches no disk before it is used', async () => {
    const ledger = folder.open({ directory: `${folder.directory}/not/made/yet` });
    ledger.onDidChange(() => {});
    const { existsSync } = await import('node:fs');
    assert.equal(existsSync(`${folder.directory}/not`), false);
    assert.equal(await ledger.reserve(reservation(), null), null);
    assert.equal(existsSync(`${folder.directory}/not/made/yet/ledger.sqlite`), true);
  });

  it('has nothing to tell when nothing was asked', async () => {
    assert.deepEqual(await folder.open().totals(5), { session: [], today: [], month: [], workspace: [], asOf: 5 });
  });

  it('counts a reserved request as unknown with its bound until it is settled, but for the window that waits for it', async () => {
    const ledger = folder.open();
    const request = reservation({ upperBound: 120_000_000 });
    await ledger.reserve(request, null);
    const unknownFor = async (window: SqliteLedger) => {
      const row = only(known(await window.totals(Date.now())).today);
      return [row.requests, row.nanoDollars, row.runningRequests, row.unknownRequests, row.unknownUpperBound];
    };
    assert.deepEqual(await unknownFor(folder.open()), [1, 0, 0, 1, 120_000_000]);
    assert.deepEqual(await unknownFor(ledger), [1, 0, 1, 0, 0]);

    await ledger.settle(settlement(request.requestId));
    const { asOf: _asOf, ...after } = known(await ledger.totals(Date.now()));
    const expected = {
      provider: 'openai',
      model: 'gpt-5.5',
      scripted: false,
      requests: 1,
      usage: { uncachedInput: 63, cacheRead: 10, cacheWrite5m: 5, cacheWrite1h: 3, output: 69, reasoning: 26 },
      nanoDollars: 2_385_000,
      cacheSavings: 40_000,
      runningRequests: 0,
      unknownRequests: 0,
      unknownUpperBound: 0,
    };
    assert.deepEqual(after, { session: [expected], today: [expected], month: [expected], workspace: [expected] });
    assert.deepEqual(disagreements(folder), []);
  });

  it('counts as under way only in the sums that a request is in', async () => {
    const now = new Date(2026, 10, 27, 0, 10).getTime();
    const workspace = { id: 'here', name: 'Here' };
    const lost = folder.open();
    const ledger = folder.open({ workspace });
    const elsewhere = { workspace: { id: 'elsewhere', name: 'Elsewhere' } };
    // Begun before midnight, and still under way; another of today, of another workspace.
    await ledger.reserve(reservation({ startedAt: now - 20 * 60_000, upperBound: 1, workspace }), null);
    await lost.reserve(reservation({ startedAt: now - 1, upperBound: 120_000_000, workspace }), null);
    const figures = ({ requests, runningRequests, unknownRequests, unknownUpperBound }: TotalsRow) => ({
      requests,
      running: runningRequests,
      unknown: unknownRequests,
      bound: unknownUpperBound,
    });
    const unknown = { requests: 1, running: 0, unknown: 1, bound: 120_000_000 };
    const first = known(await ledger.totals(now));
    assert.deepEqual(first.today.map(figures), [unknown]);
    assert.deepEqual(first.month.map(figures), [{ ...unknown, requests: 2, running: 1 }]);
    assert.deepEqual(first.session.map(figures), [{ requests: 1, running: 1, unknown: 0, bound: 0 }]);
    assert.deepEqual(first.workspace.map(figures), [{ ...unknown, requests: 2, running: 1 }]);

    await ledger.reserve(reservation({ startedAt: now, upperBound: null, ...elsewhere }), null);
    const second = known(await ledger.totals(now));
    assert.deepEqual(second.workspace.map(figures), [{ ...unknown, requests: 2, running: 1 }]);
    assert.deepEqual(second.session.map(figures), [{ requests: 2, running: 2, unknown: 0, bound: 0 }]);
    assert.deepEqual(only(second.today).runningRequests, 1);
  });

  it('does not take what another file held for what is under way in this one', async () => {
    const ledger = folder.open();
    await ledger.reserve(reservation(), null);
    const aside = `${folder.path}.aside`;
    renameSync(folder.path, aside);
    const other = folder.open();
    await other.reserve(reservation({ upperBound: 5 }), null);
    const row = only(known(await ledger.totals(Date.now())).today);
    assert.deepEqual([row.requests, row.runningRequests, row.unknownRequests, row.unknownUpperBound], [1, 0, 1, 5]);
  });

  it('keeps every fact of a request, the raw usage word for word', async () => {
    const ledger = folder.open({ sessionId: 'window-1' });
    const request = reservation({ side: 'right', attempt: 2, request: 3, startedAt: 1_790_000_000_000 });
    await ledger.reserve(request, null);
    await ledger.settle(
      settlement(request.requestId, {
        endedAt: 1_790_000_009_000,
        firstTokenAt: 1_790_000_000_800,
        outcome: 'failed',
        failureKind: 'stream-broken',
        rawUsage: { input_tokens: 63, service_tier: 'default' },
      }),
    );
    const [row] = folder.query('SELECT * FROM requests');
    assert.deepEqual(
      { ...row },
      {
        sequence: 1,
        request_id: request.requestId,
        session_id: 'window-1',
        comparison_id: 'comparison',
        task_kind: 'fix',
        workspace_id: '',
        side: 'right',
        attempt: 2,
        request: 3,
        provider: 'openai',
        model: 'gpt-5.5',
        scripted: 0,
        started_at: 1_790_000_000_000,
        counted_at: 1_790_000_000_000,
        upper_bound: 960_000_000,
        outcome: 'failed',
        failure_kind: 'stream-broken',
        first_token_at: 1_790_000_000_800,
        ended_at: 1_790_000_009_000,
        returned_model: 'gpt-5.5-2026-04-23',
        uncached_input: 63,
        cache_read: 10,
        cache_write_5m: 5,
        cache_write_1h: 3,
        output: 69,
        reasoning: 26,
        nano_dollars: 2_385_000,
        extras: '[]',
        service_tier: null,
        region: null,
        narrower_bound: null,
        cache_savings: 40_000,
        price_source: '2026-09-23',
        raw_usage: '{"input_tokens":63,"service_tier":"default"}',
        usage_is_final: 1,
        is_unknown: 0,
        unknown_bound: 0,
        is_unbounded: 0,
      },
    );
  });

  it('has no bound where a request ends with neither cost nor bound, whatever its reservation’s was', async () => {
    const ledger = folder.open();
    const request = reservation({ upperBound: 120_000_000 });
    await ledger.reserve(request, null);
    await ledger.settle(settlement(request.requestId, { outcome: 'cancelled', costNanoDollars: null, usage: null }));
    const row = only(known(await ledger.totals(Date.now())).today);
    assert.deepEqual([row.unknownRequests, row.unknownUpperBound, row.nanoDollars], [1, null, 0]);
    assert.deepEqual(disagreements(folder), []);
  });

  it('takes the narrower bound of the ending, and has no bound as soon as one request has none', async () => {
    const ledger = folder.open();
    const bounded = reservation({ upperBound: 120_000_000 });
    await ledger.reserve(bounded, null);
    await ledger.settle(settlement(bounded.requestId, { costNanoDollars: null, upperBound: 50_000_000 }));
    assert.equal(only(known(await ledger.totals(Date.now())).today).unknownUpperBound, 50_000_000);

    const unbounded = reservation({ upperBound: null });
    await ledger.reserve(unbounded, null);
    assert.equal(only(known(await ledger.totals(Date.now())).today).unknownUpperBound, null);

    await ledger.settle(settlement(unbounded.requestId));
    const row = only(known(await ledger.totals(Date.now())).today);
    assert.deepEqual([row.unknownRequests, row.unknownUpperBound, row.nanoDollars], [1, 50_000_000, 2_385_000]);
    assert.deepEqual(disagreements(folder), []);
  });

  it('counts a request once, however often it is reserved or settled', async () => {
    const ledger = folder.open();
    const request = reservation();
    await ledger.reserve(request, null);
    assert.equal(await ledger.reserve(request, null), null);
    await ledger.settle(settlement(request.requestId));
    await ledger.settle(settlement(request.requestId, { costNanoDollars: 9 }));
    const row = only(known(await ledger.totals(Date.now())).today);
    assert.deepEqual([row.requests, row.nanoDollars], [1, 2_385_000]);
    assert.deepEqual(disagreements(folder), []);
  });

  it('keeps scripted requests and models apart', async () => {
    const ledger = folder.open();
    const requests = [
      reservation(),
      reservation({ scripted: true }),
      reservation({ provider: 'anthropic', model: 'claude-opus-4-7', side: 'right' }),
    ];
    for (const [index, request] of requests.entries()) {
      await ledger.reserve(request, null);
      await ledger.settle(settlement(request.requestId, { costNanoDollars: 1_000 + index }));
    }
    const rows = known(await ledger.totals(Date.now())).today;
    assert.deepEqual(
      rows.map((row) => [row.model, row.scripted, row.nanoDollars]),
      [
        ['claude-opus-4-7', false, 1_002],
        ['gpt-5.5', false, 1_000],
        ['gpt-5.5', true, 1_001],
      ],
    );
  });

  it('tells a session only of its own window, and today of all windows', async () => {
    const [one, other] = [folder.open(), folder.open()];
    await one.reserve(reservation(), null);
    await other.reserve(reservation(), null);
    await other.reserve(reservation(), null);
    const totals = known(await one.totals(Date.now()));
    assert.equal(only(totals.session).requests, 1);
    assert.equal(only(totals.today).requests, 3);
  });

  it('still has everything after being closed and opened again', async () => {
    const first = folder.open();
    const request = reservation();
    await first.reserve(request, null);
    first.dispose();
    const second = folder.open();
    await second.settle(settlement(request.requestId));
    assert.equal(only(known(await second.totals(Date.now())).today).nanoDollars, 2_385_000);
  });

  it('takes a settlement that comes after it was disposed', async () => {
    const ledger = folder.open();
    const request = reservation();
    await ledger.reserve(request, null);
    ledger.dispose();
    await ledger.settle(settlement(request.requestId));
    assert.equal(only(known(await folder.open().totals(Date.now())).today).nanoDollars, 2_385_000);
  });

  it('tells listeners of its own changes at once, until they leave', async () => {
    const ledger = folder.open();
    let told = 0;
    const registration = ledger.onDidChange(() => {
      told += 1;
    });
    const request = reservation();
    await ledger.reserve(request, null);
    assert.equal(told, 1);
    await ledger.settle(settlement(request.requestId));
    assert.equal(told, 2);
    registration.dispose();
    await ledger.reserve(reservation(), null);
    assert.equal(told, 2);
  });

  it('tells listeners when whoever read it found it unreadable, and when it can be read again', async () => {
    const ledger = folder.open();
    await ledger.totals(Date.now());
    let told = 0;
    ledger.onDidChange(() => {
      told += 1;
      // Reads it at once, as those who are told do, which must not tell anybody again.
      void ledger.totals(Date.now());
    });
    renameSync(folder.path, `${folder.path}.aside`);
    mkdirSync(folder.path);
    assert.ok('kind' in (await ledger.standings('comparison', Date.now())));
    assert.ok('kind' in (await ledger.standings('comparison', Date.now())));
    assert.equal(told, 1);
    rmdirSync(folder.path);
    renameSync(`${folder.path}.aside`, folder.path);
    assert.ok(!('kind' in (await ledger.standings('comparison', Date.now()))));
    assert.ok(!('kind' in (await ledger.standings('comparison', Date.now()))));
    assert.equal(told, 2);
  });

  it('is not disturbed by a listener that throws', async () => {
    const ledger = folder.open();
    ledger.onDidChange(() => {
      throw new Error('a listener’s bug');
    });
    assert.equal(await ledger.reserve(reservation(), null), null);
  });

  it('notices what another window writes, but not what it wrote itself', async () => {
    const looks: (() => void)[] = [];
    const clock = {
      now: () => Date.now(),
      after: (_milliseconds: number, callback: () => void) => {
        looks.push(callback);
        return () => {};
      },
    };
    const ledger = folder.open({ clock });
    let told = 0;
    ledger.onDidChange(() => {
      told += 1;
    });
    await ledger.reserve(reservation(), null);
    looks.shift()?.();
    assert.equal(told, 1);

    await folder.open().reserve(reservation(), null);
    looks.shift()?.();
    assert.equal(told, 2);
    looks.shift()?.();
    assert.equal(told, 2);
    assert.equal(looks.length, 1);
  });

  it('counts a request under the day last written when the clock has gone back', async () => {
    const ledger = folder.open();
    const day = 24 * 60 * 60 * 1000;
    const now = Date.now();
    await ledger.reserve(reservation({ startedAt: now }), null);
    await ledger.reserve(reservation({ startedAt: now - 3 * day }), null);
    assert.equal(only(known(await ledger.totals(now - 3 * day)).today).requests, 2);
    assert.equal(only(known(await ledger.totals(now)).today).requests, 2);
    assert.deepEqual(
      folder.query('SELECT started_at, counted_at FROM requests ORDER BY sequence').map((row) => ({ ...row })),
      [
        { started_at: now, counted_at: now },
        { started_at: now - 3 * day, counted_at: now },
      ],
    );
  });

  it('is unavailable, with the cause, where the runtime has no SQLite', async () => {
    const options = { directory: folder.directory, clock: systemClock, log: quietLog, sessionId: 's', workspace: null };
    const ledger = new SqliteLedger(options, () => null);
    const failure = {
      kind: 'ledger-unavailable',
      cause: 'this version of VS Code comes without SQLite (node:sqlite)',
    };
    assert.deepEqual(await ledger.reserve(reservation(), null), failure);
    assert.deepEqual(await ledger.totals(Date.now()), failure);
    await ledger.settle(settlement('none'));
  });

  it('says in the log when a settlement finds no request', async () => {
    const warnings: string[] = [];
    const log: Log = { ...quietLog, warn: (message) => warnings.push(message) };
    const ledger = folder.open({ log });
    await ledger.settle(settlement('5a0cdcd2-9b1f-4d7a-9f0e-0d6b6f7f7f10'));
    assert.deepEqual(warnings, ['Request 5a0cdcd2-9b1f-4d7a-9f0e-0d6b6f7f7f10 was not settled: missing.']);
  });
});
