import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import { readSavedComparison } from '../../../src/app/savedComparison.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { Task } from '../../../src/core/task.ts';
import type { MemoryStore, Script } from './fakes.ts';
import { contender, finalUsage, replaceCall, sampleTask, servicesWith, silence } from './fakes.ts';
import { settled } from './heldClock.ts';

const connected: AnswerPart = { type: 'connected', requestId: null };
const end: AnswerPart = { type: 'end' };
const fixing = (oldText: string, newText: string): Script => [
  connected,
  { type: 'prose', text: 'because' },
  replaceCall('call', oldText, newText),
  finalUsage(1),
  end,
];
const endless: Script = async function* (_reply, signal) {
  yield connected;
  yield { type: 'prose', text: 'half' };
  yield* silence(signal);
};

function open(left: readonly Script[], right: readonly Script[] = [fixing('two\n', 'RIGHT\n')]) {
  const around = servicesWith({ left, right });
  const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), false, around.services);
  return { ...around, session };
}

async function reopened(store: MemoryStore, left: readonly Script[] = []) {
  const [saved] = await store.list();
  assert.ok(saved !== undefined);
  const around = servicesWith({ left });
  return { ...around, session: ComparisonSession.restored(saved, around.services) };
}

const uiTask: Task = {
  ...sampleTask,
  kind: 'ui',
  ui: { framework: 'react', typescript: true, tailwind: false, place: 'file' },
};

