import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import type { ApplyResult } from '../../../src/app/ports.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import { conflictsIn, driftedHunksIn } from '../../../src/core/comparison.ts';
import { rebaseHunks } from '../../../src/core/diff/rebase.ts';
import type { Script } from './fakes.ts';
import { contender, finalUsage, replaceCall, sampleTask, servicesWith } from './fakes.ts';

const path = 'src/basket.ts';
const { text } = sampleTask.file;
const fixing = (...edits: readonly [string, string][]): Script => [
  { type: 'connected', requestId: null },
  ...edits.map(([oldText, newText], index): AnswerPart => replaceCall(`call-${index}`, oldText, newText)),
  finalUsage(1),
  { type: 'end' },
];

async function answered() {
  const around = servicesWith({
    left: [fixing(['two\n', 'TWO\n'], ['five\n', 'FIVE\n'])],
    right: [fixing(['two\n', 'zwei\n'])],
  });
  const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), false, around.services);
  await session.ask(['left', 'right']);
  const type = (now: string | null) => around.watch.change(path, now);
  /** Writes as the real editor does, into the text as it is now. */
  const writeInto = (now: string) => {
    around.documents.answer = (hunks): ApplyResult => ({ kind: 'applied', ...rebaseHunks(text, now, hunks) });
  };
  return { ...around, session, type, writeInto };
}

describe('the person’s own changes beside the hunks', () => {
  it('are watched for as long as there is something to decide', async () => {
    const { session, watch } = await answered();
    assert.deepEqual(watch.watched, [path]);
    session.decline();
    assert.equal(watch.isWatching, false);
    session.dispatch({ type: 'choice-undone' });
    assert.equal(watch.isWatching, true);
    session.dispose();
    assert.equal(watch.isWatching, false);
  });

  it('are shown as hunks that no longer fit, until they are taken back', async () => {
    const { session, type } = await answered();
    type('one\nmine\nthree\nfour\nfive\n');
    assert.deepEqual(driftedHunksIn(session.comparison), ['left-1-1', 'right-1-1']);
    assert.deepEqual(conflictsIn(session.comparison), []);
    type(text);
    assert.deepEqual(session.comparison.drift, {});
    type(null);
    assert.equal(driftedHunksIn(session.comparison).length, 3);
  });

  it('never take an accepted hunk back: what collides is a conflict to resolve', async () => {
    const { session, type } = await answered();
    session.dispatch({ type: 'side-accepted', side: 'left' });
    const { choices } = session.comparison;
    type('one\nmine\nthree\nfour\nfive\n');
    assert.equal(session.comparison.choices, choices);
    const [conflict] = conflictsIn(session.comparison);
    assert.deepEqual(
      [conflict?.hunkIds, conflict?.mine, conflict?.theirs, conflict?.resolution],
      [['left-1-1'], ['mine\n'], ['TWO\n'], null],
    );
  });

  it('are resolved with mine or theirs, for as long as they stay what they were', async () => {
    const { session, type, documents } = await answered();
    session.dispatch({ type: 'side-accepted', side: 'left' });
    type('one\nmine\nthree\nfour\nfive\n');
    session.resolveConflict('left-1-1', 'theirs');
    session.resolveConflict('nonsense', 'theirs');
    assert.deepEqual(session.comparison.resolutions, { 'left-1-1': { take: 'theirs', mine: 'mine\n' } });
    session.resolveConflict('left-1-1', null);
    assert.deepEqual(session.comparison.resolutions, {});
    session.resolveConflict('left-1-1', 'mine');
    await session.apply();
    assert.deepEqual(
      documents.applied[0]?.map(({ id }) => id),
      ['left-1-2'],
    );
  });

  it('make a resolution void when they change again', async () => {
    const { session, type } = await answered();
    session.dispatch({ type: 'side-accepted', side: 'left' });
    type('one\nmine\nthree\nfour\nfive\n');
    session.resolveConflict('left-1-1', 'mine');
    type('one\nmine too\nthree\nfour\nfive\n');
    assert.deepEqual(
      conflictsIn(session.comparison).map(({ resolution }) => resolution),
      [null],
    );
  });
});

