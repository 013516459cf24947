import type { Period } from './localPeriods.ts';

/** How much time one bar of a chart stands for. */
export type BucketUnit = 'day' | 'week' | 'month' | 'year';

/** A period cut into days, weeks (from Monday on), months or years of the time zone of this process. */
export interface TimeBuckets {
  readonly unit: BucketUnit;
  /** Where each begins, in milliseconds since the epoch; the first and the last may be cut off by the period. */
  readonly starts: readonly number[];
  /** The bucket that an instant of the period is in. */
  indexOf(instant: number): number;
}

/** More bars than that are hard to tell apart, and a narrow panel has no room for them. */
const mostDays = 62;
const mostWeeks = 80;
/** Counted as of 31 days each, so that there are no more of them than of weeks. */
const mostMonths = 78;
const hoursPerMonth = 31 * 24;
const hoursPerWeek = 7 * 24;
const hour = 60 * 60 * 1000;

/** Cuts a period of whole days into as many buckets as people can tell apart. */
export function timeBuckets(period: Period): TimeBuckets {
  const hours = (period.end - period.start) / hour;
  // A day of daylight saving has 25 hours, which must not make one more of many days.
  const unit = unitFor(hours);
  const starts: number[] = [];
  for (let start = period.start; start < period.end; start = nextStart(start, unit)) starts.push(start);
  return { unit, starts, indexOf: (instant) => lastNotAfter(starts, instant) };
}

function unitFor(hours: number): BucketUnit {
  if (hours <= mostDays * 24 + 1) return 'day';
  if (hours <= mostWeeks * hoursPerWeek + 1) return 'week';
  return hours <= mostMonths * hoursPerMonth ? 'month' : 'year';
}

function nextStart(start: number, unit: BucketUnit): number {
  const date = new Date(start);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  if (unit === 'day') return new Date(year, month, day + 1).getTime();
  if (unit === 'month') return new Date(year, month + 1, 1).getTime();
  if (unit === 'year') return new Date(year + 1, 0, 1).getTime();
  const daysSinceMonday = (date.getDay() + 6) % 7;
  return new Date(year, month, day - daysSinceMonday + 7).getTime();
}

function lastNotAfter(starts: readonly number[], instant: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
