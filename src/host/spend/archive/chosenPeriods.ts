import type { Period } from '../../../core/spend/localPeriods.ts';
import { localDay, localMonth, localYear } from '../../../core/spend/localPeriods.ts';
import { dayOfDate, periodOf } from '../../../core/spend/periodChoice.ts';

/** A period as the person chose it for an export or a deletion. */
export interface ChosenPeriod {
  readonly period: Period;
  /** For a file's name, e.g. `2026-11`; empty for everything. */
  readonly suffix: string;
}

const day = 24 * 60 * 60 * 1000;

/** @param now milliseconds since the epoch */
export function thisMonth(now: number): ChosenPeriod {
  return { period: periodOf({ kind: 'this-month' }, now, null), suffix: monthOf(localMonth(now).start) };
}

export function lastMonth(now: number): ChosenPeriod {
  const period = periodOf({ kind: 'last-month' }, now, null);
  return { period, suffix: monthOf(period.start) };
}

export function thisYear(now: number): ChosenPeriod {
  return { period: periodOf({ kind: 'this-year' }, now, null), suffix: yearOf(now) };
}

/** @param extent what there is; null for nothing @param now milliseconds since the epoch */
export function everything(extent: Period | null, now: number): ChosenPeriod {
  return { period: periodOf({ kind: 'everything' }, now, extent), suffix: '' };
}

/** Everything before the first day of the year. */
export function beforeThisYear(now: number): ChosenPeriod {
  const { start } = localYear(now);
  return { period: { start: 0, end: start }, suffix: `before-${yearOf(start)}` };
}

/** Everything before the day that is so many days ago. */
export function olderThan(days: number, now: number): ChosenPeriod {
  const { start } = localDay(now - days * day);
  return { period: { start: 0, end: start }, suffix: `before-${dateOf(start)}` };
}

/** From the beginning of the first day to the end of the last. */
export function between(first: Period, last: Period): ChosenPeriod {
  const [from, to] = [dateOf(first.start), dateOf(last.end - 1)];
  return { period: { start: first.start, end: last.end }, suffix: from === to ? from : `${from}-to-${to}` };
}

/** The period that a command was given, `{ start, end }` in milliseconds since the epoch; null for anything else. */
export function givenPeriod(argument: unknown): ChosenPeriod | null {
  if (typeof argument !== 'object' || argument === null || !('start' in argument) || !('end' in argument)) return null;
  const { start, end } = argument;
  return isInstant(start) && isInstant(end) && start < end ? between({ start, end }, { start, end }) : null;
}

/** `Date` knows none beyond a certain one. */
function isInstant(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

/**
 * The day that the person typed, in their time zone.
 *
 * @param text `2026-11-03` @returns null for what is no date, or one of a time before all computers' clocks
 */
export function typedDay(text: string): Period | null {
  const date = text.trim();
  return date < '1970' ? null : dayOfDate(date);
}

/** A date of the person's time zone, `2026-11-03`. */
function dateOf(instant: number): string {
  return `${monthOf(instant)}-${String(new Date(instant).getDate()).padStart(2, '0')}`;
}

function monthOf(instant: number): string {
  return `${yearOf(instant)}-${String(new Date(instant).getMonth() + 1).padStart(2, '0')}`;
}

function yearOf(instant: number): string {
  return String(new Date(instant).getFullYear()).padStart(4, '0');
}
