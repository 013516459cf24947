import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { FileEdit } from '../../../src/core/edits/toolCall.ts';
import type { Task } from '../../../src/core/task.ts';
import type { Script } from './fakes.ts';
import { contender, finalUsage, replaceCall, sampleTask, servicesWith, silence } from './fakes.ts';
import { settled } from './heldClock.ts';

const connected: AnswerPart = { type: 'connected', requestId: null };
const end: AnswerPart = { type: 'end' };
const prose = (text: string): AnswerPart => ({ type: 'prose', text });
const path = 'src/basket.ts';
const replace = (oldText: string, newText: string): FileEdit => ({ kind: 'replace', path, oldText, newText });
const block = (oldText: string, newText: string) =>
  `${path}\n\`\`\`\n<<<<<<< SEARCH\n${oldText}=======\n${newText}>>>>>>> REPLACE\n\`\`\`\n`;

function begin(left: readonly Script[], task: Task = sampleTask) {
  const around = servicesWith({ left });
  const session = new ComparisonSession(task, contender('left'), contender('right'), false, around.services);
  const linesOf = () => session.comparison.left.hunks.map((hunk) => hunk.newLines.join(''));
  return { ...around, session, linesOf };
}

describe('the rounds of an answer', () => {
  it('land the good edits of a batch, and tell the model of the others only', async () => {
    const batch: AnswerPart = {
      type: 'call',
      call: {
        callId: 'patch',
        request: {
          kind: 'batch',
          edits: [replace('two\n', 'TWO\n'), replace('nowhere\n', 'x\n'), replace('four\n', 'FOUR\n')],
          problems: [{ path: 'other.ts', reason: 'No such section.', text: '*** What' }],
        },
      },
    };
    const { session, linesOf, conversations } = begin([
      [connected, batch, finalUsage(1), end],
      [connected, prose('So be it.'), finalUsage(1), end],
    ]);
    await session.ask(['left']);
    assert.deepEqual(linesOf(), ['TWO\n', 'FOUR\n']);
    const [result] = conversations.left?.told[1] ?? [];
    assert.equal(result?.succeeded, false);
    assert.match(result?.text ?? '', /The edit of src\/basket\.ts was made\..*No such section\./s);
    assert.equal(session.comparison.left.status, 'done');
    assert.deepEqual(session.comparison.left.failure, { kind: 'edit-mismatch', count: 2 });
    assert.deepEqual(
      session.comparison.left.mismatches.map(({ text }) => text),
      ['x\n', '*** What'],
    );
  });

  it('show hunks of a call while it is written, at most ten times a second, and drop them when it never comes', async () => {
    const growing = (edits: readonly FileEdit[]): AnswerPart => ({ type: 'call-previewed', callId: 'a', edits });
    let shown = 0;
    const { session, linesOf, clock } = begin([
      async function* (_reply, signal) {
        yield connected;
        yield growing([replace('one\n', 'ONE\n')]);
        for (let count = 0; count < 200; count += 1) yield growing([replace('one\n', `ONE ${count}\n`)]);
        yield* silence(signal);
      },
    ]);
    session.onDidChange((now, before) => {
      if (now.left.hunks !== before.left.hunks && now.left.hunks.length > 0) shown += 1;
    });
    const asked = session.ask(['left']);
    await settled();
    assert.deepEqual(linesOf(), ['ONE\n']);
    await clock.advance(100);
    assert.deepEqual(linesOf(), ['ONE 199\n']);
    assert.equal(shown, 2);
    session.dispatch({ type: 'hunk-accepted', hunkId: 'left-1-1' });
    assert.deepEqual(session.comparison.choices, {});
    session.cancel('left');
    await asked;
    assert.deepEqual(linesOf(), []);
    assert.equal(clock.pending, 0);
  });

  it('drop what a broken round showed, and keep what the rounds before made', async () => {
    const { session, linesOf } = begin([
      [connected, replaceCall('a', 'two\n', 'TWO\n'), replaceCall('b', 'nowhere\n', 'x\n'), finalUsage(1), end],
      [
        connected,
        { type: 'call-previewed', callId: 'c', edits: [replace('four\n', 'FOUR\n')] },
        prose(block('five\n', 'FIVE\n')),
        { type: 'failure', failure: { kind: 'stream-broken', host: 'h' } },
      ],
    ]);
    await session.ask(['left']);
    assert.deepEqual(linesOf(), ['TWO\n']);
    assert.equal(session.comparison.left.status, 'done');
  });

  it('take edits out of the text where no tool was used, and tell of those that fail as a message', async () => {
    const { session, linesOf, conversations } = begin([
      [
        connected,
        prose(`Like this:\n\n${block('two\n', 'TWO\n')}\n`),
        prose(block('nowhere\n', 'x\n')),
        finalUsage(1),
        end,
      ],
      [connected, prose(block('four\n', 'FOUR\n')), finalUsage(1), end],
    ]);
    await session.ask(['left']);
    assert.deepEqual(conversations.left?.told[1], []);
    assert.match(conversations.left?.messages[1] ?? '', /did not land.*src\/basket\.ts:/s);
    assert.deepEqual(linesOf(), ['TWO\n', 'FOUR\n']);
    assert.deepEqual([session.comparison.left.status, session.comparison.left.failure], ['done', null]);
  });

  it('show edits in the text while it streams', async () => {
    const { session, linesOf } = begin([
      async function* (_reply, signal) {
        yield connected;
        yield prose(block('two\n', 'TWO\n'));
        yield* silence(signal);
      },
    ]);
    const asked = session.ask(['left']);
    await settled();
    assert.deepEqual(linesOf(), ['TWO\n']);
    session.cancel(null);
    await asked;
  });

  it('go on as one where the provider paused, in the midst of an edit', async () => {
    const whole = block('two\n', 'TWO\n');
    const { session, linesOf } = begin([
      [connected, prose(whole.slice(0, 40)), finalUsage(1), { type: 'paused' }],
      [connected, prose(whole.slice(40)), finalUsage(1), end],
    ]);
    await session.ask(['left']);
    assert.deepEqual(linesOf(), ['TWO\n']);
    assert.equal(session.comparison.left.prose, whole);
    assert.equal(session.comparison.left.requests, 2);
  });

  it('leave text alone where a tool was used', async () => {
    const { session, linesOf } = begin([
      [connected, prose(block('four\n', 'x\n')), replaceCall('a', 'two\n', 'TWO\n'), finalUsage(1), end],
    ]);
    await session.ask(['left']);
    assert.deepEqual(linesOf(), ['TWO\n']);
  });

  it('take the only block of code for the selection, to be accepted by itself', async () => {
    const only: Script = [connected, prose('Mended:\n\n```ts\nTWO\n```\n'), finalUsage(1), end];
    const { session, linesOf } = begin([only]);
    await session.ask(['left']);
    assert.deepEqual(linesOf(), ['TWO\n']);
    assert.deepEqual(
      session.comparison.left.hunks.map(({ tier, baseStart }) => [tier, baseStart]),
      [['fuzzy', 1]],
    );
    assert.equal(session.comparison.left.failure, null);
    session.dispatch({ type: 'side-accepted', side: 'left' });
    assert.deepEqual(session.comparison.choices, {});
  });

  it('never take a block of code for the selection of a question, nor without a selection, nor one of several', async () => {
    const only: Script = [connected, prose('```ts\nTWO\n```\n'), finalUsage(1), end];
    const two: Script = [connected, prose('```ts\nTWO\n```\nor\n```ts\n2\n```\n'), finalUsage(1), end];
    for (const [script, task] of [
      [only, { ...sampleTask, kind: 'ask' }],
      [only, { ...sampleTask, selection: null }],
      [two, sampleTask],
    ] satisfies [Script, Task][]) {
      const { session, linesOf } = begin([script], task);
      await session.ask(['left']);
      assert.deepEqual(linesOf(), []);
    }
  });

  it('keep the line endings of the file when a block takes the place of a selection in the middle of lines', async () => {
    const text = 'one\r\n  two\r\nthree';
    const task = { ...sampleTask, file: { ...sampleTask.file, text }, selection: { start: 7, end: 10 } };
    const { session, linesOf } = begin([[connected, prose('```\n  TWO\n```'), finalUsage(1), end]], task);
    await session.ask(['left']);
    assert.deepEqual(linesOf(), ['  TWO\r\n']);
  });
});
