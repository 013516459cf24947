import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import type { PriceBook } from '../../../src/app/ledgerPorts.ts';
import type { OutlookServices } from '../../../src/app/outlook.ts';
import { Outlook } from '../../../src/app/outlook.ts';
import type { ConversationStart } from '../../../src/app/ports.ts';
import type { ContextPiece } from '../../../src/core/context.ts';
import type { Failure } from '../../../src/core/failure.ts';
import type { BudgetStandings } from '../../../src/core/spend/budget.ts';
import { noBudgets } from '../../../src/core/spend/budget.ts';
import type { Task } from '../../../src/core/task.ts';
import { contender, sampleTask, servicesWith } from './fakes.ts';
import { settled } from './heldClock.ts';

const piece: ContextPiece = {
  id: 'one',
  kind: 'definition',
  title: 'Definition of two',
  path: 'src/two.ts',
  languageId: 'typescript',
  line: 1,
  text: 'export const two = 2;',
};

interface Options {
  readonly task?: Task;
  readonly budgets?: OutlookServices['budgets'];
  readonly tier?: number | null;
  readonly canSend?: boolean;
  readonly draftOnly?: boolean;
  readonly scripted?: boolean;
  readonly standings?: BudgetStandings | Failure;
  /** What a provider answers when it is to count. */
  readonly counted?: (start: ConversationStart, signal: AbortSignal) => Promise<number | Failure>;
}

/** A draft with something looking ahead for it; `told` counts how often it had something new to show. */
async function look(options: Options = {}) {
  const { task = sampleTask, tier = null, canSend = true, draftOnly = true, scripted = false } = options;
  const around = servicesWith({});
  const changes = { scripted };
  const { clock, clients, loadPrices } = around.services;
  const session = new ComparisonSession(
    task,
    contender('left', changes),
    contender('right', changes),
    draftOnly,
    around.services,
  );
  const counted: ConversationStart[] = [];
  const heard: { told: number; ledgerChanged: () => void; listeners: number } = {
    told: 0,
    ledgerChanged: () => undefined,
    listeners: 0,
  };
  const prices: PriceBook = { ...(await loadPrices()), nextTier: () => tier };
  const standings = options.standings;
  const services: OutlookServices = {
    clock,
    budgets: options.budgets ?? { ...noBudgets, day: 1_000_000 },
    loadPrices: async () => prices,
    clients: {
      clientFor: async (asked) => ({
        ...(await clients.clientFor(asked)),
        count: (start, signal) => {
          counted.push(start);
          return options.counted?.(start, signal) ?? Promise.resolve(123);
        },
      }),
    },
    ledger: {
      standings: async () => standings ?? around.ledger.standings(),
      typicalOutput: async () => around.ledger.typical,
      onDidChange: (listener) => {
        heard.ledgerChanged = listener;
        heard.listeners += 1;
        return { dispose: () => (heard.listeners -= 1) };
      },
    },
    contextTokens: () => null,
    canSend: async () => canSend,
  };
  const describeFailure = (failure: Failure) => ({ tone: 'error', sentence: failure.kind, actions: [] }) as const;
  const outlook = new Outlook(
    session,
    services,
    { describeFailure },
    {
      changed: () => (heard.told += 1),
      report: (work) => void work,
    },
  );
  await outlook.start();
  return { ...around, session, outlook, counted, heard };
}

/** The sample's estimate lies at a few hundred tokens, so that is near to it. */
async function nearTier(): Promise<number> {
  const { outlook } = await look();
  return outlook.view()?.left?.inputTokens ?? 0;
}

describe('looking ahead for a draft', () => {
  it('tells both sides and every period, by the local estimate and without sending anything', async () => {
    const { outlook, counted } = await look();
    const view = outlook.view();
    assert.equal(view?.left?.countedBy, 'estimate');
    assert.ok((view.left.expected ?? 0) > 0 && (view.right?.worst ?? 0) > (view.right?.expected ?? 0));
    assert.deepEqual(
      view.periods?.map(({ period, budget }) => [period, budget]),
      [
        ['day', 1_000_000],
        ['month', null],
      ],
    );
    assert.equal(view.wasSentToBeCounted, false);
    assert.deepEqual(counted, []);
  });

  it('tells as the most exactly what will be reserved, whatever the script', async () => {
    const file = { ...sampleTask.file, text: '// 篮子里的商品\nconst 数量 = "三 🍎";\n' };
    const { outlook, session, ledger } = await look({ task: { ...sampleTask, file, selection: { start: 0, end: 4 } } });
    const view = outlook.view();
    const { system, user } = session.startFor('left').prompt;
    await session.ask(['left', 'right']);
    for (const side of ['left', 'right'] as const) {
      const reserved = ledger.reservations.find((each) => each.side === side)?.upperBound;
      assert.equal(reserved, Buffer.byteLength(system + user) + 2000 + 10 * 1000);
      assert.equal(view?.[side]?.worst, reserved);
    }
  });

  it('goes by what such answers typically have', async () => {
    const { outlook, ledger } = await look();
    ledger.typical = 700;
    await outlook.refresh();
    assert.deepEqual([outlook.view()?.left?.expectedOutput, outlook.view()?.left?.outputIsTypical], [700, true]);
  });

  it('has nothing to tell of scripted answers, which cost nothing', async () => {
    const { outlook, counted } = await look({ scripted: true });
    await outlook.count();
    assert.equal(outlook.view(), null);
    assert.deepEqual(counted, []);
  });

  it('says that nothing will be sent while a budget cannot be read, and why', async () => {
    const fault = { kind: 'setting-invalid', setting: 'tiebreak.budget.day', value: '"5"' } as const;
    const { outlook } = await look({ budgets: fault });
    const view = outlook.view();
    assert.equal(view?.heldBack, 'setting-invalid');
    assert.deepEqual(
      view.periods?.map(({ period, budget }) => [period, budget]),
      [
        ['day', null],
        ['month', null],
      ],
    );
    assert.equal((await look()).outlook.view()?.heldBack, null);
  });

  it('still tells what the sides cost when the ledger cannot be read', async () => {
    const { outlook } = await look({ standings: { kind: 'ledger-unavailable', cause: 'locked' } });
    assert.equal(outlook.view()?.periods, null);
    assert.ok((outlook.view()?.left?.expected ?? 0) > 0);
  });

  it('looks again when the ledger changes, but not once everything is sent or the panel closed', async () => {
    const { outlook, heard, session } = await look();
    const before = heard.told;
    heard.ledgerChanged();
    await settled();
    assert.equal(heard.told, before + 1);
    session.dispatch({ type: 'side-asked', side: 'left', contender: contender('left') });
    heard.ledgerChanged();
    await settled();
    assert.equal(heard.told, before + 1);
    outlook.dispose();
    assert.equal(heard.listeners, 0);
  });
});

