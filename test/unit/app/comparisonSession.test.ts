import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Script } from './fakes.ts';
import { contender, finalUsage, replaceCall, sampleTask, servicesWith, silence } from './fakes.ts';
import { settled } from './heldClock.ts';

const connected: AnswerPart = { type: 'connected', requestId: null };
const end: AnswerPart = { type: 'end' };
const fixing = (newText: string): Script => [connected, replaceCall('a', 'two\n', newText), finalUsage(1), end];
const endless: Script = async function* (_reply, signal) {
  yield connected;
  yield { type: 'prose', text: 'half' };
  yield* silence(signal);
};

function open(left: readonly Script[], right: readonly Script[]) {
  const around = servicesWith({ left, right });
  const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), false, around.services);
  return { ...around, session };
}

describe('a comparison session', () => {
  it('asks both sides, and writes what was accepted as one edit', async () => {
    const { session, documents } = open([fixing('LEFT\n')], [fixing('RIGHT\n')]);
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'hunk-accepted', hunkId: 'right-1-1' });
    await session.apply();
    assert.deepEqual(
      documents.applied.map((hunks) => hunks.map((hunk) => hunk.newLines)),
      [[['RIGHT\n']]],
    );
    assert.deepEqual(session.comparison.outcome, { kind: 'applied', landed: 1, alreadyThere: 0 });
    assert.equal(session.comparison.phase, 'settled');
  });

  it('writes nothing before it is told to, nor when nothing is accepted', async () => {
    const { session, documents } = open([fixing('LEFT\n')], [fixing('RIGHT\n')]);
    await session.ask(['left', 'right']);
    await session.apply();
    assert.deepEqual(documents.applied, []);
    assert.equal(session.comparison.phase, 'open');
  });

  it('lets one side fail without touching the other', async () => {
    const { session } = open(
      [[{ type: 'failure', failure: { kind: 'key-rejected', provider: 'openai' } }]],
      [fixing('R\n')],
    );
    await session.ask(['left', 'right']);
    assert.equal(session.comparison.left.status, 'failed');
    assert.equal(session.comparison.right.status, 'done');
  });

  it('survives an adapter that throws', async () => {
    const { session } = open(
      [
        // biome-ignore lint/correctness/useYield: it throws before it could
        async function* () {
          throw new Error('bug');
        },
      ],
      [fixing('R\n')],
    );
    await session.ask(['left', 'right']);
    assert.deepEqual(session.comparison.left.failure, { kind: 'unexpected', cause: 'bug' });
    assert.equal(session.comparison.right.status, 'done');
  });

  it('cancels one side and leaves the other running', async () => {
    const { session } = open([endless], [endless]);
    const asked = session.ask(['left', 'right']);
    await settled();
    session.cancel('left');
    await settled();
    assert.equal(session.comparison.left.status, 'cancelled');
    assert.equal(session.comparison.left.prose, 'half');
    assert.equal(session.comparison.right.status, 'writing');
    assert.equal(session.isUnderWay, true);
    session.cancel(null);
    await asked;
    assert.equal(session.isUnderWay, false);
  });

  it('asks a cancelled side again, from the start', async () => {
    const { session } = open([endless], [fixing('R\n')]);
    const first = session.ask(['left', 'right']);
    await settled();
    session.cancel('left');
    await first;
    const again = session.ask(['left']);
    await settled();
    assert.equal(session.comparison.left.attempt, 2);
    assert.equal(session.comparison.left.prose, 'half');
    assert.equal(session.comparison.right.attempt, 1);
    session.cancel(null);
    await again;
  });

  it('does not ask a side twice at once', async () => {
    const { session, ledger } = open([endless], [endless]);
    const first = session.ask(['left', 'right']);
    await settled();
    await session.ask(['left']);
    assert.equal(ledger.reservations.length, 2);
    session.cancel(null);
    await first;
  });

  it('declines: cancels what is under way, and stays without a change', async () => {
    const { session, documents } = open([endless], [fixing('R\n')]);
    const asked = session.ask(['left', 'right']);
    await settled();
    session.decline();
    await asked;
    assert.deepEqual(session.comparison.outcome, { kind: 'declined' });
    assert.equal(session.comparison.left.status, 'cancelled');
    assert.deepEqual(documents.applied, []);
  });

  it('sends nothing once the panel is closed, however late the wish comes', async () => {
    const { session, ledger } = open([fixing('L\n')], [fixing('R\n')]);
    session.dispose();
    await session.ask(['left', 'right']);
    assert.deepEqual(ledger.reservations, []);
  });

  it('keeps a draft when it is cancelled while context is gathered', () => {
    const { services } = servicesWith({});
    const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), false, services);
    session.cancel('left');
    assert.equal(session.comparison.phase, 'draft');
    assert.equal(session.isUnderWay, false);
  });

  it('sends nothing once a draft is declined', async () => {
    const { session, ledger } = open([fixing('L\n')], [fixing('R\n')]);
    session.decline();
    await session.ask(['left', 'right']);
    assert.deepEqual(ledger.reservations, []);
    assert.equal(session.comparison.phase, 'settled');
  });

  it('cannot be declined while it is being written: the panel says what was written', async () => {
    const { session, services } = open([fixing('L\n')], [fixing('R\n')]);
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'side-accepted', side: 'left' });
    const write = services.documents.apply.bind(services.documents);
    services.documents.apply = async (request) => {
      session.decline();
      session.dispatch({ type: 'decided', outcome: { kind: 'declined' } });
      return await write(request);
    };
    await session.apply();
    assert.deepEqual(session.comparison.outcome, { kind: 'applied', landed: 1, alreadyThere: 0 });
  });

  it('writes once however often it is told to', async () => {
    const { session, documents } = open([fixing('L\n')], [fixing('R\n')]);
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'side-accepted', side: 'left' });
    await Promise.all([session.apply(), session.apply(), session.ask(['right'])]);
    assert.equal(documents.applied.length, 1);
    assert.equal(session.comparison.right.attempt, 1);
  });

  it('stays open when writing breaks down', async () => {
    const { session, services } = open([fixing('L\n')], [fixing('R\n')]);
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'side-accepted', side: 'left' });
    services.documents.apply = () => Promise.reject(new Error('bug'));
    await session.apply();
    assert.equal(session.comparison.phase, 'open');
    assert.deepEqual(session.comparison.outcome, {
      kind: 'not-applied',
      failure: { kind: 'unexpected', cause: 'bug' },
    });
  });

  it('stays open when nothing fitted any more, and tells what missed when some did', async () => {
    const { session, documents } = open(
      [fixing('L\n')],
      [[connected, replaceCall('b', 'five\n', 'R\n'), finalUsage(1), end]],
    );
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'side-accepted', side: 'left' });
    session.dispatch({ type: 'side-accepted', side: 'right' });
    documents.answer = (hunks) => ({ kind: 'applied', landed: [], alreadyThere: [], missed: hunks });
    await session.apply();
    const outcome = () => session.comparison.outcome;
    assert.equal(session.comparison.phase, 'open');
    assert.equal(outcome()?.kind, 'not-applied');
    documents.answer = (hunks) => ({
      kind: 'applied',
      landed: hunks.slice(0, 1),
      alreadyThere: [],
      missed: hunks.slice(1),
    });
    await session.apply();
    const partly = outcome();
    assert.ok(partly?.kind === 'partly-applied');
    assert.deepEqual(
      partly.missed.map((hunk) => hunk.id),
      ['right-1-1'],
    );
  });

  it('does not let a model change a file whose every piece was taken out, nor read it', async () => {
    const path = 'src/money.ts';
    const edit = { kind: 'replace', path, oldText: 'const rate = 2;\n', newText: 'const rate = 3;\n' } as const;
    const working: readonly Script[] = [
      [
        connected,
        { type: 'call', call: { callId: 'v', request: { kind: 'view', path, lines: null } } },
        { type: 'call', call: { callId: 'e', request: edit } },
        finalUsage(1),
        end,
      ],
      [connected, { type: 'prose', text: 'ok' }, finalUsage(1), end],
    ];
    const money = { ...sampleTask.file, path, text: 'const rate = 2;\n' };
    const piece = { id: 'p', kind: 'definition', title: 't', path, languageId: '', line: 1, text: 'rate' } as const;
    for (const included of [true, false]) {
      const { session, conversations } = open(working, [fixing('R\n')]);
      session.takeContext({ ...sampleTask, otherFiles: [money] }, [piece]);
      session.dispatch({ type: 'sending-held' });
      session.dispatch({ type: 'piece-toggled', pieceId: 'p', included });
      await session.ask(['left']);
      assert.deepEqual(
        conversations.left?.told[1]?.map(({ succeeded }) => succeeded),
        [included, included],
      );
    }
  });

  it('takes context only before anything was sent', async () => {
    const { session } = open([fixing('L\n')], [fixing('R\n')]);
    const piece = {
      id: 'p',
      kind: 'diagnostic',
      title: 't',
      path: 'a',
      languageId: '',
      line: 1,
      text: 'boom',
    } as const;
    session.takeContext(sampleTask, [piece]);
    assert.match(session.startFor('left').prompt.user, /boom/);
    assert.equal(session.startFor('left').prompt.user, session.startFor('right').prompt.user);
    await session.ask(['left', 'right']);
    session.takeContext(sampleTask, []);
    assert.equal(session.comparison.pieces.length, 1);
  });

  it('asks each side with its own model, and shows the one that the provider says it used', async () => {
    const returned = (model: string): AnswerPart => ({ type: 'model', model });
    const { session, ledger, starts } = open(
      [[connected, returned('gpt-5.5-2026-04'), replaceCall('a', 'two\n', 'L\n'), finalUsage(1), end]],
      [[connected, replaceCall('b', 'two\n', 'R\n'), finalUsage(1), end]],
    );
    await session.ask(['left', 'right']);
    assert.deepEqual(starts.map(({ contender: { model } }) => model).toSorted(), ['claude-opus-4-7', 'gpt-5.5']);
    assert.deepEqual(ledger.reservations.map(({ side, model }) => [side, model]).toSorted(), [
      ['left', 'gpt-5.5'],
      ['right', 'claude-opus-4-7'],
    ]);
    assert.equal(session.comparison.left.returnedModel, 'gpt-5.5-2026-04');
    assert.equal(session.comparison.right.returnedModel, null);
  });
});
