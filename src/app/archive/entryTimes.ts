import type { Period } from '../../core/spend/localPeriods.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * When an entry of an import can have been: not before 2000, when there was nothing of this kind, and not later than now
 * but for the clocks of other machines and time zones. Anything else comes from a clock that was never set, and would
 * stretch every report over ages.
 *
 * @param now milliseconds since the epoch
 */
export function entryTimes(now: number): Period {
  return { start: Date.UTC(2000, 0), end: now + day };
}
