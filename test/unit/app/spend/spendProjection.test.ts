import assert from 'node:assert/strict';
import type { LedgerArchive } from '../../../../src/app/archivePorts.ts';
import { firstFilters, SpendProjection, type SpendSources } from '../../../../src/app/spend/spendProjection.ts';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import { noOwnPrices, readOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import { noUsage } from '../../../../src/core/spend/usage.ts';
import { createPriceBook } from '../../../../src/ledger/priceBook.ts';
import { bundledPrices } from '../../../../src/ledger/prices/rates.ts';
import type { SqliteLedger } from '../../../../src/ledger/sqliteLedger.ts';
import type { SpendEnvelope, SpendHostMessages } from '../../../../src/shared/spendMessages.ts';
import type { ReportState, RequestsState } from '../../../../src/shared/spendView.ts';
import { archiveOf } from '../../ledger/archive/archiveFixture.ts';
import { LedgerFolder, quietLog, reservation, settlement, systemClock } from '../../ledger/ledgerFixture.ts';

type Told = SpendEnvelope<SpendHostMessages>;

describe('SpendProjection', () => {
  let folder: LedgerFolder;
  let ledger: SqliteLedger;
  let told: Told[];
  let opened: SpendProjection[];
  let arrived: () => void;
  beforeEach(() => {
    folder = new LedgerFolder();
    ledger = folder.open();
    told = [];
    opened = [];
    arrived = () => undefined;
  });
  afterEach(() => {
    for (const projection of opened) projection.dispose();
    folder.cleanUp();
  });

  const open = (changes: Partial<SpendSources> = {}) => {
    const sources: SpendSources = {
      archive: archiveOf(ledger),
      ledger,
      loadPrices: async () => createPriceBook(bundledPrices, noOwnPrices),
      priceNotes: async (rows) => rows.map(({ model }) => `${model} by some list`),
      budgets: () => noBudgets,
      clock: systemClock,
      log: quietLog,
      describe: (failure) => failure.kind,
      ...changes,
    };
    const projection = new SpendProjection(sources, firstFilters, (message) => {
      told.push(message);
      arrived();
    });
    opened.push(projection);
    return projection;
  };
  /** Waits until a message was told that fits. */
  const until = async <Found>(fits: (message: Told) => Found | undefined): Promise<Found> => {
    for (;;) {
      for (const message of told) {
        const found = fits(message);
        if (found !== undefined) return found;
      }
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
  };
  const report = (fits: (state: ReportState) => boolean) =>
    until((message) =>
      message.type === 'report-changed' && fits(message.payload.report) ? message.payload.report : undefined,
    );
  const list = (fits: (state: Extract<RequestsState, { kind: 'told' }>) => boolean) =>
    until(({ type, payload }) =>
      type === 'requests-changed' && payload.requests.kind === 'told' && fits(payload.requests)
        ? payload.requests
        : undefined,
    );
  const spend = async (changes: Parameters<typeof reservation>[0] = {}) => {
    const reserved = reservation(changes);
    await ledger.reserve(reserved, null);
    await ledger.settle(settlement(reserved.requestId));
    return reserved;
  };

  it('tells of an empty ledger that it is empty', async () => {
    open().refresh();
    await report(({ kind }) => kind === 'empty');
    assert.deepEqual((await list(() => true)).rows, []);
  });

  it('tells the sums first, then the requests, then the prices of output', async () => {
    await spend();
    open().refresh();
    const priced = await report(
      (state) => state.kind === 'told' && state.report.models[0]?.outputPrice === 30_000_000_000,
    );
    assert.ok(priced.kind === 'told');
    assert.equal(priced.report.total.nanoDollars, 2_385_000);
    assert.deepEqual(priced.report.priceNotes, ['gpt-5.5 by some list']);
    assert.deepEqual(
      told.slice(0, 3).map(({ type }) => type),
      ['report-changed', 'requests-changed', 'report-changed'],
    );
    const first = told[0];
    assert.ok(first?.type === 'report-changed' && first.payload.report.kind === 'told');
    assert.equal(first.payload.report.report.models[0]?.outputPrice, null);
  });

  it('tells everything but budgets while those cannot be read', async () => {
    await spend();
    open({ budgets: () => ({ kind: 'setting-invalid', setting: 'tiebreak.budget.day', value: '-5' }) }).refresh();
    const state = await report(({ kind }) => kind === 'told');
    assert.ok(state.kind === 'told');
    assert.deepEqual([state.report.total.requests, state.report.budgets], [1, []]);
  });

  it('goes by the prices as they are at each reading', async () => {
    await spend();
    let dollars = 2;
    const own = () => readOwnPrices({ 'openai/*': { input: 1, output: dollars } });
    const projection = open({ loadPrices: async () => createPriceBook(bundledPrices, own()) });
    const costs = (wanted: number) =>
      report((state) => state.kind === 'told' && state.report.models[0]?.outputPrice === wanted * 1_000_000_000);
    projection.refresh();
    await costs(2);
    dollars = 3;
    projection.refresh();
    await costs(3);
  });

  it('follows the ledger, and stands still while nobody looks', async () => {
    const projection = open();
    projection.refresh();
    await report(({ kind }) => kind === 'empty');
    await list(() => true);
    await spend();
    await report((state) => state.kind === 'told' && state.report.total.requests === 1);
    projection.pause();
    await spend();
    projection.refresh();
    await report((state) => state.kind === 'told' && state.report.total.requests === 2);
  });

  it('lists what the filters find, page by page, scripted answers only where they are wanted', async () => {
    for (let count = 0; count < 60; count += 1) {
      await spend({ scripted: count % 6 === 0, startedAt: Date.now() - count });
    }
    const projection = open();
    projection.refresh();
    const first = await list(() => true);
    assert.deepEqual([first.rows.length, first.hasMore], [50, false]);
    assert.ok(first.rows.every(({ scripted }) => !scripted));
    projection.changeFilters({ ...firstFilters, scripted: true });
    const all = await list(({ hasMore }) => hasMore);
    assert.equal(all.rows.length, 50);
    projection.showMore();
    const more = await until((message) => (message.type === 'requests-added' ? message.payload : undefined));
    assert.deepEqual([more.rows.length, more.hasMore], [10, false]);
    const ids = new Set([...all.rows, ...more.rows].map(({ requestId }) => requestId));
    assert.equal(ids.size, 60);
    projection.changeFilters({ ...firstFilters, outcome: 'failed' });
    await list(({ rows }) => rows.length === 0);
  });

  it('drops what was read for filters that were left again', async () => {
    await spend();
    const projection = open();
    projection.changeFilters({ ...firstFilters, outcome: 'failed' });
    const last = { ...firstFilters, period: { kind: 'this-year' } as const };
    projection.changeFilters(last);
    await list(({ rows }) => rows.length === 1);
    for (const { payload } of told) assert.equal('filters' in payload && payload.filters, last);
  });

  it('tells the usage as the provider sent it, and that there was none', async () => {
    const { requestId } = await spend();
    const projection = open();
    projection.showRaw(requestId);
    const rawOf = (id: string) =>
      until((message) =>
        message.type === 'raw-told' && message.payload.requestId === id ? message.payload.raw : undefined,
      );
    const raw = await rawOf(requestId);
    assert.ok(raw.kind === 'told' && raw.json !== null);
    assert.deepEqual(JSON.parse(raw.json), { input_tokens: 63, output_tokens: 69 });
    projection.showRaw('nobody');
    assert.deepEqual(await rawOf('nobody'), { kind: 'told', json: null });
  });

  it('tells how the budgets stand, what is reserved included', async () => {
    await spend();
    await ledger.reserve(reservation({ upperBound: 3_000_000 }), null);
    open({ budgets: () => ({ ...noBudgets, day: 6_000_000, month: 100_000_000 }) }).refresh();
    const state = await report(({ kind }) => kind === 'told');
    assert.ok(state.kind === 'told');
    assert.deepEqual(state.report.budgets, [
      { period: 'day', budget: 6_000_000, settled: 2_385_000, reserved: 3_000_000, level: 'warning' },
      { period: 'month', budget: 100_000_000, settled: 2_385_000, reserved: 3_000_000, level: 'below' },
    ]);
  });

  it('keeps a list that has grown long as new requests come, and cuts it back where some were deleted', async () => {
    const times = Array.from({ length: 620 }, (_, count) => Date.UTC(2026, 10, 20) + count * 60_000);
    const requests = times.map((startedAt) => {
      const reserved = reservation({ startedAt, scripted: true });
      return { ...reserved, sessionId: 'session', countedAt: startedAt, settlement: settlement(reserved.requestId) };
    });
    await archiveOf(ledger).add({ requests, accepted: [] });
    const filters = { ...firstFilters, period: { kind: 'everything' } as const, scripted: true };
    const projection = open();
    projection.changeFilters(filters);
    let shown = (await list(({ rows }) => rows.length === 50)).rows.length;
    while (shown < 600) {
      told.length = 0;
      projection.showMore();
      await until((message) => (message.type === 'requests-added' ? message : undefined));
      shown += 50;
    }
    told.length = 0;
    await spend({ startedAt: Date.UTC(2026, 10, 21), scripted: true });
    const grown = await list(({ rows }) => rows.length > 500);
    assert.deepEqual([grown.rows.length, grown.hasMore], [601, true]);
    assert.equal(new Set(grown.rows.map(({ requestId }) => requestId)).size, 601);
    told.length = 0;
    projection.showMore();
    const rest = await until((message) => (message.type === 'requests-added' ? message.payload : undefined));
    assert.deepEqual([rest.rows.length, rest.hasMore], [20, false], 'goes on behind what was shown before');
    told.length = 0;
    await archiveOf(ledger).remove({ start: 0, end: Date.UTC(2026, 10, 20, 1) });
    // A reading of before may come first.
    const cut = await list(({ rows }) => rows.length <= 500);
    assert.deepEqual([cut.rows.length, cut.hasMore], [500, true]);
  });

  it('prices what was seen of an answer that was cut off, once there are prices', async () => {
    await spend();
    const { requestId } = reservation();
    await ledger.reserve(reservation({ requestId }), null);
    const usage = { ...noUsage, uncachedInput: 63, output: 69 };
    const cut = { usage, outcome: 'cancelled', costNanoDollars: null, cacheSavings: null, priceSource: null } as const;
    await ledger.settle(settlement(requestId, cut));
    open().refresh();
    const { rows } = await list((state) => typeof state.rows[0]?.ending?.estimatedNanoDollars === 'number');
    assert.deepEqual(
      rows.map(({ ending }) => [ending?.usageIsEstimate, ending?.estimatedNanoDollars]),
      [
        [true, 63 * 5000 + 69 * 30_000],
        [false, null],
      ],
    );
  });

  it('says that a fault of its own came between, instead of reading for ever', async () => {
    const { requestId } = await spend();
    const archive = archiveOf(ledger);
    const broken = async () => Promise.reject(new TypeError('a bug'));
    const breaking = (name: keyof LedgerArchive): LedgerArchive =>
      Object.create(archive, { [name]: { value: broken } });
    open({ archive: breaking('report') }).refresh();
    assert.deepEqual(await report(({ kind }) => kind === 'failed'), { kind: 'failed', sentence: 'unexpected' });
    told.length = 0;
    open({ archive: breaking('requests') }).refresh();
    const requests = await until((message) =>
      message.type === 'requests-changed' && message.payload.requests.kind === 'failed' ? message.payload : undefined,
    );
    assert.deepEqual(requests.requests, { kind: 'failed', sentence: 'unexpected' });
    open({ archive: breaking('rawUsage') }).showRaw(requestId);
    const raw = await until((message) => (message.type === 'raw-told' ? message.payload.raw : undefined));
    assert.deepEqual(raw, { kind: 'failed', sentence: 'unexpected' });
  });

  it('says why the ledger cannot be read, and reads it again when asked to', async () => {
    await spend();
    const archive = archiveOf(ledger);
    let isBroken = true;
    const breaking: LedgerArchive = Object.create(archive, {
      report: {
        value: async (period: Parameters<LedgerArchive['report']>[0]) =>
          isBroken ? { kind: 'ledger-unavailable', cause: 'locked' } : archive.report(period),
      },
    });
    const projection = open({ archive: breaking });
    projection.refresh();
    const failed = await report(({ kind }) => kind === 'failed');
    assert.deepEqual(failed, { kind: 'failed', sentence: 'ledger-unavailable' });
    isBroken = false;
    projection.refresh();
    await report(({ kind }) => kind === 'told');
  });
});