describe('a comparison that is kept', () => {
  it('comes back with answers, choices, what can be undone and the instruction as they were', async () => {
    const { session, store } = open([fixing('two\n', 'TWO\n'), fixing('four\n', 'FOUR\n')]);
    await session.ask(['left', 'right']);
    await session.followUp(['left'], 'And the fourth.');
    session.dispatch({ type: 'side-accepted', side: 'left' });
    session.dispatch({ type: 'hunk-rejected', hunkId: session.comparison.left.hunks[1]?.id ?? '' });
    session.suspend();
    const { session: again } = await reopened(store);
    assert.deepEqual(again.comparison, session.comparison);
    again.dispatch({ type: 'choice-undone' });
    assert.equal(again.comparison.undo.length, session.comparison.undo.length - 1);
  });

  it('shows what was under way as interrupted, with the most that it can have cost', async () => {
    const { session, store, ledger } = open([endless]);
    const asked = session.ask(['left', 'right']);
    await settled();
    session.suspend();
    await asked;
    assert.equal(session.comparison.left.status, 'writing');
    const { session: again } = await reopened(store);
    const { left, right } = again.comparison;
    assert.deepEqual([left.status, left.failure, left.prose], ['failed', { kind: 'interrupted' }, 'half']);
    const upperBound = ledger.reservations.find(({ side }) => side === 'left')?.upperBound;
    assert.ok(upperBound !== undefined && upperBound !== null);
    assert.deepEqual(left.cost, { kind: 'unknown', upperBound });
    assert.equal(right.status, 'done');
    assert.equal(again.isUnderWay, false);
  });

  it('comes back with the file that the person chose for what is made, and writes it there', async () => {
    const { services, store } = servicesWith({ left: [fixing('two\n', 'TWO\n')], right: [endless] });
    const session = new ComparisonSession(uiTask, contender('left'), contender('right'), false, services);
    await session.ask(['left']);
    const target = { ...uiTask.file, path: 'src/other.tsx', uri: 'file:///shop/src/other.tsx', version: 0, text: '' };
    session.dispatch({ type: 'target-chosen', target });
    session.dispatch({ type: 'side-accepted', side: 'left' });
    session.suspend();
    const { session: again, documents, ledger } = await reopened(store);
    assert.deepEqual(again.comparison.target, target);
    await again.apply();
    const [request] = documents.requests;
    assert.equal(request?.own.path, 'src/other.tsx');
    assert.deepEqual(
      request?.hunks.map(({ path, change, newLines }) => [path, change, newLines.join('')]),
      [['src/other.tsx', 'create', 'one\nTWO\nthree\nfour\nfive\n']],
    );
    assert.deepEqual(again.comparison.outcome, { kind: 'applied', landed: 1, alreadyThere: 0 });
    assert.deepEqual(
      ledger.accepted.map(({ side, hunks }) => [side, hunks]),
      [['left', 1]],
    );
  });

  it('goes on with a follow-up after a restart, on the text that was asked about', async () => {
    const { session, store } = open([fixing('two\n', 'TWO\n')]);
    await session.ask(['left', 'right']);
    session.suspend();
    const { session: again, conversations } = await reopened(store, [fixing('TWO\n', 'Two\n')]);
    await again.followUp(['left'], 'Not so loud.');
    assert.deepEqual(conversations.left?.begunFrom, [{ rounds: 1 }]);
    assert.deepEqual(
      again.comparison.left.hunks.map(({ baseStart, newLines }) => [baseStart, newLines]),
      [[1, ['Two\n']]],
    );
    assert.deepEqual([again.comparison.left.turn, again.comparison.left.earlier.length], [2, 1]);
  });

  it('keeps the earlier answer when a follow-up was interrupted', async () => {
    const { session, store } = open([fixing('two\n', 'TWO\n'), endless]);
    await session.ask(['left', 'right']);
    const asked = session.followUp(['left'], 'more');
    await settled();
    session.suspend();
    await asked;
    const { session: again } = await reopened(store);
    again.dispatch({ type: 'side-accepted', side: 'left' });
    assert.equal(again.comparison.choices['left-1-1']?.state, 'accepted');
    assert.deepEqual(again.comparison.left.failure, { kind: 'interrupted' });
  });

  it('is not kept before anything was asked, nor once it is decided and its panel closed', async () => {
    const draft = open([]);
    draft.session.dispatch({ type: 'sending-held' });
    draft.session.dispose();
    assert.equal(draft.store.kept.size, 0);
    const { session, store } = open([fixing('two\n', 'TWO\n')]);
    await session.ask(['left', 'right']);
    session.decline();
    assert.equal(store.kept.size, 1);
    session.dispose();
    assert.equal(store.kept.size, 0);
  });

  it('stays when its panel is closed undecided, with what was cancelled by that', async () => {
    const { session, store } = open([endless]);
    const asked = session.ask(['left', 'right']);
    await settled();
    session.dispose();
    await asked;
    const { session: again } = await reopened(store);
    assert.equal(again.comparison.phase, 'open');
    assert.equal(again.comparison.left.status, 'cancelled');
    assert.equal(again.comparison.left.cost.kind, 'unknown');
  });

  it('is refused as a whole when any of it is damaged', async () => {
    const { session } = open([fixing('two\n', 'TWO\n'), fixing('four\n', 'FOUR\n')]);
    await session.ask(['left', 'right']);
    await session.followUp(['left'], 'more');
    session.dispatch({ type: 'side-accepted', side: 'left' });
    const text = JSON.stringify(session.saved());
    assert.deepEqual(readSavedComparison(JSON.parse(text)), JSON.parse(text));
    const damages: readonly [string, string][] = [
      ['"phase":"open"', '"phase":"opened"'],
      ['"baseStart":1', '"baseStart":-1'],
      ['"newLines":["TWO\\n"]', '"newLines":"TWO\\n"'],
      ['"tier":"exact"', '"tier":"certain"'],
      ['"usesTools":true,', ''],
      ['"undo":[', '"undone":['],
      ['"standing":true', '"standing":"yes"'],
      ['"failure":null', '"failure":{"kind":"strange"}'],
      ['"path":"src/basket.ts","change"', '"path":"src/other.ts","change"'],
      ['"prices":{"kind":"list","date":"2026-09-23"}', '"prices":{"kind":"list"}'],
      ['"prices":{"kind":"list","date":"2026-09-23"}', '"prices":"own"'],
    ];
    for (const [whole, broken] of damages) {
      assert.ok(text.includes(whole), whole);
      assert.equal(readSavedComparison(JSON.parse(text.replace(whole, broken))), null, broken);
    }
    const withTarget = { ...session.saved(), comparison: { ...session.saved().comparison, task: uiTask } };
    assert.deepEqual(readSavedComparison(structuredClone(withTarget)), withTarget);
    const otherPlace = JSON.stringify(withTarget).replace('"place":"file"', '"place":"nowhere"');
    assert.equal(readSavedComparison(JSON.parse(otherPlace)), null);
    for (const nothing of [null, [], 'text', {}]) assert.equal(readSavedComparison(nothing), null);
    // What was kept before prices were is still of use.
    const older: unknown = JSON.parse(text.replaceAll('"prices":{"kind":"list","date":"2026-09-23"},', ''));
    assert.deepEqual(readSavedComparison(older), older);
    assert.doesNotMatch(JSON.stringify(older), /"prices"/);
  });
});
