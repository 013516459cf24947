import type { Period } from '../../../core/spend/localPeriods.ts';
import { localDay, localMonth, localYear } from '../../../core/spend/localPeriods.ts';

/** A period as the person chose it. */
export interface NamedPeriod {
  readonly period: Period;
  /** For a file's name, e.g. `2026-11`; empty for everything. */
  readonly suffix: string;
}

const day = 24 * 60 * 60 * 1000;

/** @param now milliseconds since the epoch */
export function thisMonth(now: number): NamedPeriod {
  const period = localMonth(now);
  return { period, suffix: monthOf(period.start) };
}

export function lastMonth(now: number): NamedPeriod {
  return thisMonth(localMonth(now).start - 1);
}

export function thisYear(now: number): NamedPeriod {
  const period = localYear(now);
  return { period, suffix: yearOf(period.start) };
}

/** Everything before the first day of the year. */
export function beforeThisYear(now: number): NamedPeriod {
  const { start } = localYear(now);
  return { period: { start: 0, end: start }, suffix: `before-${yearOf(start)}` };
}

/** Everything before the day that is so many days ago. */
export function olderThan(days: number, now: number): NamedPeriod {
  const { start } = localDay(now - days * day);
  return { period: { start: 0, end: start }, suffix: `before-${dateOf(start)}` };
}

/** The days from one date to another, both included. */
export function between(first: Period, last: Period): NamedPeriod {
  const suffix = `${dateOf(first.start)}-to-${dateOf(last.start)}`;
  return { period: { start: first.start, end: last.end }, suffix };
}

/**
 * The day of a date in the person's time zone.
 *
 * @param text `2026-11-03` @returns null for what is no date
 */
export function dayOfDate(text: string): Period | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  // Noon, which every day has.
  const noon = new Date(Number(year), Number(month) - 1, Number(date), 12);
  return dateOf(noon.getTime()) === text.trim() && noon.getTime() > 0 ? localDay(noon.getTime()) : null;
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
