import { localDay, localMonth, type Period } from './localPeriods.ts';

/** A span of days as a person chooses it. */
export type PeriodChoice =
  | { readonly kind: NamedPeriod }
  /** Both days included, as a date field gives them: `2026-03-29`. */
  | { readonly kind: 'custom'; readonly from: string; readonly to: string };

/** The spans that have a name. */
export type NamedPeriod = 'last-7-days' | 'last-30-days' | 'this-month' | 'last-month' | 'this-year' | 'everything';

/**
 * The whole days that a choice means, in the time zone of this process. A custom span that runs backwards is read the
 * other way round; one whose days do not exist is today.
 *
 * @param now milliseconds since the epoch
 * @param extent what there is, for `everything`; today where there is nothing
 */
export function periodOf(choice: PeriodChoice, now: number, extent: Period | null): Period {
  const today = localDay(now);
  switch (choice.kind) {
    case 'last-7-days':
      return { start: daysBefore(now, 6), end: today.end };
    case 'last-30-days':
      return { start: daysBefore(now, 29), end: today.end };
    case 'this-month':
      return { start: localMonth(now).start, end: today.end };
    case 'last-month':
      return localMonth(localMonth(now).start - 1);
    case 'this-year':
      return { start: new Date(new Date(now).getFullYear(), 0, 1).getTime(), end: today.end };
    case 'everything': {
      if (extent === null) return today;
      return { start: localDay(extent.start).start, end: Math.max(extent.end, today.end) };
    }
    case 'custom': {
      const days = [dayOfDate(choice.from), dayOfDate(choice.to)].filter((day) => day !== null);
      if (days.length < 2) return today;
      return { start: Math.min(...days.map(({ start }) => start)), end: Math.max(...days.map(({ end }) => end)) };
    }
  }
}

/** Nothing was asked of a model before; a year that is being typed is below it, too. */
export const firstDate = '2000-01-01';

/** Whether a date field's day can be meant: one that exists, from the year 2000 to tomorrow (zones differ by a day). */
export function isPlausibleDate(date: string, now: number): boolean {
  const day = dayOfDate(date);
  return day !== null && date >= firstDate && day.start <= localDay(now).end;
}

/** The day that a date field means, in the time zone of this process; null where there is no such day. */
export function dayOfDate(date: string): Period | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const noon = new Date(Number(year), Number(month) - 1, Number(day), 12);
  // `Date` turns the 30th of February into a day of March, and the year 2 into 1902.
  const exists =
    noon.getFullYear() === Number(year) && noon.getMonth() === Number(month) - 1 && noon.getDate() === Number(day);
  return exists ? localDay(noon.getTime()) : null;
}

function daysBefore(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime();
}