describe('the provider’s own count', () => {
  it('is asked for on demand, of both sides, and replaces the estimate', async () => {
    const { outlook, counted } = await look();
    await outlook.count();
    assert.deepEqual(counted.map(({ contender }) => contender.side).sort(), ['left', 'right']);
    const view = outlook.view();
    assert.deepEqual([view?.left?.inputTokens, view?.left?.countedBy], [123, 'provider']);
    assert.equal(view?.wasSentToBeCounted, true);
    await outlook.count();
    assert.equal(counted.length, 2);
  });

  it('is asked for by itself near a price tier', async () => {
    const { outlook, counted } = await look({ tier: await nearTier() });
    assert.ok(counted.length > 0);
    assert.equal(outlook.view()?.left?.countedBy, 'provider');
  });

  it('is not asked for by itself without a key, far from every limit, or once it is no draft', async () => {
    const tier = await nearTier();
    for (const options of [{ tier, canSend: false }, { tier: 100 * tier }, { tier, draftOnly: false }]) {
      const { counted } = await look(options);
      assert.deepEqual(counted, [], JSON.stringify(options));
    }
  });

  it('fails in one sentence beside the estimate, and is asked for again only by the person', async () => {
    const counted = async (): Promise<Failure> => ({ kind: 'overloaded', provider: 'openai' });
    const around = await look({ tier: await nearTier(), counted });
    const asked = around.counted.length;
    const side = around.outlook.view()?.left;
    assert.deepEqual([side?.countedBy, side?.countFailure], ['estimate', 'overloaded']);
    assert.ok((side?.expected ?? 0) > 0);
    await around.outlook.refresh();
    assert.equal(around.counted.length, asked);
    await around.outlook.count();
    assert.ok(around.counted.length > asked);
  });

  it('fails without a word to the outside where it throws', async () => {
    const { outlook } = await look({ counted: () => Promise.reject(new Error('a bug')) });
    await outlook.count();
    assert.equal(outlook.view()?.right?.countFailure, 'unexpected');
  });

  it('is dropped and called off when something is taken out, but stays told as sent', async () => {
    const signals: AbortSignal[] = [];
    const counted = (_start: ConversationStart, signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<number>((resolve) => signal.addEventListener('abort', () => resolve(9)));
    };
    const { outlook, session } = await look({ counted });
    session.takeContext(sampleTask, [piece]);
    const counting = outlook.count();
    await settled();
    assert.equal(outlook.view()?.left?.countedBy, 'counting');
    session.dispatch({ type: 'piece-toggled', pieceId: 'one', included: false });
    await outlook.refresh();
    await counting;
    assert.ok(signals.length === 2 && signals.every(({ aborted }) => aborted));
    assert.equal(outlook.view()?.left?.countedBy, 'estimate');
    assert.equal(outlook.view()?.wasSentToBeCounted, true);
  });

  for (const failure of [{ kind: 'key-missing', provider: 'openai' }, { kind: 'untrusted-workspace' }] as const) {
    it(`was not sent where counting failed with ${failure.kind}`, async () => {
      const { outlook } = await look({ counted: async (): Promise<Failure> => failure });
      await outlook.count();
      assert.equal(outlook.view()?.left?.countFailure, failure.kind);
      assert.equal(outlook.view()?.wasSentToBeCounted, false);
    });
  }

  it('survives the sending, to be compared with what it really was', async () => {
    const { outlook, session } = await look();
    await outlook.count();
    session.dispatch({ type: 'side-asked', side: 'left', contender: contender('left') });
    await outlook.refresh();
    assert.equal(outlook.view()?.left?.inputTokens, 123);
  });
});
