import assert from 'node:assert/strict';
import { ReadyWatch } from '../../../src/panel/readyWatch.ts';
import { HeldClock } from '../app/heldClock.ts';

describe('ReadyWatch', () => {
  function watched() {
    const clock = new HeldClock();
    let stalls = 0;
    const watch = new ReadyWatch(clock, () => {
      stalls += 1;
    });
    return { clock, watch, stalls: () => stalls };
  }

  it('tells once of a page that never comes up, however often it is looked at meanwhile', async () => {
    const { clock, watch, stalls } = watched();
    watch.begin();
    await clock.advance(10_000);
    watch.begin();
    assert.equal(stalls(), 0);
    await clock.advance(10_000);
    assert.equal(stalls(), 1);
    await clock.advance(60_000);
    assert.equal(stalls(), 1);
  });

  it('says nothing of a page that came up, was hidden or was closed in time', async () => {
    const { clock, watch, stalls } = watched();
    watch.begin();
    await clock.advance(19_000);
    watch.end();
    await clock.advance(60_000);
    assert.equal(stalls(), 0);
  });

  it('waits anew for a page that is shown again', async () => {
    const { clock, watch, stalls } = watched();
    watch.begin();
    watch.end();
    watch.begin();
    await clock.advance(20_000);
    assert.equal(stalls(), 1);
  });
});
