import assert from 'node:assert/strict';
import { ComparisonSession } from '../../../../src/app/comparisonSession.ts';
import type { RenderRequest } from '../../../../src/app/preview/previewPorts.ts';
import { PreviewProjection } from '../../../../src/app/preview/previewProjection.ts';
import type { AnswerPart } from '../../../../src/core/answer.ts';
import type { FileEdit } from '../../../../src/core/edits/toolCall.ts';
import type { Side } from '../../../../src/core/side.ts';
import type { PageFault } from '../../../../src/shared/previewView.ts';
import { contender, editCall, finalUsage, type Script, sampleTask, servicesWith, silence } from '../fakes.ts';
import { settled } from '../heldClock.ts';

const connected: AnswerPart = { type: 'connected', requestId: null };
const end: AnswerPart = { type: 'end' };
const page = (text: string, path = 'page.html'): FileEdit => ({ kind: 'create', path, text });
const making = (...edits: readonly FileEdit[]): Script => [
  connected,
  ...edits.map((edit, index) => editCall(String(index), edit)),
  finalUsage(1),
  end,
];
const growing = (texts: readonly string[], wait: () => Promise<void>): Script =>
  async function* (_reply, signal) {
    yield connected;
    for (const text of texts) {
      yield { type: 'call-previewed', callId: 'a', edits: [page(text)] };
      await wait();
    }
    yield* silence(signal);
  };

function follow(left: Script, right: Script, reason: 'untrusted' | null = null) {
  const around = servicesWith({ left: [left], right: [right] });
  const session = new ComparisonSession(sampleTask, contender('left'), contender('right'), false, around.services);
  const rendered: RenderRequest[] = [];
  const told: Side[] = [];
  const world = { nonce: 'first', reason, lists: 0, wait: async (_text: string): Promise<void> => undefined };
  const render = async (request: RenderRequest) => {
    rendered.push(request);
    const { text } = request;
    await world.wait(text);
    return {
      document: `<${text}>`,
      hasContent: text.includes('words'),
      hasScripts: text.includes('script'),
      leftOut: [],
      component: text.includes('props') ? { props: request.ownProps ?? '{}', ownProps: false, notes: [] } : null,
      messages: [],
      fault: faultOf(text, request.ownProps),
    };
  };
  const errors: unknown[] = [];
  const projection = new PreviewProjection(
    session,
    {
      source: { html: render, svg: render, react: render, vue: render, svelte: render },
      assets: { read: async () => null },
      clock: around.clock,
      log: { info: () => undefined, warn: () => undefined, error: (_, cause) => errors.push(cause) },
      whyNoScripts: () => world.reason,
    },
    () => ({ nonce: world.nonce, frameScript: '' }),
    (side) => told.push(side),
    () => {
      world.lists += 1;
    },
  );
  return { ...around, session, projection, rendered, told, world, errors };
}

/** Texts and props say by themselves whether they are at fault. */
function faultOf(text: string, ownProps: string | null): PageFault | null {
  if (text.includes('fault')) return { message: text, line: 1 };
  return ownProps?.includes('breaks') === true ? { message: 'It breaks.', line: 1 } : null;
}

function documentOf(projection: PreviewProjection, side: Side): string | null {
  const { page: shown } = projection.side(side);
  return shown.kind === 'page' ? shown.document : null;
}

