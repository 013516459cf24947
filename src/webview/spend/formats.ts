import { formatDollars } from '../../core/spend/money.ts';
import type { BucketUnit } from '../../core/spend/timeBuckets.ts';

const nanoDollarsPerDollar = 1_000_000_000;
/** From this much on (ten dollars) an amount is given in cents. */
const inCents = 10 * nanoDollarsPerDollar;

/** Ways to write what the dashboard shows, made once for a language and a time zone. */
export interface Formats {
  /** A time on a day of the zone: `27 Nov 2026, 14:02:11`. */
  readonly moment: (instant: number) => string;
  /** The same to the minute, for lists: without the year where it is this one. @param now of this year */
  readonly shortMoment: (instant: number, now: number) => string;
  /** A bar of a chart by the day, month or year where it begins. */
  readonly bucket: (start: number, unit: BucketUnit) => string;
  /** The same as short as an axis needs it. */
  readonly tick: (start: number, unit: BucketUnit) => string;
  /** A span of days, the second given by its end. */
  readonly days: (start: number, end: number) => string;
  readonly whole: (count: number) => string;
  /** A ratio or share in two digits that count. */
  readonly ratio: (value: number) => string;
  readonly percent: (share: number) => string;
  /** Money that may be negative, such as savings. */
  readonly money: (nanoDollars: number) => string;
  /** Writes a column of money with as many decimals in every row, by its greatest amount. */
  readonly moneyColumn: (greatest: number) => (nanoDollars: number) => string;
}

/** See {@link Formats}. */
export function createFormats(locale: string, timeZone: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: number) => format.format(instant);
  };
  const whole = new Intl.NumberFormat(locale);
  const ratio = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' });
  const day = dates({ day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = dates({ day: 'numeric', month: 'short' });
  const month = dates({ month: 'short', year: 'numeric' });
  const year = dates({ year: 'numeric' });
  const inMinutes = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const ofThisYear = dates(inMinutes);
  const ofAnotherYear = dates({ ...inMinutes, year: 'numeric' });
  const money = (nanoDollars: number) =>
    nanoDollars < 0 ? `−${formatDollars(-nanoDollars, locale)}` : formatDollars(nanoDollars, locale);
  const inCentsOnly = (nanoDollars: number) =>
    nanoDollars > 0 && nanoDollars < nanoDollarsPerDollar / 200
      ? `<${cents.format(0.01)}`
      : cents.format(nanoDollars / nanoDollarsPerDollar);
  return {
    moment: dates({ dateStyle: 'medium', timeStyle: 'medium' }),
    shortMoment: (instant, now) => (year(instant) === year(now) ? ofThisYear(instant) : ofAnotherYear(instant)),
    bucket: (start, unit) => ({ day, week: day, month, year })[unit](start),
    tick: (start, unit) => ({ day: shortDay, week: shortDay, month, year })[unit](start),
    days: (start, end) => (day(start) === day(end - 1) ? day(start) : `${day(start)} – ${day(end - 1)}`),
    whole: (count) => whole.format(count),
    ratio: (value) => ratio.format(value),
    percent: (share) => percent.format(share),
    money,
    moneyColumn: (greatest) => (greatest >= inCents ? inCentsOnly : money),
  };
}
