import assert from 'node:assert/strict';
import type { ComparisonServices } from '../../../src/app/comparisonSession.ts';
import { ComparisonSession } from '../../../src/app/comparisonSession.ts';
import { requestView } from '../../../src/app/panelState.ts';
import { readSavedComparison } from '../../../src/app/savedComparison.ts';
import { imagePiece } from '../../images/imagePieces.ts';
import { contender, finalUsage, sampleTask, servicesWith } from './fakes.ts';

const answer = [
  { type: 'connected', requestId: null },
  { type: 'prose', text: 'So.' },
  finalUsage(1),
  { type: 'end' },
] as const;
const shot = imagePiece('i1', 'shot.png');

function open(right = contender('right')) {
  const around = servicesWith({ left: [answer], right: [answer] });
  const services: ComparisonServices = {
    ...around.services,
    contenderFor: (side) => (side === 'left' ? contender('left') : right),
  };
  const session = new ComparisonSession(sampleTask, contender('left'), right, true, services);
  session.dispatch({ type: 'images-added', pieces: [shot] });
  return { ...around, session };
}

describe('a task with a picture', () => {
  it('gives both sides the same one, unless it is taken out', () => {
    const { session } = open();
    const [left, right] = [session.startFor('left').prompt, session.startFor('right').prompt];
    assert.equal(left.images[0]?.data, shot.image?.data);
    assert.deepEqual(left, right);
    session.dispatch({ type: 'piece-toggled', pieceId: 'i1', included: false });
    assert.deepEqual(session.startFor('left').prompt.images, []);
  });

  it('keeps pictures that came while context was gathered, before it and in their order', () => {
    const { session } = open();
    const text = { ...shot, id: 'd', kind: 'definition', image: undefined } as const;
    const { image: _image, ...definition } = text;
    session.takeContext(sampleTask, [definition]);
    session.dispatch({ type: 'images-added', pieces: [imagePiece('i2', 'two.png')] });
    assert.deepEqual(
      session.comparison.pieces.map(({ id }) => id),
      ['i1', 'i2', 'd'],
    );
  });

  it('takes none once it is sent', async () => {
    const { session } = open();
    await session.ask(['left', 'right']);
    session.dispatch({ type: 'images-added', pieces: [imagePiece('i2', 'two.png')] });
    assert.equal(session.comparison.pieces.length, 1);
  });

  it('is kept and comes back the same; what is no picture does not, and what was kept before pictures does', () => {
    const { session } = open();
    const kept: unknown = JSON.parse(JSON.stringify(session.saved()));
    assert.deepEqual(readSavedComparison(kept)?.comparison.pieces, [shot]);
    const text = JSON.stringify(session.saved());
    for (const [whole, broken] of [
      ['"mediaType":"image/png"', '"mediaType":"image/svg+xml"'],
      ['"width":640', '"width":"640"'],
      ['"data":"', '"date":"'],
    ] as const) {
      assert.equal(readSavedComparison(JSON.parse(text.replace(whole, broken))), null, broken);
    }
    session.dispatch({ type: 'piece-toggled', pieceId: 'i1', included: false });
    const { pieces: _pieces, ...rest } = session.saved().comparison;
    const before: unknown = JSON.parse(JSON.stringify({ ...session.saved(), comparison: { ...rest, pieces: [] } }));
    assert.notEqual(readSavedComparison(before), null);
  });

  it('is not sent to a model that takes none; the other side goes on', async () => {
    const { session, conversations } = open(contender('right', { takesImages: false }));
    await session.ask(['left', 'right']);
    assert.equal(session.comparison.left.failure?.kind, 'no-edit');
    assert.deepEqual(session.comparison.right.failure, {
      kind: 'images-not-taken',
      model: session.comparison.right.contender.model,
    });
    assert.equal(conversations.right, undefined);
  });

  it('is sent to that model once the picture is taken out', async () => {
    const { session, conversations } = open(contender('right', { takesImages: false }));
    session.dispatch({ type: 'piece-toggled', pieceId: 'i1', included: false });
    await session.ask(['left', 'right']);
    assert.equal(conversations.right?.told.length, 1);
  });

  it('reserves for the picture, and for no more when it is taken out', async () => {
    const reserved: number[] = [];
    for (const included of [true, false]) {
      const { session, ledger } = open();
      session.dispatch({ type: 'piece-toggled', pieceId: 'i1', included });
      await session.ask(['left']);
      reserved.push(ledger.reservations[0]?.upperBound ?? 0);
    }
    const [withImage = 0, without = 0] = reserved;
    assert.ok(withImage > without && without > 0);
    // Not for every character of its base64, which is no text.
    assert.ok(withImage < 2 * without);
  });

  it('is shown with its tokens, and its base64 only as what it is', () => {
    const { session } = open(contender('right', { takesImages: false }));
    const { prompt } = session.startFor('left');
    const data = shot.image?.data ?? '';
    const preview = { endpoint: 'https://a', body: { input: [`data:image/png;base64,${data}`, 'text'] } };
    const view = requestView(session.comparison, prompt, { left: preview, right: preview });
    assert.deepEqual(view.pieces[0]?.image?.tokens, { left: 20 * 13, right: null });
    assert.ok(!view.left.body.includes(data));
    assert.match(view.left.body, /data:image\/png;base64,<shot\.png: \d+ characters of base64>/);
    assert.match(view.user, /# Images\n\n[^\n]*\n\n1\. shot\.png, 640 × 400 pixels\n/);
    assert.doesNotMatch(view.user, /# Image:/);
  });
});
