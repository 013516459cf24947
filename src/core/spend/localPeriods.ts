/** A half-open span of time in milliseconds since the epoch. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

/**
 * The day that holds an instant, in the time zone of this process. `Date` knows the zone's rules: a day of daylight
 * saving has 23 or 25 hours, and one that has no midnight begins with its first instant.
 */
export function localDay(instant: number): Period {
  const date = new Date(instant);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  return { start: new Date(year, month, day).getTime(), end: new Date(year, month, day + 1).getTime() };
}

/** The calendar month that holds an instant, in the time zone of this process. */
export function localMonth(instant: number): Period {
  const date = new Date(instant);
  const [year, month] = [date.getFullYear(), date.getMonth()];
  return { start: new Date(year, month, 1).getTime(), end: new Date(year, month + 1, 1).getTime() };
}

/** The calendar year that holds an instant, in the time zone of this process. */
export function localYear(instant: number): Period {
  const year = new Date(instant).getFullYear();
  return { start: new Date(year, 0, 1).getTime(), end: new Date(year + 1, 0, 1).getTime() };
}
