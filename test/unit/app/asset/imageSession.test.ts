import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ImageSession } from '../../../../src/app/asset/imageSession.ts';
import type { AnswerPart } from '../../../../src/core/answer.ts';
import { altTextOf, isUsable } from '../../../../src/core/asset/imageAsset.ts';
import { defaultImageOptions } from '../../../../src/core/asset/imageOptions.ts';
import { onePixel } from '../../../wire/imageReplies.ts';
import { finalUsage, silence } from '../fakes.ts';
import { settled } from '../heldClock.ts';
import { drawing, imageDraft } from './imageFixture.ts';

const connected: AnswerPart = { type: 'connected', requestId: 'req' };
const end: AnswerPart = { type: 'end' };
const prose = (text: string): AnswerPart => ({ type: 'prose', text });
const picture = (base64: string, partial: boolean): AnswerPart => ({ type: 'picture', base64, partial });
const failed = (failure: Extract<AnswerPart, { type: 'failure' }>['failure']): AnswerPart => ({
  type: 'failure',
  failure,
});
const pixels = [connected, prose('Alt text: A dot.'), picture(onePixel, false), finalUsage(9), end];
const drawn = [connected, prose(`Alt text: Round.\n${drawing}`), finalUsage(7), end];
const otherPixel = `${onePixel.slice(0, -8)}AAAAAAA=`;

