import assert from 'node:assert/strict';
import type { Comparison } from '../../../src/core/comparison.ts';
import { baseFiles, includedPieces, newComparison, transition } from '../../../src/core/comparison.ts';
import type { ComparisonEvent } from '../../../src/core/comparisonEvent.ts';
import type { Hunk } from '../../../src/core/diff/hunk.ts';
import type { Side } from '../../../src/core/side.ts';
import { contender, sampleHunk, sampleTask } from '../app/fakes.ts';

const hunk = sampleHunk;

function play(events: readonly ComparisonEvent[], from: Comparison = draft()): Comparison {
  return events.reduce(transition, from);
}

function draft(): Comparison {
  const piece = { id: 'p', kind: 'diagnostic', title: 'Error', path: 'a', languageId: '', line: 1, text: 'x' } as const;
  return newComparison('c', 'draft', sampleTask, [piece], contender('left'), contender('right'));
}

const ask = (side: Side): ComparisonEvent => ({ type: 'side-asked', side, contender: contender(side) });
const answer = (
  side: Side,
  event: Extract<ComparisonEvent, { type: 'answer' }>['event'],
  attempt = 1,
): ComparisonEvent => ({
  type: 'answer',
  side,
  attempt,
  event,
});
const done = (side: Side, ...hunks: readonly Hunk[]): readonly ComparisonEvent[] => [
  ask(side),
  answer(side, { type: 'started', at: 1 }),
  answer(side, { type: 'edits-changed', hunks, mismatches: [] }),
  answer(side, { type: 'ended', status: 'done', failure: null, at: 9 }),
];

const settledOnBoth = () =>
  play([...done('left', hunk('l1', 1, 'A\n'), hunk('l2', 3, 'B\n')), ...done('right', hunk('r1', 1, 'Z\n'))]);

