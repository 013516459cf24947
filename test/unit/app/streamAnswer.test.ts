import assert from 'node:assert/strict';
import type { TurnMemory } from '../../../src/app/followUp.ts';
import { FrozenFiles } from '../../../src/app/frozenFiles.ts';
import { ModelReading } from '../../../src/app/modelReading.ts';
import { streamAnswer } from '../../../src/app/streamAnswer.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { AnswerEvent } from '../../../src/core/answerEvents.ts';
import type { SourceFile, Task } from '../../../src/core/task.ts';
import { filesOf } from '../../../src/core/task.ts';
import { optionalParameters } from '../../../src/models/openai/parameters.ts';
import type { Script } from './fakes.ts';
import { contender, finalUsage, replaceCall, sampleTask, servicesWith, silence } from './fakes.ts';
import { settled } from './heldClock.ts';

const prose = (text: string): AnswerPart => ({ type: 'prose', text });
const connected: AnswerPart = { type: 'connected', requestId: 'req' };
const end: AnswerPart = { type: 'end' };
const overloaded: AnswerPart = { type: 'failure', failure: { kind: 'overloaded', provider: 'openai' } };

function begin(
  scripts: readonly Script[],
  changes: { kind?: 'fix' | 'ask'; task?: Task; readingRounds?: number } = {},
) {
  const around = servicesWith({ left: scripts });
  const events: AnswerEvent[] = [];
  const memories: TurnMemory[] = [];
  const controller = new AbortController();
  const task = changes.task ?? { ...sampleTask, kind: changes.kind ?? 'fix' };
  const readFiles: SourceFile[] = [];
  const files = new FrozenFiles(around.workspace, {
    files: () => [...filesOf(task), ...readFiles],
    withheld: () => [],
    freeze: (file) => readFiles.push(file),
    near: () => task.file,
  });
  const finished = streamAnswer(
    {
      comparisonId: 'comparison',
      task,
      files: filesOf(task),
      side: 'left',
      attempt: 1,
      start,
      followUp: null,
      reading: new ModelReading(changes.readingRounds ?? 0, files, around.workspace, task.file),
      isOverBudgetAllowed: false,
    },
    around.services,
    controller.signal,
    { event: (event) => events.push(event), remember: (memory) => memories.push(memory), owed: () => undefined },
  );
  const ending = () => events.find((event) => event.type === 'ended');
  const spent = () => events.filter((event) => event.type === 'spent').at(-1)?.spend;
  const edits = () => events.filter((event) => event.type === 'edits-changed').at(-1);
  const readings = () => events.flatMap((event) => (event.type === 'read' ? [event.reading] : []));
  return { ...around, events, memories, controller, finished, ending, spent, edits, readings };
}

const start = {
  contender: contender('left'),
  prompt: { system: 'system', user: 'user', images: [] },
  textEditing: '',
  canRead: false,
};

