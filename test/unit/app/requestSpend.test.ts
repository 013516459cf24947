import assert from 'node:assert/strict';
import type { ComparisonServices } from '../../../src/app/comparisonSession.ts';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import type { Reservation, Settlement } from '../../../src/app/ledgerPorts.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Budgets } from '../../../src/core/spend/budget.ts';
import type { Script } from './fakes.ts';
import { contender, finalUsage, replaceCall, sampleTask, servicesWith } from './fakes.ts';

const connected: AnswerPart = { type: 'connected', requestId: null };
const end: AnswerPart = { type: 'end' };
const fixing = (newText: string): Script => [connected, replaceCall('a', 'two\n', newText), finalUsage(7), end];
const budgets: Budgets = { comparison: 5, day: null, month: null, warnShare: 0.8 };

function open(left: Script, right: Script, changes: Partial<ComparisonServices> = {}) {
  const around = servicesWith({ left: [left], right: [right] });
  const services = { ...around.services, ...changes };
  const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), false, services);
  return { ...around, session };
}

describe('the spend of a comparison', () => {
  it('checks every request against the budgets as they are when it is sent', async () => {
    const { session, ledger } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { budgets });
    await session.ask(['left', 'right']);
    assert.deepEqual(ledger.budgets, [budgets, budgets]);
  });

  it('checks none of a comparison that the person lets go over them', async () => {
    const { session, ledger } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { budgets });
    session.allowOverBudget();
    await session.ask(['left', 'right']);
    assert.deepEqual(ledger.budgets, [null, null]);
  });

  it('checks none of a scripted answer, which costs nothing', async () => {
    const { session, ledger } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { budgets });
    await session.ask(['left', 'right'], true);
    assert.deepEqual(ledger.budgets, [null, null]);
  });

  it('sends nothing when a budget would be passed, and says which', async () => {
    const { session, ledger, conversations } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { budgets });
    const refusal = { kind: 'budget-reached', period: 'day', budget: 5, settled: 4, reserved: 0, needed: 2 } as const;
    ledger.refusal = refusal;
    await session.ask(['left', 'right']);
    assert.deepEqual(session.comparison.left.failure, refusal);
    assert.deepEqual(conversations.left?.told, []);
    assert.equal(session.comparison.left.cost.kind === 'exact' && session.comparison.left.cost.nanoDollars, 0);
  });

  it('sends nothing while the person’s own prices cannot be read, unless it costs nothing', async () => {
    const fault = { kind: 'prices-invalid', fault: 'no-price', entry: 'openai/gpt-5.5', field: 'output' } as const;
    const loadPrices = async () => ({ fault, price: () => null, nextTier: () => null });
    const { session, ledger, conversations } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { loadPrices });
    await session.ask(['left', 'right']);
    assert.deepEqual(session.comparison.left.failure, fault);
    assert.deepEqual(session.comparison.right.failure, fault);
    assert.deepEqual([conversations.left?.told, ledger.reservations], [[], []]);
    await session.ask(['left'], true);
    assert.equal(session.comparison.left.failure, null);
  });

  it('sends nothing while a budget cannot be read, though it may go over them, unless it costs nothing', async () => {
    const fault = { kind: 'setting-invalid', setting: 'tiebreak.budget.day', value: '-5' } as const;
    const { session, ledger, conversations } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { budgets: fault });
    await session.ask(['left', 'right']);
    assert.deepEqual([session.comparison.left.failure, session.comparison.right.failure], [fault, fault]);
    session.allowOverBudget();
    await session.ask(['left']);
    assert.deepEqual(session.comparison.left.failure, fault);
    assert.deepEqual([conversations.left?.told, conversations.right?.told, ledger.reservations], [[], [], []]);
    await session.ask(['left'], true);
    assert.equal(session.comparison.left.failure, null);
    assert.deepEqual(ledger.budgets, [null]);
  });

  it('opens the prices anew for every request, and one book from its reservation to its settlement', async () => {
    let opened = 0;
    const loadPrices = async () => {
      opened += 1;
      const nanoDollars = opened;
      return {
        fault: null,
        price: () => ({ nanoDollars, cacheSavings: 0, source: { kind: 'own' } as const }),
        nextTier: () => null,
      };
    };
    const { session, ledger } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { loadPrices });
    await session.ask(['left', 'right']);
    assert.deepEqual(ledger.reservations.map(({ upperBound }) => upperBound).sort(), [1, 2]);
    for (const { requestId, upperBound } of ledger.reservations) {
      const settled = ledger.settlements.find((each) => each.requestId === requestId);
      assert.equal(settled?.costNanoDollars, upperBound);
    }
    assert.deepEqual(session.comparison.left.prices, { kind: 'own' });
  });

  it('reserves and settles in the name of the workspace, and tells the observer each request that ended', async () => {
    const ended: [Reservation, Settlement][] = [];
    const observer = { requestEnded: (...told: [Reservation, Settlement]) => ended.push(told) };
    const { session, ledger } = open(fixing('LEFT\n'), fixing('RIGHT\n'), { observer });
    await session.ask(['left', 'right']);
    assert.deepEqual(
      ledger.reservations.map(({ workspace }) => workspace),
      [
        { id: 'shop', name: 'shop' },
        { id: 'shop', name: 'shop' },
      ],
    );
    assert.deepEqual(
      ended.map(([reservation, settlement]) => [reservation.requestId === settlement.requestId, settlement.outcome]),
      [
        [true, 'complete'],
        [true, 'complete'],
      ],
    );
    assert.deepEqual(ledger.settlements[0]?.priceSource, { kind: 'list', date: '2026-09-23' });
    assert.equal(ledger.settlements[0]?.costNanoDollars, 170);
    assert.equal(ledger.settlements[0]?.usageIsFinal, true);
  });

  it('leaves the price source and what caching saved open where the cost is not known', async () => {
    const broken: Script = [connected, { type: 'failure', failure: { kind: 'stream-broken', host: 'openai.test' } }];
    const { session, ledger } = open(broken, fixing('RIGHT\n'));
    await session.ask(['left']);
    const [settlement] = ledger.settlements;
    assert.equal(settlement?.costNanoDollars, null);
    assert.equal(settlement.priceSource, null);
    assert.equal(settlement.cacheSavings, null);
    assert.ok((settlement.upperBound ?? 0) > 0);
    assert.equal(settlement.usageIsFinal, false);
  });
});

