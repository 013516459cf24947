/**
 * How long a provider asks us to wait, in milliseconds, or null when it does not say. Reads `retry-after-ms`,
 * `retry-after` (seconds or a date), and OpenAI's sentence "Please try again in 1.5s", which comes without a header.
 */
export function retryAfter(headers: Headers | null, message: string | null): number | null {
  const milliseconds = positive(headers?.get('retry-after-ms'));
  if (milliseconds !== null) return Math.ceil(milliseconds);
  const header = headers?.get('retry-after') ?? null;
  const seconds = positive(header);
  if (seconds !== null) return Math.ceil(seconds * 1000);
  // A date has a month's name in it; `Date.parse` would take a bare number for a year.
  const date = /[a-z]{3}/i.test(header ?? '') ? Date.parse(header ?? '') : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - Date.now());
  const sentence = /try again in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)(ms|s))?/i.exec(message ?? '');
  if (sentence === null) return null;
  const [, hours, minutes, amount, unit] = sentence;
  if (hours === undefined && minutes === undefined && amount === undefined) return null;
  const small = Number(amount ?? 0) * (unit === 'ms' ? 1 : 1000);
  return Math.ceil(Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 + small);
}

function positive(text: string | null | undefined): number | null {
  if (text === null || text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}
