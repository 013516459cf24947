import assert from 'node:assert/strict';
import { Timers } from '../../../../../src/preview/component/runtime/timers.ts';

interface World {
  readonly setTimeout: (
    task: (...given: readonly string[]) => void,
    delay?: number,
    ...given: readonly string[]
  ) => number;
  readonly setInterval: (task: () => void, delay: number) => number;
  readonly clearInterval: (id: number) => void;
}

function begin() {
  const timers = new Timers();
  const world: Record<string, unknown> = {};
  timers.install(world);
  return { timers, world: world as unknown as World };
}

describe('time while a component is rendered', () => {
  it('passes for what waits for it, in order, without anybody waiting', async () => {
    const { timers, world } = begin();
    const seen: string[] = [];
    const sleep = (delay: number) => new Promise<void>((resolve) => world.setTimeout(() => resolve(), delay));
    world.setTimeout((word = '') => seen.push(word), 90_000, 'second');
    world.setTimeout(() => seen.push('first'), 5000);
    const loaded = sleep(60_000)
      .then(() => sleep(60_000))
      .then(() => 'loaded');
    assert.equal(await timers.until(loaded), 'loaded');
    assert.deepEqual(seen, ['first', 'second']);
  });

  it('does not pass where nothing waits', async () => {
    const { timers, world } = begin();
    let ticks = 0;
    world.setInterval(() => {
      ticks += 1;
    }, 10);
    assert.equal(await timers.until(Promise.resolve('there')), 'there');
    assert.equal(ticks, 0);
  });

  it('goes on after a timer that fails or is ended, and comes to an end', async () => {
    const { timers, world } = begin();
    let ticks = 0;
    const id = world.setInterval(() => {
      ticks += 1;
      if (ticks === 3) world.clearInterval(id);
    }, 10);
    const waiting = new Promise((resolve) => world.setTimeout(() => resolve('over'), 1000));
    assert.equal(await timers.until(waiting), 'over');
    assert.equal(ticks, 3);
    const failing = new Promise((_resolve, reject) => world.setTimeout(() => reject(new Error('gone')), 1000));
    await assert.rejects(timers.until(failing), /gone/);
  });
});
