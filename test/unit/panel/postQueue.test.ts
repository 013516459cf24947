import assert from 'node:assert/strict';
import { type HostPost, PostQueue } from '../../../src/panel/postQueue.ts';
import { rightDone, viewOf, waitingSide } from '../../ui/gallery/galleryTask.ts';

function setUp() {
  const posted: HostPost[] = [];
  const frames: (() => void)[] = [];
  const queue = new PostQueue(
    (message) => posted.push(message),
    (_milliseconds, callback) => {
      frames.push(callback);
      return () => frames.splice(frames.indexOf(callback), 1);
    },
  );
  return { posted, queue, frames, passFrame: () => frames.shift()?.() };
}

const grew = (side: 'left' | 'right', at: number, text: string, attempt = 1): HostPost => ({
  type: 'answer-grew',
  comparisonId: 'one',
  payload: { side, attempt, prose: { at, text }, thinking: null },
});
const changed = (attempt: number, requests: number): HostPost => {
  const {
    side,
    label: _label,
    effort: _effort,
    attempt: _attempt,
    prose: _prose,
    thinking: _thinking,
    ...change
  } = rightDone;
  return { type: 'side-changed', comparisonId: 'one', payload: { side, attempt, change: { ...change, requests } } };
};
const types = (posts: readonly HostPost[]) => posts.map(({ type }) => type);

describe('PostQueue', () => {
  it('posts nothing within a frame and everything after it, in one go', () => {
    const { posted, queue, frames, passFrame } = setUp();
    queue.add(grew('left', 0, 'The '));
    queue.add(grew('right', 0, 'Off '));
    queue.add(grew('left', 4, 'loop'));
    assert.equal(posted.length, 0);
    assert.equal(frames.length, 1);
    passFrame();
    assert.deepEqual(posted, [grew('left', 0, 'The loop'), grew('right', 0, 'Off ')]);
  });

  it('does not join texts that do not follow each other', () => {
    const { posted, queue } = setUp();
    queue.add(grew('left', 0, 'The'));
    queue.add(grew('left', 9, 'loop'));
    queue.add(grew('left', 0, 'New', 2));
    queue.flush();
    assert.equal(posted.length, 3);
  });

  it('joins prose and thinking independently', () => {
    const { posted, queue } = setUp();
    queue.add({
      ...grew('left', 0, ''),
      payload: { side: 'left', attempt: 1, prose: null, thinking: { at: 0, text: 'Hm' } },
    } as HostPost);
    queue.add(grew('left', 0, 'The'));
    queue.flush();
    assert.deepEqual(
      posted.map(({ payload }) => payload),
      [{ side: 'left', attempt: 1, prose: { at: 0, text: 'The' }, thinking: { at: 0, text: 'Hm' } }],
    );
  });

  it('keeps the latest state of a side, each asking for itself', () => {
    const { posted, queue } = setUp();
    queue.add(changed(1, 1));
    queue.add(changed(1, 2));
    queue.add(changed(2, 1));
    queue.flush();
    assert.deepEqual(posted, [changed(1, 2), changed(2, 1)]);
  });

  it('lets a whole view replace what waits', () => {
    const { posted, queue } = setUp();
    queue.add(grew('left', 0, 'The'));
    queue.add({
      type: 'view-replaced',
      comparisonId: 'one',
      payload: { view: viewOf(waitingSide('left'), waitingSide('right')) },
    });
    queue.flush();
    assert.deepEqual(types(posted), ['view-replaced']);
  });

  it('starts a new frame after a flush, and forgets on being cleared', () => {
    const { posted, queue, frames } = setUp();
    queue.add(grew('left', 0, 'a'));
    queue.flush();
    assert.equal(frames.length, 0);
    queue.add(grew('left', 1, 'b'));
    queue.clear();
    assert.equal(frames.length, 0);
    queue.flush();
    assert.equal(posted.length, 1);
  });
});
