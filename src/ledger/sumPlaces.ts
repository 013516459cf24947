import type { Period } from '../core/spend/localPeriods.ts';

/** How long the finest sums are, in milliseconds: every time zone's days begin at a quarter of an hour. */
export const quarterHour = 15 * 60 * 1000;
const quartersPerDay = 96;

/**
 * The rows of `spend_sums` that make up a span of time: whole days of UTC from their sums, and quarters of an hour before
 * and after them. Its parameters are those of `sumPlaces`.
 */
export const sumsWithin = `
  SELECT * FROM spend_sums WHERE span = 'quarter-hour' AND place >= :start AND place < :firstWhole
  UNION ALL SELECT * FROM spend_sums WHERE span = 'day' AND place >= :firstDay AND place < :endDay
  UNION ALL SELECT * FROM spend_sums WHERE span = 'quarter-hour' AND place >= :afterWhole AND place < :end`;

/** Where those rows are. @param period its ends are rounded down to quarters of an hour */
export function sumPlaces(period: Period) {
  const start = Math.floor(period.start / quarterHour);
  const end = Math.floor(period.end / quarterHour);
  const firstDay = Math.ceil(start / quartersPerDay);
  const endDay = Math.floor(end / quartersPerDay);
  // No whole day of UTC fits in: quarters of an hour alone.
  if (firstDay >= endDay) return { start, firstWhole: end, firstDay: 0, endDay: 0, afterWhole: end, end };
  return { start, firstWhole: firstDay * quartersPerDay, firstDay, endDay, afterWhole: endDay * quartersPerDay, end };
}