describe('streaming an answer', () => {
  it('asks for no further round when every edit landed', async () => {
    const run = begin([[connected, prose('why'), replaceCall('a', 'two\n', 'TWO\n'), finalUsage(7), end]]);
    await run.finished;
    assert.equal(run.ending()?.status, 'done');
    assert.equal(run.ending()?.failure, null);
    assert.deepEqual(
      run.edits()?.hunks.map((hunk) => [hunk.id, hunk.baseStart, hunk.newLines]),
      [['left-1-1', 1, ['TWO\n']]],
    );
    assert.equal(run.conversations.left?.told.length, 1);
    assert.deepEqual(run.spent()?.cost, { kind: 'exact', nanoDollars: 170 });
    assert.equal(run.ledger.settlements[0]?.costNanoDollars, 170);
  });

  it('tells the model of an edit that did not land, and takes its correction', async () => {
    const run = begin([
      [connected, replaceCall('a', 'nowhere\n', 'x\n'), replaceCall('b', 'five\n', 'FIVE\n'), finalUsage(1), end],
      [connected, replaceCall('c', 'two\n', 'x\n'), finalUsage(1), end],
    ]);
    await run.finished;
    const told = run.conversations.left?.told[1];
    assert.deepEqual(
      told?.map((result) => [result.callId, result.succeeded]),
      [
        ['a', false],
        ['b', true],
      ],
    );
    assert.equal(run.ending()?.status, 'done');
    assert.deepEqual(run.edits()?.mismatches, []);
    assert.equal(run.edits()?.hunks.length, 2);
    assert.equal(run.ledger.reservations.length, 2);
  });

  it('corrects at most twice, and keeps the good neighbours of what never landed', async () => {
    const bad = replaceCall('bad', 'nowhere\n', 'x\n');
    const run = begin([
      [connected, replaceCall('good', 'one\n', 'ONE\n'), bad, finalUsage(1), end],
      [connected, bad, finalUsage(1), end],
      [connected, bad, finalUsage(1), end],
    ]);
    await run.finished;
    assert.deepEqual(run.ending()?.failure, { kind: 'edit-mismatch', count: 1 });
    assert.equal(run.ending()?.status, 'done');
    assert.equal(run.edits()?.hunks.length, 1);
    assert.equal(run.edits()?.mismatches[0]?.text, 'x\n');
  });

  it('keeps what earlier rounds made when a correction fails', async () => {
    const run = begin([
      [connected, replaceCall('a', 'two\n', 'TWO\n'), replaceCall('b', 'nowhere\n', 'x\n'), finalUsage(1), end],
      [
        connected,
        replaceCall('c', 'three\n', 'x\n'),
        { type: 'failure', failure: { kind: 'stream-broken', host: 'h' } },
      ],
    ]);
    await run.finished;
    assert.equal(run.ending()?.status, 'done');
    assert.deepEqual(run.ending()?.failure, { kind: 'edit-mismatch', count: 1 });
    assert.deepEqual(
      run.edits()?.hunks.map((hunk) => hunk.newLines),
      [['TWO\n']],
    );
  });

  it('shows a file of the task that the model asks for, and refuses any other', async () => {
    const view = (callId: string, path: string): AnswerPart => ({
      type: 'call',
      call: { callId, request: { kind: 'view', path, lines: null } },
    });
    const run = begin([
      [connected, view('a', 'src/basket.ts'), view('b', 'secret.txt'), finalUsage(1), end],
      [connected, prose('ok'), replaceCall('c', 'two\n', 'x\n'), finalUsage(1), end],
    ]);
    await run.finished;
    const told = run.conversations.left?.told[1];
    assert.equal(told?.[0]?.succeeded, true);
    assert.match(told?.[0]?.text ?? '', /three/);
    assert.equal(told?.[1]?.succeeded, false);
    assert.equal(run.ending()?.status, 'done');
  });

  it('counts all that goes back into the bound of a later request, files that were read rounds ago included', async () => {
    const view = (callId: string): AnswerPart => ({
      type: 'call',
      call: { callId, request: { kind: 'view', path: 'src/basket.ts', lines: null } },
    });
    const run = begin([
      [connected, { type: 'thinking', text: 'é'.repeat(20) }, view('a'), finalUsage(1), end],
      [connected, view('b'), finalUsage(1), end],
      [connected, prose('ok'), finalUsage(1), end],
    ]);
    await run.finished;
    const shown = run.conversations.left?.told[1]?.[0]?.text.length ?? 0;
    const asked = JSON.stringify({ kind: 'view', path: 'src/basket.ts', lines: null }).length;
    const bytes = 'systemuser'.length + 40 + 2 * (shown + asked);
    // The plain prices: one an input token, ten an output token; a token for each byte of the input, and 2,000 beside.
    assert.equal(run.ledger.reservations[2]?.upperBound, bytes + 2000 + 10 * 1000);
  });

  it('begins a paragraph where a further round says more', async () => {
    const run = begin([
      [connected, prose('The sum '), prose('is off.'), replaceCall('a', 'nowhere\n', 'x\n'), finalUsage(1), end],
      [connected, prose('Once '), prose('more.'), replaceCall('b', 'two\n', 'x\n'), finalUsage(1), end],
    ]);
    await run.finished;
    const said = run.events.flatMap((event) =>
      event.type === 'part' && event.part.type === 'prose' ? [event.part.text] : [],
    );
    assert.equal(said.join(''), 'The sum is off.\n\nOnce more.');
  });

  it('sends nothing, and owes nothing, when it is cancelled while the ledger is written', async () => {
    const run = begin([[connected, end]]);
    const reserve = run.ledger.reserve.bind(run.ledger);
    run.ledger.reserve = (reservation, budgets) => {
      run.controller.abort();
      return reserve(reservation, budgets);
    };
    await run.finished;
    assert.deepEqual(run.conversations.left?.told, []);
    assert.equal(run.ledger.settlements[0]?.outcome, 'cancelled');
    assert.equal(run.ledger.settlements[0]?.costNanoDollars, 0);
    assert.equal(run.ending()?.status, 'cancelled');
  });

  it('retries twice at most while nothing was visible, and shows each wait', async () => {
    const run = begin([[overloaded], [overloaded], [overloaded]]);
    await run.clock.advance(500);
    await run.clock.advance(1000);
    await run.finished;
    const waits = run.events.filter((event) => event.type === 'retry-scheduled').map((event) => event.retry.delayMs);
    assert.deepEqual(waits, [500, 1000]);
    assert.deepEqual(run.ending()?.failure, { kind: 'overloaded', provider: 'openai' });
    assert.deepEqual(run.spent()?.cost, { kind: 'exact', nanoDollars: 0 });
  });

  it('never retries after the first visible token', async () => {
    const run = begin([[connected, prose('I see'), overloaded]]);
    await run.finished;
    assert.equal(run.ending()?.status, 'failed');
    assert.equal(run.ledger.reservations.length, 1);
  });

  it('shows a cut-off stream as unknown with an upper bound, never as zero', async () => {
    const run = begin([
      [connected, prose('I see'), { type: 'failure', failure: { kind: 'stream-broken', host: 'h' } }],
    ]);
    await run.finished;
    const cost = run.spent()?.cost;
    assert.equal(cost?.kind, 'unknown');
    assert.ok(cost?.kind === 'unknown' && cost.upperBound !== null && cost.upperBound > 10_000);
    assert.equal(run.ledger.settlements[0]?.costNanoDollars, null);
    assert.equal(run.ledger.settlements[0]?.upperBound, cost.upperBound);
  });

  it('repeats at once without a parameter that was rejected', async () => {
    const run = begin(
      [
        [{ type: 'parameter-rejected', parameter: 'reasoning.summary' }],
        [connected, prose('fine'), finalUsage(2), end],
      ],
      { kind: 'ask' },
    );
    await run.finished;
    assert.equal(run.ending()?.status, 'done');
    assert.deepEqual(run.spent()?.cost, { kind: 'exact', nanoDollars: 120 });
  });

  it('goes on even where a provider turns down every parameter there is to turn down', async () => {
    const rejections = optionalParameters.map((parameter): Script => [{ type: 'parameter-rejected', parameter }]);
    const run = begin([...rejections, [connected, prose('fine'), finalUsage(2), end]], { kind: 'ask' });
    await run.finished;
    assert.equal(run.ending()?.status, 'done');
  });

  it('calls a silent stream stalled, and aborts its request', async () => {
    let aborted = false;
    const run = begin([
      async function* (_reply, signal) {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        yield connected;
        yield prose('half a');
        yield* silence(signal);
      },
    ]);
    await run.clock.advance(60_000);
    await run.finished;
    assert.equal(run.ending()?.failure?.kind, 'stalled');
    assert.equal(aborted, true);
    assert.equal(run.ledger.settlements.length, 1);
  });

  it('does not take pings for content', async () => {
    const run = begin([
      async function* (_reply, signal) {
        yield connected;
        while (!signal.aborted) {
          await new Promise<void>((resolve) => void run.clock.after(20_000, resolve));
          yield { type: 'model', model: 'gpt-5.5' };
        }
      },
    ]);
    await run.clock.advance(60_000);
    await run.finished;
    assert.equal(run.ending()?.failure?.kind, 'stalled');
  });

  it('calls a server that never answers timed out', async () => {
    const run = begin([(_reply, signal) => silence(signal)]);
    await run.clock.advance(60_000);
    await run.finished;
    assert.equal(run.ending()?.failure?.kind, 'timed-out');
    assert.equal(run.spent()?.cost.kind, 'unknown');
  });

  it('cancels while streaming: what came stays, the cost is unknown', async () => {
    const run = begin([
      async function* (_reply, signal) {
        yield connected;
        yield prose('half');
        yield* silence(signal);
      },
    ]);
    await settled();
    run.controller.abort();
    await run.finished;
    assert.equal(run.ending()?.status, 'cancelled');
    assert.equal(run.spent()?.cost.kind, 'unknown');
    assert.equal(run.ledger.settlements[0]?.outcome, 'cancelled');
  });

  it('cancels a wait before a retry', async () => {
    const run = begin([[overloaded]]);
    await settled();
    run.controller.abort();
    await run.finished;
    assert.equal(run.ending()?.status, 'cancelled');
    assert.equal(run.clock.pending, 0);
  });

  it('sends nothing when the ledger cannot take the reservation', async () => {
    const run = begin([]);
    run.ledger.refusal = { kind: 'ledger-unavailable', cause: 'disk full' };
    await run.finished;
    assert.deepEqual(run.conversations.left?.told, []);
    assert.deepEqual(run.ending()?.failure, run.ledger.refusal);
  });

  it('takes a lone block of code for the new file that was asked for, or for the selection', async () => {
    const answer: Script = [connected, prose('Like this:\n\n```html\n<p>Hi</p>\n```\n'), finalUsage(2), end];
    const page: SourceFile = {
      path: 'page.html',
      uri: 'file:///shop/page.html',
      languageId: 'html',
      version: 0,
      text: '',
    };
    const html = { framework: 'html', typescript: false, tailwind: false } as const;
    const made = begin([answer], {
      task: { ...sampleTask, kind: 'ui', file: page, selection: null, ui: { ...html, place: 'new-file' } },
    });
    await made.finished;
    assert.equal(made.ending()?.status, 'done');
    assert.deepEqual(
      made.edits()?.hunks.map(({ path, change, newLines }) => [path, change, newLines]),
      [['page.html', 'create', ['<p>Hi</p>\n']]],
    );
    const replaced = begin([answer], { task: { ...sampleTask, kind: 'ui', ui: { ...html, place: 'selection' } } });
    await replaced.finished;
    assert.deepEqual(
      replaced.edits()?.hunks.map(({ change, baseStart, newLines }) => [change, baseStart, newLines]),
      [['edit', 1, ['<p>Hi</p>\n']]],
    );
  });

  it('tells an interface that was not made', async () => {
    const run = begin([[connected, prose('I would rather not.'), finalUsage(2), end]], {
      task: { ...sampleTask, kind: 'ui', ui: { framework: 'html', typescript: false, tailwind: false, place: 'file' } },
    });
    await run.finished;
    assert.deepEqual([run.ending()?.status, run.ending()?.failure], ['done', { kind: 'no-edit' }]);
  });

  it('tells an answer without an edit apart from an empty one', async () => {
    const without = begin([[connected, prose('nothing is wrong'), finalUsage(1), end]]);
    await without.finished;
    assert.deepEqual(without.ending()?.failure, { kind: 'no-edit' });
    assert.equal(without.ending()?.status, 'done');
    const empty = begin([[connected, finalUsage(1), end]]);
    await empty.finished;
    assert.deepEqual(empty.ending()?.failure, { kind: 'empty-answer' });
    assert.equal(empty.ending()?.status, 'failed');
  });
});
