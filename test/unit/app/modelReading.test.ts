import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import type { AnswerPart } from '../../../src/core/answer.ts';
import type { FileEdit, ReadRequest } from '../../../src/core/edits/toolCall.ts';
import type { Script } from './fakes.ts';
import { contender, editCall, finalUsage, readCall, sampleTask, servicesWith } from './fakes.ts';
import { settled } from './heldClock.ts';

const connected: AnswerPart = { type: 'connected', requestId: null };
const end: AnswerPart = { type: 'end' };
const prose = (text: string): AnswerPart => ({ type: 'prose', text });
const money = 'src/money.ts';
const view: ReadRequest = { kind: 'view', path: money, lines: null };
const raise: FileEdit = { kind: 'replace', path: money, oldText: 'rate = 2\n', newText: 'rate = 3\n' };
const saying: Script = [connected, prose('ok'), finalUsage(1), end];

interface Changes {
  readonly usesTools?: boolean;
  readonly readingRounds?: number;
}

function begin(left: readonly Script[], right: readonly Script[] = [saying], changes: Changes = {}) {
  const around = servicesWith({ left, right });
  around.workspace.files.set(money, 'rate = 2\n');
  const rights = contender('right', { usesTools: changes.usesTools ?? true });
  const session = new ComparisonSession(sampleTask, contender('left'), rights, false, {
    ...around.services,
    readingRounds: changes.readingRounds ?? 2,
    contenderFor: (side) => (side === 'left' ? contender('left') : rights),
  });
  return { ...around, session };
}

