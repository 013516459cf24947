import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Script } from './fakes.ts';
import { contender, finalUsage, replaceCall, sampleTask, servicesWith, silence } from './fakes.ts';
import { settled } from './heldClock.ts';

const connected: AnswerPart = { type: 'connected', requestId: null };
const end: AnswerPart = { type: 'end' };
const prose = (text: string): AnswerPart => ({ type: 'prose', text });
const broken: AnswerPart = { type: 'failure', failure: { kind: 'stream-broken', host: 'h' } };
const fixing = (oldText: string, newText: string): Script => [
  connected,
  prose('because'),
  replaceCall('call', oldText, newText),
  finalUsage(1),
  end,
];

async function answered(left: readonly Script[], right: readonly Script[] = [fixing('two\n', 'RIGHT\n')]) {
  const around = servicesWith({ left, right });
  const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), false, around.services);
  await session.ask(['left', 'right']);
  const linesOf = (side: 'left' | 'right') => session.comparison[side].hunks.map((hunk) => hunk.newLines.join(''));
  return { ...around, session, linesOf };
}

describe('a follow-up', () => {
  it('goes on from the answer so far, and leaves the other side alone', async () => {
    const { session, linesOf, conversations } = await answered([fixing('two\n', 'TWO\n'), fixing('four\n', 'FOUR\n')]);
    const right = session.comparison.right;
    await session.followUp(['left'], ' And the fourth. ');
    const { left } = session.comparison;
    assert.deepEqual(linesOf('left'), ['TWO\n', 'FOUR\n']);
    assert.deepEqual([left.turn, left.attempt, left.instruction, left.prose], [2, 1, 'And the fourth.', 'because']);
    assert.deepEqual(
      left.earlier.map(({ instruction, prose: said, status }) => [instruction, said, status]),
      [[null, 'because', 'done']],
    );
    assert.equal(session.comparison.right, right);
    // The call of the turn before was never answered: its result goes along.
    assert.deepEqual(conversations.left?.begunFrom, [null, { rounds: 1 }]);
    assert.deepEqual(
      conversations.left?.told[1]?.map(({ callId, succeeded }) => [callId, succeeded]),
      [['call', true]],
    );
    assert.equal(conversations.left?.messages[1], 'And the fourth.');
  });

  it('adds up what all turns cost, with every request in the ledger', async () => {
    const { session, ledger } = await answered([fixing('two\n', 'TWO\n'), fixing('four\n', 'FOUR\n')]);
    await session.followUp(['left'], 'more');
    const { left } = session.comparison;
    assert.deepEqual([left.requests, left.usage.output, left.cost], [2, 2, { kind: 'exact', nanoDollars: 220 }]);
    const own = ledger.reservations.filter(({ side }) => side === 'left');
    assert.deepEqual(
      own.map(({ attempt, request }) => [attempt, request]),
      [
        [1, 1],
        [1, 2],
      ],
    );
  });

  it('keeps what stands on show, and to be accepted, while it is under way', async () => {
    const slow: Script = async function* (_reply, signal) {
      yield connected;
      yield replaceCall('later', 'four\n', 'FOUR\n');
      yield* silence(signal);
    };
    const { session, linesOf } = await answered([fixing('two\n', 'TWO\n'), slow]);
    const asked = session.followUp(['left'], 'more');
    await settled();
    assert.equal(session.isUnderWay, true);
    assert.deepEqual(linesOf('left'), ['TWO\n']);
    session.dispatch({ type: 'hunk-accepted', hunkId: 'left-1-1' });
    assert.equal(session.comparison.choices['left-1-1']?.state, 'accepted');
    session.cancel('left');
    await asked;
    assert.deepEqual(linesOf('left'), ['TWO\n']);
    assert.equal(session.comparison.left.status, 'cancelled');
    assert.equal(session.comparison.choices['left-1-1']?.state, 'accepted');
  });

  it('that fails leaves everything as it was, with the failure shown and everything still to be applied', async () => {
    const { session, linesOf, documents } = await answered([
      fixing('two\n', 'TWO\n'),
      [connected, prose('well'), replaceCall('x', 'four\n', 'x\n'), broken],
    ]);
    session.dispatch({ type: 'side-accepted', side: 'left' });
    const { choices, undo, right } = session.comparison;
    const { hunks } = session.comparison.left;
    await session.followUp(['left'], 'more');
    const { left } = session.comparison;
    assert.deepEqual(left.failure, { kind: 'stream-broken', host: 'h' });
    assert.equal(left.hunks, hunks);
    assert.equal(session.comparison.choices, choices);
    assert.equal(session.comparison.undo, undo);
    assert.equal(session.comparison.right, right);
    assert.deepEqual(linesOf('left'), ['TWO\n']);
    await session.apply();
    assert.equal(documents.applied[0]?.length, 1);
  });

  it('that failed is what is asked again, and the model hears of it for the first time', async () => {
    const { session, linesOf, conversations } = await answered([
      fixing('two\n', 'TWO\n'),
      [{ type: 'failure', failure: { kind: 'refused', explanation: null } }],
      fixing('four\n', 'FOUR\n'),
    ]);
    await session.followUp(['left'], 'And the fourth.');
    assert.equal(session.comparison.left.status, 'failed');
    await session.ask(['left']);
    assert.deepEqual(linesOf('left'), ['TWO\n', 'FOUR\n']);
    assert.deepEqual([session.comparison.left.attempt, session.comparison.left.turn], [1, 3]);
    assert.equal(conversations.left?.messages[2], 'And the fourth.');
    assert.deepEqual(conversations.left?.begunFrom.at(-1), { rounds: 1 });
  });

  it('tells the model of an instruction before that came to nothing', async () => {
    const { session, conversations } = await answered([
      fixing('two\n', 'TWO\n'),
      [{ type: 'failure', failure: { kind: 'refused', explanation: null } }],
      [connected, prose('fine'), finalUsage(1), end],
    ]);
    await session.followUp(['left'], 'Rename it.');
    await session.followUp(['left'], 'And explain.');
    assert.equal(conversations.left?.messages[2], 'Rename it.\n\nAnd explain.');
  });

  it('may bring nothing but prose', async () => {
    const { session, linesOf } = await answered([
      fixing('two\n', 'TWO\n'),
      [connected, prose('It is so.'), finalUsage(1), end],
    ]);
    const { hunks } = session.comparison.left;
    await session.followUp(['left'], 'Why?');
    assert.deepEqual([session.comparison.left.status, session.comparison.left.failure], ['done', null]);
    assert.equal(session.comparison.left.hunks, hunks);
    assert.deepEqual(linesOf('left'), ['TWO\n']);
  });

  it('carries choices over to the hunks that stayed, and the steps that can be undone', async () => {
    const both: Script = [
      connected,
      replaceCall('a', 'two\n', 'TWO\n'),
      replaceCall('b', 'four\n', 'FOUR\n'),
      finalUsage(1),
      end,
    ];
    const { session } = await answered([both, fixing('FOUR\n', 'Four\n')]);
    session.dispatch({ type: 'hunk-accepted', hunkId: 'left-1-1' });
    session.dispatch({ type: 'hunk-accepted', hunkId: 'left-1-2' });
    await session.followUp(['left'], 'more');
    const [kept, changed] = session.comparison.left.hunks;
    assert.ok(kept !== undefined && changed !== undefined);
    assert.equal(session.comparison.choices[kept.id]?.state, 'accepted');
    assert.equal(session.comparison.choices[changed.id], undefined);
    assert.deepEqual(session.comparison.choices['right-1-1'], { state: 'rejected', because: kept.id });
    session.dispatch({ type: 'choice-undone' });
    assert.deepEqual(session.comparison.choices, {});
  });

  it('goes on from what the person made of the candidate, and tells the model so', async () => {
    const { session, linesOf, conversations } = await answered([fixing('two\n', 'TWO\n'), fixing('mine\n', 'MINE\n')]);
    const [hunk] = session.comparison.left.hunks;
    assert.ok(hunk !== undefined);
    session.dispatch({
      type: 'candidate-edited',
      side: 'left',
      hunks: [{ ...hunk, id: 'edited', newLines: ['mine\n'], edited: true }],
    });
    await session.followUp(['left'], 'Louder.');
    assert.match(
      conversations.left?.messages[1] ?? '',
      /I changed some of your edits.*src\/basket\.ts, from line 2:\n\n```\nmine\n```\n\nLouder\.$/s,
    );
    assert.deepEqual(linesOf('left'), ['MINE\n']);
  });

  it('lands on top of what the person writes into the candidate meanwhile, who has the last word', async () => {
    let goOn: () => void = () => undefined;
    const slow: Script = async function* () {
      yield connected;
      yield replaceCall('a', 'four\n', 'FOUR\n');
      yield replaceCall('b', 'TWO\n', 'Two\n');
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      yield finalUsage(1);
      yield end;
    };
    const { session, linesOf } = await answered([fixing('two\n', 'TWO\n'), slow]);
    const asked = session.followUp(['left'], 'more');
    await settled();
    const [hunk] = session.comparison.left.hunks;
    assert.ok(hunk !== undefined);
    const hunks = [{ ...hunk, id: 'edited', newLines: ['mine\n'], edited: true }];
    session.dispatch({ type: 'candidate-edited', side: 'left', hunks });
    session.dispatch({ type: 'hunk-accepted', hunkId: 'edited' });
    goOn();
    await asked;
    assert.deepEqual(linesOf('left'), ['mine\n', 'FOUR\n']);
    const [kept] = session.comparison.left.hunks;
    assert.equal(kept?.edited, true);
    assert.equal(session.comparison.choices[kept?.id ?? '']?.state, 'accepted');
    assert.deepEqual(
      session.comparison.left.mismatches.map(({ text }) => text),
      ['Two\n'],
    );
  });

  it('keeps a loosely placed hunk loose', async () => {
    const { session } = await answered([fixing('two\n', 'TWO\n'), fixing('four\n', 'FOUR\n')]);
    const [hunk] = session.comparison.left.hunks;
    assert.ok(hunk !== undefined);
    session.dispatch({ type: 'candidate-edited', side: 'left', hunks: [{ ...hunk, tier: 'fuzzy' }] });
    await session.followUp(['left'], 'more');
    assert.deepEqual(
      session.comparison.left.hunks.map(({ tier }) => tier),
      ['fuzzy', 'exact'],
    );
  });

  it('asks a side that has no answer anew, with the instruction beside the task', async () => {
    const refused: Script = [{ type: 'failure', failure: { kind: 'refused', explanation: null } }];
    const { session, starts } = await answered([refused], [refused]);
    await session.followUp(['left'], 'Please.');
    const { left, right } = session.comparison;
    assert.deepEqual([left.attempt, left.turn, left.instruction, right.attempt], [2, 1, 'Please.', 1]);
    assert.match(starts.at(-1)?.prompt.user ?? '', /# Further instruction\n\nPlease\./);
    await session.ask(['left']);
    assert.equal(session.comparison.left.instruction, 'Please.');
  });

  it('is not possible once the comparison is decided, nor before it was sent, nor without words', async () => {
    const { session, ledger } = await answered([fixing('two\n', 'TWO\n')]);
    await session.followUp(['left'], '  ');
    session.decline();
    await session.followUp(['left', 'right'], 'more');
    assert.equal(ledger.reservations.length, 2);
    assert.equal(session.comparison.left.turn, 1);
    const draft = new ComparisonSession(
      sampleTask,
      contender('left'),
      contender('right'),
      true,
      servicesWith({}).services,
    );
    await draft.followUp(['left'], 'more');
    assert.equal(draft.comparison.phase, 'draft');
  });
});