describe('the projection of a preview', () => {
  it('shows each side’s own text of a file, and says which side has none', async () => {
    const { session, projection } = follow(making(page('left words')), making(page('words', 'other.html')));
    await session.ask(['left', 'right']);
    await settled();
    assert.deepEqual(projection.files, ['page.html', 'other.html']);
    await projection.renderAll();
    assert.equal(documentOf(projection, 'left'), '<left words>');
    assert.equal(projection.side('right').page.kind, 'absent');
    projection.chooseFile(1);
    await settled();
    assert.equal(projection.side('left').page.kind, 'absent');
    assert.equal(documentOf(projection, 'right'), '<words>');
    projection.chooseFile(7);
    assert.equal(projection.file, 1);
  });

  it('says of an answer that failed or was cancelled that there is nothing to come', async () => {
    const rejected = { kind: 'key-rejected', provider: 'openai' } as const;
    const { session, projection, told } = follow(
      [connected, { type: 'failure', failure: rejected }],
      [connected, { type: 'cancelled' }],
    );
    assert.deepEqual(projection.files, []);
    await session.ask(['left', 'right']);
    await settled();
    await projection.renderAll();
    assert.deepEqual(
      (['left', 'right'] as const).map((side) => {
        const { status, underWay, unchanged, page: shown } = projection.side(side);
        return [status, underWay, unchanged, shown.kind];
      }),
      [
        ['failed', false, false, 'absent'],
        ['cancelled', false, false, 'absent'],
      ],
    );
    assert.ok(told.includes('left') && told.includes('right'));
  });

  it('has how long each answer took and what it cost, as the comparison has it', async () => {
    const { session, projection } = follow(making(page('words')), making(page('words')));
    assert.deepEqual(projection.side('left').figures.endedAt, null);
    await session.ask(['left', 'right']);
    const { startedAt, endedAt, cost } = session.comparison.left;
    assert.ok(startedAt !== null && endedAt !== null && cost.kind === 'exact');
    assert.deepEqual(projection.side('left').figures, { startedAt, endedAt, cost, failureKind: null });
  });

  it('renders a growing page at most five times a second, and the last text in the end', async () => {
    const texts = Array.from({ length: 100 }, (_, index) => `words ${index}`);
    const clock = { advance: async (_: number): Promise<void> => undefined };
    const {
      session,
      projection,
      rendered,
      clock: held,
    } = follow(
      growing(texts, () => clock.advance(10)),
      making(page('words')),
    );
    clock.advance = (milliseconds) => held.advance(milliseconds);
    const asked = session.ask(['left', 'right']);
    for (let turn = 0; turn < 400 && documentOf(projection, 'left') !== '<words 99>'; turn += 1) await held.advance(10);
    assert.equal(documentOf(projection, 'left'), '<words 99>');
    const left = rendered.filter(({ text }) => /words \d/.test(text));
    assert.ok(left.length >= 3 && left.length <= 12, `${left.length} renderings of 100 texts`);
    session.cancel(null);
    await asked;
  });

  it('keeps the last good page while what follows has nothing to be seen', async () => {
    const pause = { wait: async (): Promise<void> => undefined };
    const { session, projection, clock } = follow(
      growing(['words', '', '<head>'], () => pause.wait()),
      making(page('words')),
    );
    pause.wait = () => new Promise((resolve) => clock.after(300, () => resolve()));
    const asked = session.ask(['left', 'right']);
    await clock.advance(2000);
    assert.equal(projection.side('left').underWay, true);
    assert.equal(session.comparison.left.hunks[0]?.newLines.join(''), '<head>');
    assert.equal(documentOf(projection, 'left'), '<words>');
    session.cancel(null);
    await asked;
  });

  it('says what is wrong with a text beside the last good page, and waits for the end of one that never was any', async () => {
    const pause = { wait: async (): Promise<void> => undefined };
    const wrong = 'fault\nand\nmore\n';
    const { session, projection, clock } = follow(
      growing(['words', wrong], () => pause.wait()),
      growing(['fault'], () => pause.wait()),
    );
    pause.wait = () => new Promise((resolve) => clock.after(300, () => resolve()));
    const asked = session.ask(['left', 'right']);
    await clock.advance(2000);
    const { page } = projection.side('left');
    assert.equal(page.kind === 'page' && page.document, '<words>');
    assert.deepEqual(page.kind === 'page' && page.fault, { message: wrong, line: 1 });
    assert.equal(projection.side('right').page.kind, 'waiting');
    session.cancel(null);
    await asked;
  });

  it('says nothing of a fault at the end of a text that is still being written', async () => {
    const pause = { wait: async (): Promise<void> => undefined };
    const { session, projection, clock } = follow(
      growing(['words', 'fault'], () => pause.wait()),
      making(page('words')),
    );
    pause.wait = () => new Promise((resolve) => clock.after(300, () => resolve()));
    const asked = session.ask(['left', 'right']);
    await clock.advance(2000);
    const { page: kept } = projection.side('left');
    assert.deepEqual(kept.kind === 'page' && [kept.document, kept.fault], ['<words>', null]);
    session.cancel(null);
    await asked;
  });

  it('says nothing of what goes wrong with a component that could be read, while it is still being written', async () => {
    const pause = { wait: async (): Promise<void> => undefined };
    const { session, projection, clock } = follow(
      growing(['words', 'fault props\nand\nmore\n'], () => pause.wait()),
      making(page('fault props\nand\nmore\n')),
    );
    pause.wait = () => new Promise((resolve) => clock.after(300, () => resolve()));
    const asked = session.ask(['left', 'right']);
    await clock.advance(2000);
    const { page: kept } = projection.side('left');
    assert.deepEqual(kept.kind === 'page' && [kept.document, kept.fault], ['<words>', null]);
    assert.equal(projection.side('right').page.kind, 'faulty');
    session.cancel(null);
    await asked;
  });

  it('says what is wrong with a whole text that never was any page', async () => {
    const { session, projection } = follow(making(page('fault')), making(page('words')));
    await session.ask(['left', 'right']);
    await projection.renderAll();
    const fault = { message: 'fault', line: 1 };
    assert.deepEqual(projection.side('left').page, { kind: 'faulty', fault, component: null });
  });

  it('lets scripts be tried of a text that is a page only with them', async () => {
    const { session, projection, rendered } = follow(making(page('fault script')), making(page('fault')));
    await session.ask(['left', 'right']);
    await projection.renderAll();
    assert.equal(projection.side('left').page.kind, 'faulty');
    assert.deepEqual([projection.whyNoScripts('left'), projection.whyNoScripts('right')], [null, 'no-scripts']);
    projection.allowScripts('left');
    await projection.renderAll();
    assert.equal(rendered.at(-1)?.text, 'fault script');
    assert.equal(rendered.at(-1)?.runScripts, true);
  });

  it('ends with the last text, however long an earlier one takes while all is made anew', async () => {
    const pause = { wait: async (): Promise<void> => undefined };
    const { session, projection, clock, world } = follow(
      growing(['words slow', 'words last'], () => pause.wait()),
      making(page('words')),
    );
    pause.wait = () => new Promise((resolve) => clock.after(300, () => resolve()));
    const asked = session.ask(['left', 'right']);
    for (let turn = 0; turn < 100 && documentOf(projection, 'left') === null; turn += 1) await clock.advance(10);
    assert.equal(documentOf(projection, 'left'), '<words slow>');
    let endSlow = () => {};
    const slow = new Promise<void>((resolve) => {
      endSlow = resolve;
    });
    world.wait = (text) => (text === 'words slow' ? slow : Promise.resolve());
    world.nonce = 'second';
    const opened = projection.renderAll();
    await clock.advance(2000);
    endSlow();
    await opened;
    await clock.advance(2000);
    assert.equal(documentOf(projection, 'left'), '<words last>');
    session.cancel(null);
    await asked;
  });

  it('waits while a page has nothing to be seen yet', async () => {
    const { session, projection, clock } = follow(
      growing(['<head>'], () => settled()),
      making(page('words')),
    );
    const asked = session.ask(['left', 'right']);
    await clock.advance(1000);
    assert.equal(projection.side('left').page.kind, 'waiting');
    assert.equal(projection.whyNoScripts('left'), 'under-way');
    session.cancel(null);
    await asked;
  });

  it('runs the scripts of one side only after consent, of this answer only, and makes the page anew', async () => {
    const { session, projection, rendered, world } = follow(making(page('words script')), making(page('words script')));
    await session.ask(['left', 'right']);
    await projection.renderAll();
    assert.equal(projection.runsScripts, false);
    projection.allowScripts('left');
    world.nonce = 'second';
    rendered.length = 0;
    await projection.renderAll();
    assert.deepEqual(
      rendered.map(({ runScripts, nonce }) => [runScripts, nonce]),
      [
        [true, 'second'],
        [false, 'second'],
      ],
    );
    const asked = session.ask(['left']);
    assert.equal(projection.runsScripts, false);
    await asked;
  });

  it('runs none in Restricted Mode, nor of a page that has none, nor once trust is gone', async () => {
    const { session, projection, world } = follow(making(page('words script')), making(page('words')), 'untrusted');
    await session.ask(['left', 'right']);
    await projection.renderAll();
    projection.allowScripts('left');
    assert.deepEqual([projection.whyNoScripts('left'), projection.whyNoScripts('right')], ['untrusted', 'no-scripts']);
    assert.equal(projection.runsScripts, false);
    world.reason = null;
    assert.equal(projection.runsScripts, false);
    assert.equal(projection.whyNoScripts('right'), 'no-scripts');
    projection.allowScripts('right');
    assert.equal(projection.runsScripts, false);
    projection.allowScripts('left');
    assert.equal(projection.runsScripts, true);
    world.reason = 'untrusted';
    assert.equal(projection.runsScripts, false);
  });

  it('takes a page’s style sheet from the same candidate', async () => {
    const { session, projection, rendered } = follow(
      making(page('words'), page('left {}', 'a.css')),
      making(page('words'), page('right {}', 'a.css')),
    );
    await session.ask(['left', 'right']);
    await projection.renderAll();
    const sheets = await Promise.all(rendered.map(({ read }) => read('a.css')));
    assert.deepEqual(
      new Set(sheets.map((bytes) => new TextDecoder().decode(bytes ?? undefined))),
      new Set(['left {}', 'right {}']),
    );
  });

  it('shows each side with the props that the person wrote, as soon as they can be used', async () => {
    const { session, projection, rendered } = follow(making(page('words props')), making(page('words props')));
    await session.ask(['left', 'right']);
    await projection.renderAll();
    const asked = async (json: string | null) => {
      rendered.length = 0;
      projection.writeProps('left', json);
      await settled();
      return rendered.map(({ ownProps }) => ownProps);
    };
    assert.deepEqual(await asked('{ "a": '), []);
    assert.equal(projection.side('left').ownProps, '{ "a": ');
    assert.deepEqual(await asked('{ "a": 1 }'), ['{ "a": 1 }']);
    // A mistake is kept as it was written, and nothing else changes.
    assert.deepEqual(await asked('{ "a": 1'), []);
    assert.equal(projection.side('left').ownProps, '{ "a": 1');
    assert.equal(documentOf(projection, 'left'), '<words props>');
    assert.equal(projection.side('right').ownProps, null);
    assert.deepEqual(await asked(null), [null]);
    assert.equal(projection.side('left').ownProps, null);
  });

  it('keeps the last good page where a component breaks with other props, and says which those are', async () => {
    const { session, projection } = follow(making(page('words props')), making(page('words props')));
    await session.ask(['left', 'right']);
    const broken = '{ "a": "breaks" }';
    projection.writeProps('right', broken);
    await projection.renderAll();
    const component = { props: broken, ownProps: false, notes: [] };
    const fault = { message: 'It breaks.', line: 1 };
    assert.deepEqual(projection.side('right').page, { kind: 'faulty', fault, component });
    projection.writeProps('left', broken);
    await settled();
    const { page: left } = projection.side('left');
    assert.ok(left.kind === 'page');
    assert.deepEqual([left.document, left.fault, left.component], ['<words props>', fault, component]);
    projection.writeProps('left', null);
    await settled();
    const { page: again } = projection.side('left');
    assert.ok(again.kind === 'page' && again.fault === null && again.component?.props === '{}');
  });

  it('says nothing any more once it is closed', async () => {
    const { session, projection, told, errors } = follow(making(page('words')), making(page('words')));
    projection.dispose();
    await session.ask(['left', 'right']);
    await settled();
    assert.deepEqual([told, errors], [[], []]);
  });
});
