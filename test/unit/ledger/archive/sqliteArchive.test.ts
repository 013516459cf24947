import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ArchivedRequest, LedgerRequest, RequestPage } from '../../../../src/app/archivePorts.ts';
import type { Settlement } from '../../../../src/app/ledgerPorts.ts';
import { noBudgets } from '../../../../src/core/spend/budget.ts';
import { localDay } from '../../../../src/core/spend/localPeriods.ts';
import { disagreements, known, LedgerFolder, only, reservation, settlement } from '../ledgerFixture.ts';
import { allTime, archiveOf, everyRequest, everything, found, settableClock } from './archiveFixture.ts';

const day = 24 * 60 * 60 * 1000;

/** A request as an export has it. */
function archived(changes: Partial<ArchivedRequest> = {}): ArchivedRequest {
  const countedAt = changes.countedAt ?? Date.UTC(2026, 4, 5, 6, 7);
  const { requestId: _id, ...ending } = settlement('', { endedAt: countedAt + 9_000 });
  const facts = reservation({ startedAt: countedAt });
  return { ...facts, sessionId: 'elsewhere', countedAt, settlement: ending, ...changes };
}

describe('SqliteArchive', () => {
  let folder: LedgerFolder;
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => folder.cleanUp());

  it('knows from when to when there are entries, the latest day whole', async () => {
    const ledger = folder.open();
    const archive = archiveOf(ledger);
    assert.equal(await archive.extent(), null);
    const now = Date.now();
    await ledger.reserve(reservation({ startedAt: now - 3 * day }), null);
    await ledger.reserve(reservation({ startedAt: now }), null);
    assert.deepEqual(await archive.extent(), { start: now - 3 * day, end: localDay(now).end });
  });

  describe('finding requests', () => {
    it('gives the latest first, page by page, each once, also where many are of one moment', async () => {
      const archive = archiveOf(folder.open());
      const at = Date.UTC(2026, 1, 3);
      const requests = Array.from({ length: 25 }, (_, index) => archived({ countedAt: at + Math.floor(index / 10) }));
      found(await archive.add({ requests: requests.toReversed(), accepted: [] }));
      const seen: LedgerRequest[] = [];
      let next: number | null = null;
      do {
        const page: RequestPage = found(await archive.requests(everyRequest, next, 4));
        assert.ok(page.requests.length <= 4);
        seen.push(...page.requests);
        next = page.next;
      } while (next !== null);
      assert.equal(new Set(seen.map(({ requestId }) => requestId)).size, 25);
      assert.equal(seen.length, 25);
      const times = seen.map(({ countedAt }) => countedAt);
      assert.deepEqual(
        times,
        times.toSorted((one, other) => other - one),
      );
    });

    it('finds what a filter means and nothing else', async () => {
      const ledger = folder.open();
      const archive = archiveOf(ledger);
      const at = Date.UTC(2026, 5, 6);
      const ending = archived().settlement;
      const cut = ending === null ? null : { ...ending, outcome: 'failed' as const, failureKind: 'stalled' as const };
      const all = {
        plain: archived({ countedAt: at }),
        ask: archived({ countedAt: at, taskKind: 'ask' }),
        model: archived({ countedAt: at, model: 'gpt-5.4' }),
        scripted: archived({ countedAt: at, scripted: true }),
        workspace: archived({ countedAt: at, workspace: { id: 'a', name: 'Alpha' } }),
        failed: archived({ countedAt: at, settlement: cut }),
        open: archived({ countedAt: at, settlement: null }),
        later: archived({ countedAt: at + day }),
      };
      found(await archive.add({ requests: Object.values(all), accepted: [] }));
      const names = new Map<string, string>(Object.entries(all).map(([name, { requestId }]) => [requestId, name]));
      const find = async (filter: Partial<typeof everyRequest>) =>
        found(await archive.requests({ ...everyRequest, ...filter }, null, 100))
          .requests.map(({ requestId }) => names.get(requestId))
          .toSorted();
      const model = { provider: 'openai', model: 'gpt-5.5', scripted: false } as const;
      assert.deepEqual(await find({ taskKind: 'ask' }), ['ask']);
      assert.deepEqual(await find({ model: { ...model, model: 'gpt-5.4' } }), ['model']);
      assert.deepEqual(await find({ model: { ...model, scripted: true } }), ['scripted']);
      assert.deepEqual(await find({ workspaceId: 'a' }), ['workspace']);
      assert.equal((await find({ workspaceId: '' })).length, 7);
      assert.deepEqual(await find({ outcome: 'failed' }), ['failed']);
      assert.deepEqual(await find({ outcome: 'open' }), ['open']);
      assert.deepEqual(await find({ period: { start: at + 1, end: at + day + 1 } }), ['later']);
      assert.deepEqual(await find({ period: { start: at, end: at + day }, outcome: 'complete', model }), [
        'ask',
        'plain',
        'workspace',
      ]);
    });

    it('looks at so many requests a call, and says where to go on', async () => {
      const archive = archiveOf(folder.open());
      const rare = archived({ countedAt: Date.UTC(2026, 0, 1), model: 'rare' });
      const common = Array.from({ length: 5_000 }, (_, index) =>
        archived({ countedAt: Date.UTC(2026, 0, 2) + index, settlement: null }),
      );
      found(await archive.add({ requests: [rare, ...common], accepted: [] }));
      const filter = { ...everyRequest, model: { provider: 'openai', model: 'rare', scripted: false } as const };
      const page = found(await archive.requests(filter, null, 10));
      assert.deepEqual(
        page.requests.map(({ requestId }) => requestId),
        [rare.requestId],
      );
      assert.equal(page.next, null);
    }).timeout(60_000);

    it('goes on where a page ended, also when that request has been removed meanwhile', async () => {
      const archive = archiveOf(folder.open());
      const requests = [1, 2, 3, 4].map((count) => archived({ countedAt: Date.UTC(2026, 0, count) }));
      found(await archive.add({ requests, accepted: [] }));
      const page = found(await archive.requests(everyRequest, null, 2));
      found(await archive.remove({ start: Date.UTC(2026, 0, 3), end: Date.UTC(2026, 0, 3) + 1 }));
      const rest = found(await archive.requests(everyRequest, page.next, 2));
      assert.deepEqual(
        rest.requests.map(({ countedAt }) => new Date(countedAt).getUTCDate()),
        [2, 1],
      );
    });

    it('has every fact of a request, and its raw usage apart', async () => {
      const ledger = folder.open({ sessionId: 'window' });
      const archive = archiveOf(ledger);
      const request = reservation({ workspace: { id: 'a', name: 'Alpha' } });
      await ledger.reserve(request, null);
      const ending = settlement(request.requestId, {
        extras: [{ kind: 'tool', name: 'web_search', calls: 2 }],
        terms: { serviceTier: 'flex', region: 'eu' },
        priceSource: { kind: 'own' },
        rawUsage: { deep: [1, { er: null }] },
      });
      await ledger.settle(ending);
      const { rawUsage, requestId: _id, ...rest }: Settlement = ending;
      const expected = { ...request, sequence: 1, sessionId: 'window', countedAt: request.startedAt, settlement: rest };
      assert.deepEqual(found(await archive.requests(everyRequest, null, 10)).requests, [expected]);
      assert.deepEqual(await archive.rawUsage(request.requestId), { raw: rawUsage });
      assert.deepEqual(await archive.rawUsage('another'), { raw: null });
    });
  });

  describe('importing', () => {
    it('adds what is new, settles what is open here, and leaves alone what is known', async () => {
      const ledger = folder.open();
      const archive = archiveOf(ledger);
      const settled = archived();
      const open = archived({ settlement: null });
      assert.deepEqual(await archive.add({ requests: [settled, open], accepted: [] }), {
        added: 2,
        settled: 0,
        known: 0,
      });
      const ended = { ...open, settlement: settled.settlement };
      const other = { ...settled, model: 'another', settlement: null };
      assert.deepEqual(await archive.add({ requests: [ended, other], accepted: [] }), {
        added: 0,
        settled: 1,
        known: 1,
      });
      assert.deepEqual((await everything(archive)).requests, [settled, ended]);
      assert.deepEqual(disagreements(folder), []);
    });

    it('leaves the ending of a request to the window that is at work on it', async () => {
      const ledger = folder.open();
      const archive = archiveOf(ledger);
      const now = Date.now();
      const running = reservation({ startedAt: now });
      const leftBehind = reservation({ startedAt: now - day - 60_000 });
      for (const request of [running, leftBehind]) await ledger.reserve(request, null);
      const { requestId: _id, ...ending } = settlement('', { costNanoDollars: 1 });
      const ended = [running, leftBehind].map((request) => archived({ ...request, settlement: ending }));
      const count = await archive.add({ requests: ended, accepted: [] });
      assert.deepEqual(count, { added: 0, settled: 1, known: 1 });
      await ledger.settle(settlement(running.requestId));
      assert.equal(found(await archive.count(allTime)).nanoDollars, 1 + 2_385_000);
      assert.deepEqual(disagreements(folder), []);
    });

    it('does not hold new requests at a time that is ahead of this clock, nor count it among today’s', async () => {
      const ledger = folder.open();
      const archive = archiveOf(ledger);
      const now = Date.now();
      const ahead = [1, 20, 400].map((days) => archived({ countedAt: now + days * day }));
      found(await archive.add({ requests: ahead, accepted: [] }));
      const request = reservation({ startedAt: now });
      await ledger.reserve(request, null);
      const own = (await everything(archive)).requests.find(({ requestId }) => requestId === request.requestId);
      assert.equal(own?.countedAt, now);
      const totals = known(await ledger.totals(now));
      assert.equal(totals.asOf, now);
      assert.equal(only(totals.today).requests, 1);
      assert.equal(only(totals.month).requests, 1);
      assert.equal(((await ledger.standings('none', now)) as { day: { settled: number } }).day.settled, 0);
    });

    it('adds the names of workspaces, but does not change one that is known', async () => {
      const ledger = folder.open();
      const archive = archiveOf(ledger);
      await ledger.reserve(reservation({ workspace: { id: 'a', name: 'New name' } }), null);
      const old = archived({ workspace: { id: 'a', name: 'Old name' } });
      found(await archive.add({ requests: [old, archived({ workspace: { id: 'b', name: 'Beta' } })], accepted: [] }));
      assert.deepEqual(
        folder.query('SELECT * FROM workspaces ORDER BY workspace_id').map((row) => ({ ...row })),
        [
          { workspace_id: 'a', name: 'New name' },
          { workspace_id: 'b', name: 'Beta' },
        ],
      );
    });

    it('adds all of a part or nothing', async () => {
      const archive = archiveOf(folder.open());
      const broken = archived({ attempt: Number.NaN });
      const result = await archive.add({ requests: [archived(), broken], accepted: [] });
      assert.ok('kind' in result && result.kind === 'ledger-unavailable');
      assert.deepEqual((await everything(archive)).requests, []);
    });
  });

  describe('counting', () => {
    it('tells of real requests which are unknown, and the most they can have cost, also across the sums’ limits', async () => {
      const archive = archiveOf(folder.open());
      const start = Date.UTC(2026, 2, 1, 0, 7);
      const end = Date.UTC(2026, 2, 4, 0, 7);
      const lost = (countedAt: number, changes: Partial<ArchivedRequest> = {}) =>
        archived({ countedAt, settlement: null, upperBound: 1_000, ...changes });
      // At the very beginning, within a sum of a whole day, and at the very end; around them what is outside.
      const within = [lost(start), lost(start + day), lost(end - 1), archived({ countedAt: start + day })];
      const outside = [lost(start - 1), lost(end)];
      const scripted = [lost(start, { scripted: true, upperBound: null }), lost(start + day, { scripted: true })];
      found(await archive.add({ requests: [...within, ...outside, ...scripted], accepted: [] }));
      const counts = { requests: 6, scriptedRequests: 2, accepted: 0, nanoDollars: 2_385_000, unknownRequests: 3 };
      assert.deepEqual(await archive.count({ start, end }), { ...counts, unknownUpperBound: 3_000 });
      found(await archive.add({ requests: [lost(start + day, { upperBound: null })], accepted: [] }));
      assert.deepEqual(await archive.count({ start, end }), {
        ...counts,
        requests: 7,
        unknownRequests: 4,
        unknownUpperBound: null,
      });
    });
  });

  describe('removing', () => {
    it('removes a period from rows, sums and names, and says how much it was', async () => {
      const ledger = folder.open();
      const archive = archiveOf(ledger);
      const start = Date.UTC(2026, 2, 1);
      const workspace = { id: 'a', name: 'Alpha' };
      const within = Array.from({ length: 130 }, (_, index) => archived({ countedAt: start + index, workspace }));
      const scripted = archived({ countedAt: start + 5, scripted: true });
      const outside = [archived({ countedAt: start - 1 }), archived({ countedAt: start + 1_000 })];
      const { side, provider, model, taskKind } = reservation();
      const changes = { side, provider, model, scripted: false, taskKind, workspace, hunks: 1, comparisonId: 'c' };
      const accepted = [0, 1_000].map((after) => ({ ...changes, changeId: randomUUID(), acceptedAt: start + after }));
      found(await archive.add({ requests: [...within, scripted, ...outside], accepted }));
      const period = { start, end: start + 1_000 };
      const counts = { requests: 131, scriptedRequests: 1, accepted: 1, nanoDollars: 130 * 2_385_000 };
      const allKnown = { unknownRequests: 0, unknownUpperBound: 0 };
      assert.deepEqual(await archive.count(period), { ...counts, ...allKnown });
      assert.deepEqual(await archive.remove(period), { requests: 131, accepted: 1 });
      const nothing = { requests: 0, scriptedRequests: 0, accepted: 0, nanoDollars: 0, ...allKnown };
      assert.deepEqual(await archive.count(period), nothing);
      const outsideCounts = { requests: 2, accepted: 1, nanoDollars: 2 * 2_385_000 };
      assert.deepEqual(await archive.count(allTime), { ...nothing, ...outsideCounts });
      const rest = await everything(archive);
      assert.deepEqual(rest.requests, outside);
      assert.deepEqual(rest.accepted, accepted.slice(1));
      assert.deepEqual(disagreements(folder), []);
      assert.equal(only(found(await archive.report(allTime)).models).requests, 2);
      // The change that stays names the workspace.
      assert.equal(folder.query('SELECT * FROM workspaces').length, 1);
      found(await archive.remove(allTime));
      assert.equal(folder.query('SELECT * FROM workspaces').length, 0);
    });

    it('leaves what is under way in any window, but not what a killed one left open a day ago', async () => {
      const now = Date.now();
      const clock = settableClock(now);
      const ledger = folder.open();
      const other = folder.open({ clock });
      const running = reservation({ startedAt: now - day + 60_000 });
      const leftBehind = reservation({ startedAt: now - day - 60_000 });
      for (const request of [leftBehind, running]) await ledger.reserve(request, null);
      const archive = archiveOf(other);
      assert.equal(found(await archive.remove(allTime)).requests, 1);
      assert.deepEqual(
        (await everything(archive)).requests.map(({ requestId }) => requestId),
        [running.requestId],
      );
      await ledger.settle(settlement(running.requestId));
      await ledger.settle(settlement(leftBehind.requestId));
      // The window that had it was alive after all: what it cost is written.
      assert.equal(found(await archive.count(allTime)).nanoDollars, 2 * 2_385_000);
      clock.set(now);
      assert.equal(found(await archive.remove(allTime)).requests, 2);
      assert.deepEqual(disagreements(folder), []);
    });

    it('removes an open request that came by import, so that it holds no budget for a day', async () => {
      const ledger = folder.open();
      const archive = archiveOf(ledger);
      const now = Date.now();
      const open = archived({ countedAt: now, startedAt: now, upperBound: null, settlement: null });
      found(await archive.add({ requests: [open], accepted: [] }));
      const budgets = { ...noBudgets, month: 1e13 };
      const request = reservation({ startedAt: now });
      assert.equal((await ledger.reserve(request, budgets))?.kind, 'budget-unpriced');
      assert.equal(found(await archive.remove(allTime)).requests, 1);
      assert.equal(await ledger.reserve(request, budgets), null);
    });

    it('lowers what counts against the budgets', async () => {
      const ledger = folder.open();
      const request = reservation();
      await ledger.reserve(request, null);
      await ledger.settle(settlement(request.requestId));
      const settledToday = async () => {
        const standings = await ledger.standings('comparison', Date.now());
        return 'kind' in standings ? null : standings.day.settled;
      };
      assert.equal(await settledToday(), 2_385_000);
      found(await archiveOf(folder.open()).remove(localDay(Date.now())));
      assert.equal(await settledToday(), 0);
    });
  });

  it('tells listeners of what it changed', async () => {
    const ledger = folder.open();
    const archive = archiveOf(ledger);
    let told = 0;
    ledger.onDidChange(() => {
      told += 1;
    });
    const part = { requests: [archived()], accepted: [] };
    await archive.add(part);
    assert.equal(told, 1);
    await archive.add(part);
    assert.equal(told, 1);
    await archive.remove(allTime);
    assert.equal(told, 2);
  });
});