describe('an image asset', () => {
  it('asks both sides, keeps what they made with its alt texts, and what each cost', async () => {
    const { session, ledger, images } = imageDraft({ left: [pixels], right: [drawn] });
    await session.ask(['left', 'right']);
    const { left, right } = session.asset;
    assert.deepEqual(left.picture, { kind: 'raster', format: 'png', base64: onePixel });
    assert.match(
      right.picture?.kind === 'svg' ? right.picture.text : '',
      /^<svg xmlns.*<path d="M0 0h1z"\/><\/svg>\n$/,
    );
    assert.deepEqual([altTextOf(left), altTextOf(right)], ['A dot.', 'Round.']);
    assert.deepEqual([left.answer.cost.kind, right.answer.cost.kind], ['exact', 'exact']);
    assert.deepEqual(
      ledger.reservations.map(({ taskKind, side, comparisonId }) => [taskKind, side, comparisonId]),
      [
        ['image', 'left', session.asset.id],
        ['image', 'right', session.asset.id],
      ],
    );
    assert.ok(
      ledger.budgets.every((budgets) => budgets !== null),
      'budgets are checked',
    );
    assert.deepEqual(await images.load(session.asset.id), session.asset);
  });

  it('lets one failing side be while the other goes on, and asks it alone again', async () => {
    let asked = 0;
    async function* secondTime(): AsyncGenerator<AnswerPart> {
      asked += 1;
      yield* asked === 1 ? [connected, failed({ kind: 'refused', explanation: 'No.' })] : pixels;
    }
    const { session } = imageDraft({ left: [secondTime], right: [drawn] });
    await session.ask(['left', 'right']);
    assert.deepEqual(session.asset.left.answer.failure, { kind: 'refused', explanation: 'No.' });
    assert.equal(isUsable(session.asset.right), true);
    const { right } = session.asset;
    await session.ask(['left', 'right']);
    assert.equal(isUsable(session.asset.left), true);
    assert.equal(session.asset.left.answer.attempt, 2);
    assert.equal(session.asset.right, right, 'what was paid for is not asked for again');
  });

  it('has what went wrong in the log, but nothing that was asked or answered', async () => {
    const { session, logged } = imageDraft({
      left: [[connected, failed({ kind: 'refused', explanation: 'A dot is too small.' })]],
      right: [[connected, failed({ kind: 'unexpected', cause: 'TypeError: x is undefined' })]],
    });
    await session.ask(['left', 'right']);
    const [left = '', right = '', ...others] = logged.toSorted();
    assert.match(left, /left \(openai\/gpt-5\.5, request 1.*"refused"/);
    assert.match(right, /right \(anthropic\/.*TypeError: x is undefined/);
    assert.deepEqual(others, []);
    assert.doesNotMatch(logged.join(), /dot/);
  });

  it('shows partial pictures in order; of one that fails the last partial stays, and is of no use', async () => {
    const seen: unknown[] = [];
    const { session } = imageDraft({
      left: [[connected, picture(otherPixel, true), failed({ kind: 'stream-broken', host: 'h' })]],
      right: [[connected, picture(otherPixel, true), picture(onePixel, false), picture(otherPixel, true), end]],
    });
    session.onDidChange(() => {
      const now = session.asset.right.picture;
      if (now?.kind === 'raster' && seen.at(-1) !== now.base64) seen.push(now.base64);
    });
    await session.ask(['left', 'right']);
    assert.deepEqual(seen, [otherPixel, onePixel], 'a partial picture that comes late changes nothing');
    assert.equal(isUsable(session.asset.right), true);
    assert.equal(session.asset.left.picture?.kind, 'raster');
    assert.equal(isUsable(session.asset.left), false);
    assert.equal(session.asset.left.answer.cost.kind, 'unknown');
  });

  it('lets a finished picture be used, whatever became of the answer after it', async () => {
    const broken = failed({ kind: 'stream-broken', host: 'h' });
    const { session } = imageDraft({
      left: [[connected, picture(onePixel, false), broken]],
      right: [[connected, prose(drawing), broken]],
    });
    await session.ask(['left', 'right']);
    for (const side of [session.asset.left, session.asset.right]) {
      assert.equal(side.answer.status, 'failed');
      assert.equal(isUsable(side), true);
    }
  });

  it('counts an answer without a whole picture as a failure of its own', async () => {
    for (const script of [
      [connected, prose('I would rather not.'), end],
      [connected, picture('bm90IGEgcGljdHVyZQ==', false), end],
      [connected, picture(onePixel, true), end],
      [connected, prose('<svg viewBox="0 0 1 1"><path d="M0 0h1z"/>'), end],
      [connected, prose('<svg><script>1</script></svg>'), end],
    ] satisfies readonly (readonly AnswerPart[])[]) {
      const { session } = imageDraft({ left: [script] });
      await session.ask(['left']);
      assert.deepEqual(session.asset.left.answer.failure, { kind: 'no-image' }, JSON.stringify(script));
      assert.equal(isUsable(session.asset.left), false);
    }
  });

  it('draws while the drawing grows, and keeps the last that could be shown', async () => {
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* growing(): AsyncGenerator<AnswerPart> {
      yield connected;
      yield prose('<svg viewBox="0 0 1 1"><path d="M0 0h1z"/>');
      await held;
      yield prose('<path d="M1 1"/></svg>');
      yield end;
    }
    const { session } = imageDraft({ right: [growing] });
    const finished = session.ask(['right']);
    await settled();
    const { picture: early, answer } = session.asset.right;
    assert.equal(answer.status, 'writing');
    assert.equal(early?.kind === 'svg' ? early.text.match(/<path/g)?.length : 0, 1);
    goOn();
    await finished;
    const { picture: late } = session.asset.right;
    assert.equal(late?.kind === 'svg' ? late.text.match(/<path/g)?.length : 0, 2);
  });

  it('repeats by itself only what nothing had come of', async () => {
    const overloaded = failed({ kind: 'overloaded', provider: 'openai' });
    const { session, clock, ledger } = imageDraft({ left: [[overloaded], pixels] });
    const finished = session.ask(['left']);
    await settled();
    assert.equal(session.asset.left.answer.retry?.failure.kind, 'overloaded');
    await clock.advance(1_000);
    await finished;
    assert.equal(isUsable(session.asset.left), true);
    assert.equal(ledger.reservations.length, 2);

    const begun = imageDraft({ left: [[connected, { type: 'picture-begun' }, overloaded]] });
    await begun.session.ask(['left']);
    assert.equal(begun.ledger.reservations.length, 1);
    assert.equal(begun.session.asset.left.answer.status, 'failed');
  });

  it('can be cancelled, one side or both', async () => {
    const waiting = (_reply: unknown, signal: AbortSignal) => silence(signal);
    const { session } = imageDraft({ left: [waiting], right: [waiting] });
    const finished = session.ask(['left', 'right']);
    await settled();
    session.cancel('left');
    await settled();
    assert.equal(session.asset.left.answer.status, 'cancelled');
    assert.equal(session.isUnderWay, true);
    session.cancel(null);
    await finished;
    assert.equal(session.asset.right.answer.status, 'cancelled');
  });

  it('sends nothing when the ledger refuses, a key is missing, or nothing is wished for', async () => {
    const budget = imageDraft({ left: [pixels] });
    budget.ledger.refusal = { kind: 'ledger-unavailable', cause: 'full' };
    await budget.session.ask(['left']);
    assert.equal(budget.session.asset.left.answer.failure?.kind, 'ledger-unavailable');
    const keyless = imageDraft({ left: { kind: 'key-missing', provider: 'openai' }, right: [drawn] });
    await keyless.session.ask(['left', 'right']);
    assert.equal(keyless.session.asset.left.answer.failure?.kind, 'key-missing');
    assert.equal(isUsable(keyless.session.asset.right), true);
    const empty = imageDraft({ left: [pixels] });
    empty.session.change('', defaultImageOptions);
    await empty.session.ask(['left']);
    assert.equal(empty.session.asset.asked, false);
  });

  it('comes back as it was, with what was under way interrupted and what is unsafe made safe', async () => {
    const { session, images, imageServices } = imageDraft({
      left: [pixels],
      right: [(_reply, signal) => silence(signal)],
    });
    void session.ask(['left', 'right']);
    await settled();
    session.changeAltText('left', 'Mine');
    await settled();
    const kept = images.kept.get(session.asset.id) ?? '';
    const back = ImageSession.restored((await images.load(session.asset.id)) ?? session.asset, imageServices);
    assert.equal(altTextOf(back.asset.left), 'Mine');
    assert.equal(isUsable(back.asset.left), true);
    assert.deepEqual(back.asset.right.answer.failure, { kind: 'interrupted' });
    const { cost } = back.asset.right.answer;
    assert.ok(cost.kind === 'unknown' && (cost.upperBound ?? 0) > 0, 'what nobody will learn is not taken for nothing');
    assert.equal(back.asset.left.answer.cost.kind, 'exact');
    session.dispose();

    const tampered = kept.replace(
      /"picture":\{"kind":"raster"[^}]*\}/,
      `"picture":{"kind":"svg","text":"<svg onload='x'><path d='M0 0'/></svg>","takenOut":[]}`,
    );
    images.kept.set('other', tampered);
    const other = await images.load('other');
    assert.deepEqual(other?.left.picture, {
      kind: 'svg',
      text: '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>\n',
      takenOut: ['onload="x"'],
    });
    for (const damaged of [
      '',
      '{}',
      kept.slice(0, -5),
      kept.replace('"version":1', '"version":2'),
      kept.replace('"done"', '"won"'),
    ]) {
      images.kept.set('damaged', damaged);
      assert.equal(await images.load('damaged'), null, damaged.slice(0, 40));
    }
  });
});