describe('applying in part', () => {
  it('keeps what landed accepted and the rest to be resolved, and finds what landed when applied again', async () => {
    const { session, type, writeInto, documents } = await answered();
    session.dispatch({ type: 'side-accepted', side: 'left' });
    const before = 'one\nmine\nthree\nfour\nfive\n';
    type(before);
    writeInto(before);
    await session.apply();
    assert.equal(session.comparison.phase, 'open');
    const partly = session.comparison.outcome;
    assert.ok(partly?.kind === 'partly-applied');
    assert.deepEqual([partly.landed, partly.missed.map(({ id }) => id)], [1, ['left-1-1']]);
    // The person sees what it came to while the change of the document comes in, until they do something else.
    const now = 'one\nmine\nthree\nfour\nFIVE\n';
    type(now);
    assert.equal(session.comparison.outcome, partly);
    assert.equal(session.comparison.choices['left-1-2']?.state, 'accepted');
    assert.equal(conflictsIn(session.comparison).length, 1);
    session.resolveConflict('left-1-1', 'mine');
    assert.equal(session.comparison.outcome, null);
    writeInto(now);
    await session.apply();
    assert.deepEqual(session.comparison.outcome, { kind: 'applied', landed: 0, alreadyThere: 1 });
    assert.deepEqual(
      documents.applied.at(-1)?.map(({ id }) => id),
      ['left-1-2'],
    );
    assert.equal(session.comparison.phase, 'settled');
  });

  it('leaves no step to undo that would only seem to take back what was written', async () => {
    const { session, writeInto } = await answered();
    session.dispatch({ type: 'side-accepted', side: 'left' });
    writeInto('one\nmine\nthree\nfour\nfive\n');
    await session.apply();
    const { comparison } = session;
    session.dispatch({ type: 'choice-undone' });
    assert.equal(session.comparison, comparison);
  });

  it('hands the editor the files, the hunks and how conflicts were resolved', async () => {
    const { session, type, documents } = await answered();
    session.dispatch({ type: 'side-accepted', side: 'left' });
    type('one\nmine\nthree\nfour\nfive\n');
    session.resolveConflict('left-1-1', 'theirs');
    await session.apply();
    const [request] = documents.requests;
    assert.deepEqual(
      [request?.files.map((file) => file.path), request?.hunks.length, request?.resolutions],
      [[path], 2, { 'left-1-1': { take: 'theirs', mine: 'mine\n' } }],
    );
  });

  it('that the person calls off leaves everything as it was', async () => {
    const { session, documents } = await answered();
    session.dispatch({ type: 'side-accepted', side: 'left' });
    const { choices } = session.comparison;
    documents.answer = () => null;
    await session.apply();
    assert.deepEqual(
      [session.comparison.phase, session.comparison.outcome, session.comparison.choices],
      ['open', null, choices],
    );
  });

  it('settles also when the person took their own lines for everything', async () => {
    const { session, type, documents } = await answered();
    session.dispatch({ type: 'hunk-accepted', hunkId: 'left-1-1' });
    type('one\nmine\nthree\nfour\nfive\n');
    session.resolveConflict('left-1-1', 'mine');
    await session.apply();
    assert.deepEqual(documents.applied, [[]]);
    assert.equal(session.comparison.phase, 'settled');
  });
});

describe('undoing a choice', () => {
  it('leaves every other hunk where it is', async () => {
    const { session } = await answered();
    const { hunks } = session.comparison.left;
    session.dispatch({ type: 'hunk-accepted', hunkId: 'left-1-1' });
    session.dispatch({ type: 'hunk-accepted', hunkId: 'left-1-2' });
    session.dispatch({ type: 'hunk-reopened', hunkId: 'left-1-1' });
    assert.equal(session.comparison.left.hunks, hunks);
    assert.equal(session.comparison.choices['left-1-2']?.state, 'accepted');
  });
});
