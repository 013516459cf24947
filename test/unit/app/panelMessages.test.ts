import assert from 'node:assert/strict';
import { messagesBetween } from '../../../src/app/panelMessages.ts';
import type { PanelSentences } from '../../../src/app/panelState.ts';
import type { Comparison } from '../../../src/core/comparison.ts';
import { newComparison, transition } from '../../../src/core/comparison.ts';
import type { ComparisonEvent } from '../../../src/core/comparisonEvent.ts';
import { contender, sampleHunk, sampleTask } from './fakes.ts';

const sentences: PanelSentences = {
  describeFailure: (failure) => ({ tone: 'error', sentence: failure.kind, actions: [] }),
  describeOutcome: ({ outcome }) =>
    outcome === null ? null : { tone: 'success', sentence: outcome.kind, actions: [] },
};
const request = () => {
  throw new Error('not asked for');
};
const play = (from: Comparison, ...events: readonly ComparisonEvent[]) => events.reduce(transition, from);
const part = (text: string, attempt = 1): ComparisonEvent => ({
  type: 'answer',
  side: 'left',
  attempt,
  event: { type: 'part', part: { type: 'prose', text }, at: 5 },
});
const asked = play(
  newComparison('c', 'draft', sampleTask, [], contender('left'), contender('right')),
  { type: 'side-asked', side: 'left', contender: contender('left') },
  { type: 'side-asked', side: 'right', contender: contender('right') },
);

const ended = (status: 'done' | 'cancelled'): ComparisonEvent => ({
  type: 'answer',
  side: 'left',
  attempt: 1,
  event: { type: 'ended', status, failure: null, at: 9 },
});

describe('messages between two states', () => {
  it('are none for the same state', () => {
    assert.deepEqual(messagesBetween(asked, asked, sentences, request), []);
  });

  it('carry only what was appended, however many deltas came', () => {
    const first = play(asked, part('Hello'));
    const later = play(first, part(', '), part('world'));
    const messages = messagesBetween(first, later, sentences, request);
    assert.deepEqual(messages, [
      {
        type: 'answer-grew',
        comparisonId: 'c',
        payload: { side: 'left', attempt: 1, prose: { at: 5, text: ', world' }, thinking: null },
      },
    ]);
  });

  it('carry a side without its text when anything else of it changed', () => {
    const messages = messagesBetween(asked, play(asked, part('Hello')), sentences, request);
    assert.deepEqual(
      messages?.map((message) => message.type),
      ['answer-grew', 'side-changed'],
    );
  });

  it('carry of a side only what changed', () => {
    const growing: ComparisonEvent = {
      type: 'answer',
      side: 'left',
      attempt: 1,
      event: { type: 'part', part: { type: 'call-growing', callId: 'edit', path: 'a.ts', lines: 3 }, at: 6 },
    };
    const first = play(asked, part('Hello'));
    const messages = messagesBetween(first, play(first, growing), sentences, request) ?? [];
    assert.deepEqual(
      messages.map(({ type, payload }) => [type, payload]),
      [['side-changed', { side: 'left', attempt: 1, change: { growing: { path: 'a.ts', lines: 3 } } }]],
    );
  });

  it('carry choices, phase and notice together', () => {
    const messages = messagesBetween(
      asked,
      play(asked, { type: 'decided', outcome: { kind: 'declined' } }),
      sentences,
      request,
    );
    assert.deepEqual(
      messages?.map(({ type, payload }) => [type, payload]),
      [
        [
          'choices-changed',
          { choices: {}, phase: 'settled', notice: { tone: 'success', sentence: 'declined', actions: [] } },
        ],
      ],
    );
  });

  it('are not enough when a side was asked again', () => {
    const failed = play(asked, {
      type: 'answer',
      side: 'left',
      attempt: 1,
      event: { type: 'ended', status: 'cancelled', failure: null, at: 9 },
    });
    const again = play(failed, { type: 'side-asked', side: 'left', contender: contender('left') });
    assert.equal(messagesBetween(failed, again, sentences, request), null);
  });

  it('are not enough for a new turn, nor when a file was read that hunks can be against', () => {
    const done = play(asked, ended('done'));
    const turn = play(done, { type: 'follow-up-asked', side: 'left', instruction: 'more' });
    assert.equal(messagesBetween(done, turn, sentences, request), null);
    const read = play(asked, { type: 'file-read', file: { ...sampleTask.file, path: 'src/money.ts' } });
    assert.equal(messagesBetween(asked, read, sentences, request), null);
  });

  it('tell how hunks stand to the person’s own changes only where there are any', () => {
    const hunks: ComparisonEvent = {
      type: 'answer',
      side: 'left',
      attempt: 1,
      event: { type: 'edits-changed', hunks: [sampleHunk('l1', 1, 'TWO\n')], mismatches: [] },
    };
    const done = play(asked, hunks, ended('done'));
    const accepted = play(done, { type: 'hunk-accepted', hunkId: 'l1' });
    const typesBetween = (from: Comparison, to: Comparison) =>
      messagesBetween(from, to, sentences, request)?.map(({ type }) => type);
    assert.deepEqual(typesBetween(done, accepted), ['choices-changed']);
    const text = 'one\nmine\nthree\nfour\nfive\n';
    const drifted = play(accepted, { type: 'document-drifted', path: 'src/basket.ts', text });
    const [message] = messagesBetween(accepted, drifted, sentences, request) ?? [];
    assert.ok(message?.type === 'drift-changed');
    assert.deepEqual(message.payload.driftedHunks, ['l1']);
    assert.deepEqual(
      message.payload.conflicts.map(({ hunkId, side, line, mine, theirs, resolution }) => [
        hunkId,
        side,
        line,
        mine,
        theirs,
        resolution,
      ]),
      [['l1', 'left', 2, ['mine\n'], ['TWO\n'], null]],
    );
    const open = play(drifted, { type: 'hunk-reopened', hunkId: 'l1' });
    assert.deepEqual(typesBetween(drifted, open), ['choices-changed', 'drift-changed']);
    assert.deepEqual(typesBetween(drifted, play(drifted, part('more', 1))), []);
  });
});