describe('accepted changes', () => {
  it('are recorded for the model whose hunk was written, after it was', async () => {
    const { session, ledger } = open(fixing('LEFT\n'), fixing('RIGHT\n'));
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'hunk-accepted', hunkId: 'right-1-1' });
    await session.apply();
    assert.deepEqual(
      ledger.accepted.map(({ side, model, hunks, taskKind }) => ({ side, model, hunks, taskKind })),
      [{ side: 'right', model: 'claude-opus-4-7', hunks: 1, taskKind: 'fix' }],
    );
  });

  it('count for both models where both proposed the same', async () => {
    const { session, ledger } = open(fixing('SAME\n'), fixing('SAME\n'));
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'hunk-accepted', hunkId: 'right-1-1' });
    await session.apply();
    assert.deepEqual(
      ledger.accepted.map(({ side, hunks }) => [side, hunks]),
      [
        ['left', 1],
        ['right', 1],
      ],
    );
    assert.equal(new Set(ledger.accepted.map(({ changeId }) => changeId)).size, 2);
  });

  it('are none when nothing could be written, nor when it was declined', async () => {
    const { session, ledger, documents } = open(fixing('LEFT\n'), fixing('RIGHT\n'));
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'hunk-accepted', hunkId: 'right-1-1' });
    documents.answer = (hunks) => ({ kind: 'applied', landed: [], alreadyThere: [], missed: hunks });
    await session.apply();
    session.decline();
    assert.deepEqual(ledger.accepted, []);
  });
});
