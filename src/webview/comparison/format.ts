/** Puts values in the places `{0}`, `{1}` … of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index) => String(values[Number(index)] ?? place));
}

/** Tokens: all digits below a thousand, then `4.0k`, `41k`, `1.2M`. */
export function formatTokens(count: number, locale: string): string {
  if (count < 1000) return formatNumber(count, 0, locale);
  if (count < 9950) return `${formatNumber(count / 1000, 1, locale)}k`;
  if (count < 999_500) return `${formatNumber(count / 1000, 0, locale)}k`;
  return `${formatNumber(count / 1_000_000, 1, locale)}M`;
}

/** A count with all its digits: `2,134`. */
export function formatWhole(count: number, locale: string): string {
  return formatNumber(count, 0, locale);
}

/** A count that is only an estimate, with two digits that count: `2,100`. */
export function formatRough(count: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(count);
}

/** A finished duration given in milliseconds: `0.6 s`, `9.4 s`, `72 s`, `3 min 5 s`. */
export function formatDuration(milliseconds: number, locale: string): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 59.95) return `${formatNumber(seconds, 1, locale)} s`;
  const whole = Math.round(seconds);
  if (whole < 120) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A duration that is still running, in whole seconds, so that it ticks calmly. */
export function formatElapsed(milliseconds: number): string {
  const whole = Math.floor(Math.max(0, milliseconds) / 1000);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** `one` for 1, `many` with the count in `{0}` for everything else. */
export function formatCount(count: number, one: string, many: string): string {
  return count === 1 ? one : fill(many, count);
}

/** Words in a row: `1`, `1 and 2`, `1, 2 and 3`; `pair` joins the last two, e.g. `{0} and {1}`. */
export function joinList(items: readonly string[], pair: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : fill(pair, items.slice(0, -1).join(', '), last);
}

function formatNumber(value: number, decimals: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );
}
