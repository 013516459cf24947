import assert from 'node:assert/strict';
import type { Envelope, HostMessages } from '../../../../src/shared/messages.ts';
import { applyHostMessage, emptyPanelState, type PanelState } from '../../../../src/webview/comparison/panelState.ts';
import { leftDone, rightDone, viewOf, waitingSide } from '../../../ui/gallery/galleryTask.ts';

function message<Name extends keyof HostMessages>(
  type: Name,
  payload: HostMessages[Name],
  comparisonId = 'gallery',
): Envelope<Pick<HostMessages, Name>> {
  return { type, comparisonId, payload };
}

function stateAfter(...messages: readonly Envelope<HostMessages>[]): PanelState {
  return messages.reduce(applyHostMessage, emptyPanelState);
}

const opened = message('view-replaced', { view: viewOf(waitingSide('left'), waitingSide('right')) });
const grew = (at: number, text: string, attempt = 1) =>
  message('answer-grew', { side: 'left', attempt, prose: { at, text }, thinking: null });

describe('applyHostMessage', () => {
  it('takes a whole view in, words apart from the rest', () => {
    const state = stateAfter(message('view-replaced', { view: viewOf(leftDone, rightDone) }));
    assert.equal(state.words.left.prose, leftDone.prose);
    assert.equal(state.view?.left.hunks, leftDone.hunks);
  });

  it('appends text and leaves everything else the same object', () => {
    const before = stateAfter(opened);
    const state = applyHostMessage(applyHostMessage(before, grew(0, 'The loop ')), grew(9, 'runs.'));
    assert.equal(state.words.left.prose, 'The loop runs.');
    assert.equal(state.view, before.view);
    assert.equal(state.words.right, before.words.right);
  });

  it('takes text that comes twice once', () => {
    assert.equal(stateAfter(opened, grew(0, 'twice'), grew(0, 'twice')).words.left.prose, 'twice');
    assert.equal(stateAfter(opened, grew(0, 'twi'), grew(0, 'twice')).words.left.prose, 'twice');
  });

  it('loses track when text before is missing, until a whole view comes', () => {
    const lost = stateAfter(opened, grew(0, 'The'), grew(10, 'runs'));
    assert.equal(lost.lostTrack, true);
    assert.equal(lost.words.left.prose, 'The');
    assert.equal(applyHostMessage(lost, opened).lostTrack, false);
  });

  it('drops what belongs to another comparison', () => {
    const state = stateAfter(opened);
    const other = message(
      'answer-grew',
      { side: 'left', attempt: 1, prose: { at: 0, text: 'x' }, thinking: null },
      'other',
    );
    assert.equal(applyHostMessage(state, other), state);
  });

  it('drops everything before the first view', () => {
    assert.equal(stateAfter(grew(0, 'early')), emptyPanelState);
  });

  it('starts a new asking without words, and drops what the older one still says', () => {
    const {
      side: _side,
      label: _label,
      effort: _effort,
      attempt: _attempt,
      prose: _prose,
      thinking: _thinking,
      ...change
    } = {
      ...waitingSide('left'),
      status: 'connecting' as const,
    };
    const again = stateAfter(opened, grew(0, 'old'), message('side-changed', { side: 'left', attempt: 2, change }));
    assert.equal(again.words.left.prose, '');
    assert.equal(again.view?.left.status, 'connecting');
    assert.equal(applyHostMessage(again, grew(3, ' older', 1)), again);
    assert.equal(applyHostMessage(again, message('side-changed', { side: 'left', attempt: 1, change })), again);
    assert.equal(applyHostMessage(again, grew(0, 'new', 2)).words.left.prose, 'new');
  });

  it('lets the words of a new asking arrive before anything else of it', () => {
    const state = stateAfter(opened, grew(0, 'old'), grew(0, 'new', 2));
    assert.equal(state.words.left.prose, 'new');
    assert.equal(state.view?.left.attempt, 2);
  });

  it('takes in what became of the person’s own code, and leaves everything else the same object', () => {
    const before = stateAfter(opened);
    const { view } = applyHostMessage(before, message('drift-changed', { driftedHunks: ['left-1-1'], conflicts: [] }));
    assert.deepEqual(view?.driftedHunks, ['left-1-1']);
    assert.equal(view?.left, before.view?.left);
  });

  it('keeps what a whole view says again as the objects that it has, so that only changes are rendered', () => {
    const view = viewOf(leftDone, rightDone);
    const before = stateAfter(message('view-replaced', { view }));
    const copy = structuredClone({ ...view, right: { ...rightDone, status: 'writing' as const } });
    const after = applyHostMessage(before, message('view-replaced', { view: copy }));
    assert.notEqual(after.view, before.view);
    assert.equal(after.view?.left, before.view?.left);
    assert.equal(after.view?.baseFiles, before.view?.baseFiles);
    assert.equal(after.view?.right.hunks, before.view?.right.hunks);
    assert.equal(after.view?.right.status, 'writing');
  });

  it('replaces choices, phase and notice together', () => {
    const choices = { 'left-1-1': { state: 'accepted', because: null } } as const;
    const notice = { tone: 'success', sentence: 'Applied.', actions: [] } as const;
    const state = stateAfter(opened, message('choices-changed', { choices, phase: 'settled', notice }));
    assert.deepEqual([state.view?.choices, state.view?.phase, state.view?.notice], [choices, 'settled', notice]);
  });
});