describe('a comparison', () => {
  it('takes pieces out and puts them back while it is a draft, and never afterwards', () => {
    const without = play([{ type: 'piece-toggled', pieceId: 'p', included: false }]);
    assert.deepEqual(includedPieces(without), []);
    assert.equal(includedPieces(play([{ type: 'piece-toggled', pieceId: 'p', included: true }], without)).length, 1);
    const sent = play([ask('left')], without);
    assert.equal(transition(sent, { type: 'piece-toggled', pieceId: 'p', included: true }), sent);
  });

  it('takes context while it prepares, and waits for the person when sending is held', () => {
    const preparing = newComparison('c', 'preparing', sampleTask, [], contender('left'), contender('right'));
    const pieces = draft().pieces;
    const gathered = play([{ type: 'pieces-gathered', task: sampleTask, pieces }], preparing);
    assert.equal(gathered.pieces, pieces);
    assert.equal(play([{ type: 'sending-held' }], gathered).phase, 'draft');
    const sent = play([ask('left')], gathered);
    assert.equal(play([{ type: 'sending-held' }], sent), sent);
  });

  it('moves an answer from connecting through thinking and writing to done', () => {
    const seen: string[] = [];
    let state = play([ask('left')]);
    for (const event of [
      answer('left', { type: 'started', at: 5 }),
      answer('left', { type: 'part', part: { type: 'thinking', text: 'hm' }, at: 7 }),
      answer('left', { type: 'part', part: { type: 'prose', text: 'so' }, at: 8 }),
      answer('left', { type: 'ended', status: 'done', failure: null, at: 9 }),
    ]) {
      state = transition(state, event);
      seen.push(state.left.status);
    }
    assert.deepEqual(seen, ['connecting', 'thinking', 'writing', 'done']);
    assert.deepEqual([state.left.startedAt, state.left.firstTokenAt, state.left.endedAt], [5, 7, 9]);
    assert.deepEqual([state.left.thinking, state.left.prose], ['hm', 'so']);
    assert.equal(state.right.status, 'waiting');
  });

  it('drops what arrives for an earlier asking', () => {
    const again = play([...done('left'), ask('left')]);
    assert.equal(again.left.attempt, 2);
    assert.equal(transition(again, answer('left', { type: 'started', at: 1 }, 1)), again);
  });

  it('does not let hunks be accepted before their answer ended properly', () => {
    const streaming = play(done('left', hunk('l1', 1, 'A\n')).slice(0, 3));
    assert.equal(transition(streaming, { type: 'hunk-accepted', hunkId: 'l1' }), streaming);
    for (const status of ['failed', 'cancelled'] as const) {
      const cut = play([answer('left', { type: 'ended', status, failure: null, at: 9 })], streaming);
      assert.equal(transition(cut, { type: 'hunk-accepted', hunkId: 'l1' }), cut);
      assert.equal(transition(cut, { type: 'side-accepted', side: 'left' }), cut);
    }
  });

  it('rejects what an accepted hunk collides with, and says because of which', () => {
    const state = play(
      [
        { type: 'hunk-accepted', hunkId: 'r1' },
        { type: 'hunk-accepted', hunkId: 'l1' },
      ],
      settledOnBoth(),
    );
    assert.equal(state.choices['l1']?.state, 'accepted');
    assert.deepEqual(state.choices['r1'], { state: 'rejected', because: 'l1' });
    assert.equal(state.choices['l2'], undefined);
  });

  it('accepts a side whole', () => {
    const state = play([{ type: 'side-accepted', side: 'left' }], settledOnBoth());
    assert.deepEqual(
      ['l1', 'l2', 'r1'].map((id) => state.choices[id]?.state),
      ['accepted', 'accepted', 'rejected'],
    );
  });

  it('undoes choices one by one', () => {
    const state = settledOnBoth();
    const chosen = play(
      [
        { type: 'hunk-accepted', hunkId: 'l1' },
        { type: 'hunk-rejected', hunkId: 'l2' },
      ],
      state,
    );
    const once = transition(chosen, { type: 'choice-undone' });
    assert.equal(once.choices['l2'], undefined);
    assert.equal(once.choices['l1']?.state, 'accepted');
    assert.deepEqual(play([{ type: 'choice-undone' }, { type: 'choice-undone' }], once).choices, {});
  });

  it('forgets the choices on an answer that is asked for again, and those because of them', () => {
    const state = play([{ type: 'hunk-accepted', hunkId: 'l1' }, ask('left')], settledOnBoth());
    assert.deepEqual(state.choices, {});
    assert.deepEqual(state.left.hunks, []);
    assert.equal(state.right.hunks.length, 1);
  });

  it('stays open when nothing could be written, and is settled by anything else', () => {
    const failure = { kind: 'edit-rejected', path: 'a' } as const;
    const state = play(
      [{ type: 'apply-started' }, { type: 'decided', outcome: { kind: 'not-applied', failure } }],
      settledOnBoth(),
    );
    assert.equal(state.phase, 'open');
    const declined = play([{ type: 'decided', outcome: { kind: 'declined' } }], state);
    assert.equal(declined.phase, 'settled');
    assert.equal(transition(declined, { type: 'hunk-accepted', hunkId: 'l1' }), declined);
    assert.equal(transition(declined, ask('left')), declined);
    const back = transition(declined, { type: 'choice-undone' });
    assert.deepEqual([back.phase, back.outcome], ['open', null]);
    assert.equal(back.choices, declined.choices);
  });

  it('still settles the account of an answer that has ended', () => {
    const spend = {
      usage: { ...settledOnBoth().left.usage, output: 5 },
      usageIsFinal: true,
      cost: { kind: 'exact', nanoDollars: 7 },
      prices: { kind: 'own' },
    } as const;
    const state = play([answer('left', { type: 'spent', spend })], settledOnBoth());
    assert.equal(state.left.usage.output, 5);
    assert.equal(state.left.status, 'done');
  });

  it('means what was accepted on one side for the other only once that can be decided on', () => {
    const streaming = done('right', hunk('r1', 1, 'Z\n')).slice(0, 3);
    const chosen = play([...done('left', hunk('l1', 1, 'A\n')), ...streaming, { type: 'hunk-accepted', hunkId: 'l1' }]);
    const renumbered = play(
      [
        answer('right', {
          type: 'edits-changed',
          hunks: [hunk('r1', 4, 'new\n'), hunk('r2', 1, 'Z\n')],
          mismatches: [],
        }),
      ],
      chosen,
    );
    assert.deepEqual(Object.keys(renumbered.choices), ['l1']);
    const ended = play([answer('right', { type: 'ended', status: 'done', failure: null, at: 9 })], renumbered);
    assert.deepEqual(ended.choices['r2'], { state: 'rejected', because: 'l1' });
    assert.equal(ended.choices['r1'], undefined);
  });

  it('takes over what the person wrote into a candidate, with the choices on what stayed', () => {
    const accepted = play([{ type: 'side-accepted', side: 'left' }], settledOnBoth());
    const hunks = [hunk('l1', 1, 'A\n'), hunk('e1', 3, 'mine\n', { edited: true })];
    const edited = play([{ type: 'candidate-edited', side: 'left', hunks }], accepted);
    assert.deepEqual(Object.keys(edited.choices).toSorted(), ['l1', 'r1']);
    assert.equal(edited.left.hunks, hunks);
    const streaming = play(done('left', hunk('l1', 1, 'A\n')).slice(0, 3));
    assert.equal(transition(streaming, { type: 'candidate-edited', side: 'left', hunks }), streaming);
  });

  it('begins a follow-up only on an answer that stands, in a comparison that is open', () => {
    const followUp: ComparisonEvent = { type: 'follow-up-asked', side: 'left', instruction: 'more' };
    const streaming = play(done('left').slice(0, 2));
    assert.equal(transition(streaming, followUp), streaming);
    const begun = play([followUp], settledOnBoth());
    assert.deepEqual([begun.left.turn, begun.left.status, begun.left.standing], [2, 'waiting', true]);
    assert.equal(transition(begun, followUp), begun);
    const settled = play([{ type: 'decided', outcome: { kind: 'declined' } }], settledOnBoth());
    assert.equal(transition(settled, followUp), settled);
  });

  it('keeps the first text of a file that was read, whoever reads it again', () => {
    const file = { ...sampleTask.file, path: 'src/money.ts' };
    const read = play([{ type: 'file-read', file }]);
    assert.deepEqual(baseFiles(read), [sampleTask.file, file]);
    assert.equal(transition(read, { type: 'file-read', file: { ...file, text: 'later' } }), read);
    assert.equal(transition(read, { type: 'file-read', file: sampleTask.file }), read);
  });

  it('knows nothing of changes of files that no hunk can be against', () => {
    const state = settledOnBoth();
    assert.equal(transition(state, { type: 'document-drifted', path: 'other.ts', text: 'x' }), state);
    assert.equal(
      transition(state, { type: 'document-drifted', path: 'src/basket.ts', text: sampleTask.file.text }),
      state,
    );
  });

  it('opens again when writing is called off, and stays open when it worked in part', () => {
    const applying = play([{ type: 'apply-started' }], settledOnBoth());
    assert.equal(play([{ type: 'apply-called-off' }], applying).phase, 'open');
    const outcome = { kind: 'partly-applied', landed: 1, missed: [hunk('l2', 3, 'B\n')] } as const;
    const partly = play([{ type: 'decided', outcome }], applying);
    assert.deepEqual([partly.phase, partly.outcome], ['open', outcome]);
    assert.equal(play([{ type: 'hunk-rejected', hunkId: 'l2' }], partly).outcome, null);
  });
});
