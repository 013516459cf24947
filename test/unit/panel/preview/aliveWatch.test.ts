import assert from 'node:assert/strict';
import { AliveWatch } from '../../../../src/panel/preview/aliveWatch.ts';
import { HeldClock } from '../../app/heldClock.ts';

function watching() {
  const clock = new HeldClock();
  const told = { times: 0 };
  const watch = new AliveWatch(clock, () => {
    told.times += 1;
  });
  return { clock, watch, told };
}

describe('watching a page for signs of life', () => {
  it('tells once when they stay away', async () => {
    const { clock, watch, told } = watching();
    watch.begin();
    await clock.advance(5_999);
    assert.equal(told.times, 0);
    await clock.advance(60_000);
    assert.equal(told.times, 1);
  });

  it('tells nothing while they come, and nothing when it is over', async () => {
    const { clock, watch, told } = watching();
    for (let second = 0; second < 20; second += 1) {
      watch.begin();
      await clock.advance(1000);
    }
    watch.end();
    await clock.advance(60_000);
    assert.equal(told.times, 0);
    assert.equal(clock.pending, 0);
  });
});
