import assert from 'node:assert/strict';
import { DayWatch } from '../../../../src/app/spend/dayWatch.ts';
import { localDay } from '../../../../src/core/spend/localPeriods.ts';
import { HeldClock } from '../heldClock.ts';

describe('DayWatch', () => {
  it('tells when the day has ended, once until it begins anew', async () => {
    const clock = new HeldClock();
    let ended = 0;
    const watch = new DayWatch(clock, () => {
      ended += 1;
    });
    watch.begin();
    watch.begin();
    await clock.advance(localDay(clock.now()).end - clock.now() - 1);
    assert.equal(ended, 0);
    await clock.advance(1);
    assert.equal(ended, 1);
    assert.equal(clock.pending, 0);
    watch.begin();
    watch.end();
    assert.equal(clock.pending, 0);
  });
});
