import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Budgets } from '../../../src/core/spend/budget.ts';
import { noBudgets } from '../../../src/core/spend/budget.ts';
import { withLoss } from '../../../src/ledger/lostSpend.ts';
import { disagreements, known, LedgerFolder, only, reservation, settlement } from './ledgerFixture.ts';

const dollar = 1_000_000_000;
const day = 24 * 60 * 60 * 1000;
const budget = (changes: Partial<Budgets>): Budgets => ({ ...noBudgets, ...changes });

describe('SqliteLedger and budgets', () => {
  let folder: LedgerFolder;
  beforeEach(() => {
    folder = new LedgerFolder();
  });
  afterEach(() => folder.cleanUp());

  it('refuses what would pass a budget, reserved and settled money of all windows counted, and writes nothing', async () => {
    const [one, other] = [folder.open(), folder.open()];
    const settled = reservation({ upperBound: 0.4 * dollar });
    await one.reserve(settled, null);
    await one.settle(settlement(settled.requestId, { costNanoDollars: 0.1 * dollar }));
    await one.reserve(reservation({ upperBound: 0.3 * dollar }), null);

    const budgets = budget({ day: 1 * dollar });
    const refused = await other.reserve(reservation({ upperBound: 0.6 * dollar + 1 }), budgets);
    assert.deepEqual(refused, {
      kind: 'budget-reached',
      period: 'day',
      budget: dollar,
      settled: 0.1 * dollar,
      reserved: 0.3 * dollar,
      needed: 0.6 * dollar + 1,
    });
    assert.equal(only(known(await one.totals(Date.now())).today).requests, 2);
    assert.equal(await other.reserve(reservation({ upperBound: 0.6 * dollar }), budgets), null);
    assert.deepEqual(disagreements(folder), []);
  });

  it('counts each comparison by itself, and no scripted money', async () => {
    const ledger = folder.open();
    const budgets = budget({ comparison: dollar, day: 3 * dollar });
    await ledger.reserve(reservation({ scripted: true, upperBound: 9 * dollar }), null);
    assert.equal(await ledger.reserve(reservation({ comparisonId: 'a', upperBound: dollar }), budgets), null);
    const again = await ledger.reserve(reservation({ comparisonId: 'a', upperBound: 1 }), budgets);
    assert.equal(again?.kind, 'budget-reached');
    assert.equal(await ledger.reserve(reservation({ comparisonId: 'b', upperBound: dollar }), budgets), null);
    assert.deepEqual(await ledger.standings('a', Date.now()), {
      comparison: { settled: 0, reserved: dollar },
      day: { settled: 0, reserved: 2 * dollar },
      month: { settled: 0, reserved: 2 * dollar },
    });
  });

  it('lets nothing without a bound through while there is a budget', async () => {
    const ledger = folder.open();
    const budgets = budget({ day: 100 * dollar });
    const unpriced = { kind: 'budget-unpriced', period: 'day', provider: 'openai', model: 'gpt-5.5' };
    assert.deepEqual(await ledger.reserve(reservation({ upperBound: null }), budgets), unpriced);
    assert.equal(await ledger.reserve(reservation({ upperBound: null }), budget({})), null);
    assert.deepEqual(await ledger.reserve(reservation(), budgets), unpriced);
  });

  it('lets nothing more through once a request ended whose cost has no bound, though its reservation had one', async () => {
    const ledger = folder.open();
    const request = reservation({ upperBound: 1 });
    await ledger.reserve(request, null);
    const unpricedTool = { costNanoDollars: null, upperBound: null, cacheSavings: null, priceSource: null };
    await ledger.settle(settlement(request.requestId, unpricedTool));
    for (const period of ['comparison', 'day', 'month'] as const) {
      const refused = await ledger.reserve(reservation(), budget({ [period]: 100 * dollar }));
      assert.deepEqual(refused, { kind: 'budget-unpriced', period, provider: 'openai', model: 'gpt-5.5' });
    }
  });

  it('keeps budgets closed for as long as they cover what a damaged ledger held, and nothing else', async () => {
    writeFileSync(folder.path, 'This is not a database. '.repeat(400));
    const ledger = folder.open();
    const before = Math.floor(Date.now() / 1000) * 1000;
    for (const period of ['comparison', 'day', 'month'] as const) {
      const refused = await ledger.reserve(reservation(), budget({ [period]: 100 * dollar }));
      assert.ok(refused?.kind === 'budget-unknown', JSON.stringify(refused));
      assert.equal(refused.period, period);
      assert.ok(refused.lostAt >= before && refused.lostAt <= Date.now());
    }
    const standings = await ledger.standings('comparison', Date.now());
    assert.ok('day' in standings && standings.day.lostAt !== undefined && standings.month.lostAt !== undefined);
    assert.equal(await ledger.reserve(reservation(), null), null);
    assert.equal(await ledger.reserve(reservation(), budget({})), null);
    const later = Date.now() + 40 * day;
    const after = reservation({ startedAt: later, upperBound: 1 });
    assert.equal(await ledger.reserve(after, budget({ day: 100 * dollar, month: 100 * dollar })), null);
  });

  it('reckons with a loss in a comparison that goes on until another day, for the rest of the month', () => {
    const standing = { settled: 0, reserved: 0 };
    const standings = { comparison: standing, day: standing, month: standing };
    const lostAt = new Date(2026, 10, 10, 23, 30).getTime();
    const at = (now: Date) => withLoss(standings, lostAt, now.getTime());
    const lost = { ...standing, lostAt };
    assert.deepEqual(at(new Date(2026, 10, 10, 23, 50)), { comparison: lost, day: lost, month: lost });
    assert.deepEqual(at(new Date(2026, 10, 11, 0, 10)), { comparison: lost, day: standing, month: lost });
    assert.deepEqual(at(new Date(2026, 11, 1)), standings);
  });

  it('goes on without a damaged ledger once the person accepts that, in every window, and keeps the file', async () => {
    writeFileSync(folder.path, 'This is not a database. '.repeat(400));
    const [one, other] = [folder.open(), folder.open()];
    const budgets = budget({ month: 100 * dollar });
    assert.equal((await one.reserve(reservation(), budgets))?.kind, 'budget-unknown');
    const kept = readdirSync(folder.directory).filter((name) => name.includes('.corrupt-'));
    let told = 0;
    one.onDidChange(() => {
      told += 1;
    });
    assert.equal(await one.acceptLosses(), null);
    assert.equal(told, 1);
    assert.equal(await one.reserve(reservation(), budgets), null);
    assert.equal(await other.reserve(reservation(), budgets), null);
    const [file = ''] = kept;
    assert.deepEqual(
      readdirSync(folder.directory).filter((name) => name.includes('.corrupt-')),
      [...kept, `${file}.accepted`],
    );
    assert.match(readFileSync(join(folder.directory, file), 'utf8'), /^This is not a database/);

    // The next damage is another loss.
    for (const window of [one, other]) window.dispose();
    writeFileSync(folder.path, 'This is not a database either. '.repeat(400));
    assert.equal((await folder.open().reserve(reservation(), budgets))?.kind, 'budget-unknown');
  });

  it('begins no budget anew when the clock goes back', async () => {
    const ledger = folder.open();
    const now = Date.now();
    await ledger.reserve(reservation({ startedAt: now, upperBound: dollar }), null);
    for (const back of [1, 3, 20, 400]) {
      const request = reservation({ startedAt: now - back * day, upperBound: dollar });
      const refused = await ledger.reserve(request, budget({ day: dollar }));
      assert.equal(refused?.kind, 'budget-reached', `${back} days back`);
    }
  });

  it('believes the clock again that was a year ahead, but for what was counted then', async () => {
    const ledger = folder.open();
    const now = Date.now();
    await ledger.reserve(reservation({ startedAt: now + 365 * day }), null);
    await ledger.reserve(reservation({ startedAt: now }), null);
    await ledger.reserve(reservation({ startedAt: now + 2 * day }), null);
    assert.equal(only(known(await ledger.totals(now)).today).requests, 3);
    assert.equal(only(known(await ledger.totals(now + 2 * day)).today).requests, 2);
    assert.equal(known(await ledger.totals(now)).asOf, now + 365 * day);
  });

  it('knows what answers of a model to a kind of task are typically long', async () => {
    const ledger = folder.open();
    const told: (number | null)[] = [];
    for (const output of [90, 10, 20_000, 40]) {
      const request = reservation();
      await ledger.reserve(request, null);
      const usage = { uncachedInput: 1, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output, reasoning: 0 };
      await ledger.settle(settlement(request.requestId, { usage }));
      const typical = await ledger.typicalOutput('openai', 'gpt-5.5', 'fix');
      assert.ok(typical === null || typeof typical === 'number');
      told.push(typical);
    }
    assert.deepEqual(told, [null, null, 90, 90]);
    assert.equal(await ledger.typicalOutput('openai', 'gpt-5.5', 'ask'), null);
    assert.equal(await ledger.typicalOutput('anthropic', 'gpt-5.5', 'fix'), null);
  });

  it('keeps accepted changes once, with the workspace they were made in', async () => {
    const ledger = folder.open();
    const { provider, model, comparisonId, taskKind, side } = reservation();
    const change = {
      changeId: 'c1',
      provider,
      model,
      comparisonId,
      taskKind,
      side,
      workspace: { id: 'w', name: 'shop' },
      scripted: false,
      hunks: 3,
      acceptedAt: 1_790_000_000_000,
    };
    await ledger.recordAccepted([change]);
    await ledger.recordAccepted([change, { ...change, changeId: 'c2', workspace: null, hunks: 1 }]);
    assert.deepEqual(
      folder
        .query('SELECT change_id, workspace_id, hunks FROM accepted_changes ORDER BY change_id')
        .map((row) => ({ ...row })),
      [
        { change_id: 'c1', workspace_id: 'w', hunks: 3 },
        { change_id: 'c2', workspace_id: '', hunks: 1 },
      ],
    );
    assert.deepEqual(
      folder.query('SELECT * FROM workspaces').map((row) => ({ ...row })),
      [{ workspace_id: 'w', name: 'shop' }],
    );
  });
});