describe('what a model reads', () => {
  it('is shown to it, listed, and costs a round in the ledger', async () => {
    const { session, conversations, ledger } = begin([
      [connected, readCall('v', view), readCall('s', { kind: 'search', text: 'rate', path: null }), finalUsage(1), end],
      saying,
    ]);
    await session.ask(['left']);
    const told = conversations.left?.told[1] ?? [];
    assert.deepEqual(
      told.map(({ callId, succeeded }) => [callId, succeeded]),
      [
        ['v', true],
        ['s', true],
      ],
    );
    assert.match(told[0]?.text ?? '', /rate = 2/);
    assert.deepEqual(
      session.comparison.left.readings.map(({ request, lines, found }) => [request.kind, lines, found]),
      [
        ['view', [1, 1], null],
        ['search', null, 1],
      ],
    );
    assert.equal(ledger.reservations.length, 2);
    assert.equal(session.comparison.left.requests, 2);
  });

  it('is frozen for both sides by the one that read it first', async () => {
    const { session, workspace, conversations } = begin(
      [[connected, readCall('v', view), finalUsage(1), end], saying],
      [[connected, editCall('e', raise), finalUsage(1), end]],
    );
    await session.ask(['left']);
    workspace.files.set(money, 'typed over\n');
    await session.ask(['right']);
    assert.equal(conversations.right?.told.length, 1);
    assert.deepEqual(
      session.comparison.right.hunks.map(({ path, newLines }) => [path, newLines]),
      [[money, ['rate = 3\n']]],
    );
    assert.deepEqual(
      session.comparison.readFiles.map(({ text }) => text),
      ['rate = 2\n'],
    );
  });

  it('is the same text for both sides also when they ask at the same moment', async () => {
    const { session, workspace } = begin(
      [[connected, editCall('e', raise), finalUsage(1), end]],
      [[connected, editCall('e', raise), finalUsage(1), end]],
    );
    let release: () => void = () => undefined;
    workspace.held = new Promise((resolve) => {
      release = resolve;
    });
    const asked = session.ask(['left', 'right']);
    await settled();
    assert.deepEqual(workspace.asked, [money, money]);
    release();
    await asked;
    assert.equal(session.comparison.readFiles.length, 1);
    assert.equal(session.comparison.left.hunks.length, 1);
    assert.equal(session.comparison.right.hunks.length, 1);
  });

  it('never holds up the stream, and what comes after it lands in its order', async () => {
    const { session, workspace } = begin([
      [
        connected,
        editCall('a', raise),
        editCall('b', { ...raise, oldText: 'rate = 3\n', newText: 'rate = 4\n' }),
        prose('said meanwhile'),
        finalUsage(1),
        end,
      ],
    ]);
    let release: () => void = () => undefined;
    workspace.held = new Promise((resolve) => {
      release = resolve;
    });
    const asked = session.ask(['left']);
    await settled();
    assert.equal(session.comparison.left.prose, 'said meanwhile');
    assert.deepEqual(session.comparison.left.hunks, []);
    release();
    await asked;
    assert.deepEqual(
      session.comparison.left.hunks.map(({ newLines }) => newLines),
      [['rate = 4\n']],
    );
    assert.equal(session.comparison.left.failure, null);
  });

  it('can be cancelled while it is waited for', async () => {
    const { session, workspace } = begin([[connected, readCall('v', view), finalUsage(1), end]]);
    workspace.held = new Promise(() => undefined);
    const asked = session.ask(['left']);
    await settled();
    session.cancel('left');
    await asked;
    assert.equal(session.comparison.left.status, 'cancelled');
  });

  it('ends with a last round to answer, once it was told that it may read no further', async () => {
    const asking: Script = [connected, readCall('v', view), finalUsage(1), end];
    const { session, conversations } = begin([asking, asking, asking, saying]);
    await session.ask(['left']);
    const told = conversations.left?.told.slice(1).map((results) => results[0]) ?? [];
    assert.deepEqual(
      told.map((result) => result?.succeeded),
      [true, true, false],
    );
    assert.match(told[2]?.text ?? '', /may read no further/);
    assert.equal(session.comparison.left.prose, 'ok');
    const stubborn = begin([asking, asking, asking, asking]);
    await stubborn.session.ask(['left']);
    assert.equal(stubborn.conversations.left?.told.length, 4);
    assert.equal(stubborn.session.comparison.left.failure?.kind, 'empty-answer');
  });

  it('is nothing beyond what was sent where reading is off, or where one side could not', async () => {
    const edit: Script = [connected, editCall('e', raise), readCall('v', view), finalUsage(1), end];
    for (const changes of [{ readingRounds: 0 }, { usesTools: false }]) {
      const { session, workspace, starts, conversations } = begin([edit, saying], [saying], changes);
      await session.ask(['left']);
      assert.deepEqual(workspace.asked, []);
      assert.equal(starts[0]?.canRead, false);
      assert.doesNotMatch(starts[0]?.prompt.system ?? '', /read further/);
      assert.deepEqual(
        conversations.left?.told[1]?.map(({ succeeded }) => succeeded),
        [false, false],
      );
    }
  });

  it('is never of a file that the person took out of the request', async () => {
    const { session, workspace, conversations } = begin([
      [
        connected,
        readCall('v', view),
        readCall('a', { kind: 'view', path: `/shop/${money}`, lines: null }),
        readCall('d', { kind: 'diagnostics', path: money }),
        readCall('s', { kind: 'search', text: 'rate', path: null }),
        finalUsage(1),
        end,
      ],
      saying,
    ]);
    const piece = { id: 'p', kind: 'definition', title: 't', path: money, languageId: '', line: 1, text: 'r' } as const;
    const file = { ...sampleTask.file, path: money, text: 'rate = 2\n' };
    session.takeContext({ ...sampleTask, otherFiles: [file] }, [piece]);
    session.dispatch({ type: 'sending-held' });
    session.dispatch({ type: 'piece-toggled', pieceId: 'p', included: false });
    await session.ask(['left']);
    assert.deepEqual(
      conversations.left?.told[1]?.map(({ callId, succeeded }) => [callId, succeeded]),
      [
        ['v', false],
        ['a', false],
        ['d', false],
        ['s', true],
      ],
    );
    assert.deepEqual(workspace.asked, []);
    assert.deepEqual(workspace.withheld, [money]);
  });

  it('offers the same to both sides', async () => {
    const { session } = begin([saying]);
    const [left, right] = [session.startFor('left'), session.startFor('right')];
    assert.deepEqual([left.prompt, left.canRead, left.textEditing], [right.prompt, right.canRead, right.textEditing]);
    assert.equal(left.canRead, true);
    assert.match(left.prompt.system, /You may read further files/);
  });
});
