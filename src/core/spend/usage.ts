/**
 * Tokens of one request in one normal form, whatever the provider's own counting. The four input classes and `output`
 * do not overlap, so their sum is what was billed.
 */
export interface Usage {
  /** Input tokens billed at the full rate. */
  readonly uncachedInput: number;
  /** Input tokens read from the provider's cache. */
  readonly cacheRead: number;
  /** Input tokens written to a cache that lives five minutes (or the provider's only kind). */
  readonly cacheWrite5m: number;
  /** Input tokens written to a cache that lives one hour. */
  readonly cacheWrite1h: number;
  /** Output tokens, reasoning included. */
  readonly output: number;
  /** How many of `output` were reasoning. */
  readonly reasoning: number;
}

/** Nothing used yet. */
export const noUsage: Usage = {
  uncachedInput: 0,
  cacheRead: 0,
  cacheWrite5m: 0,
  cacheWrite1h: 0,
  output: 0,
  reasoning: 0,
};

/** The sum, class by class. */
export function addUsage(one: Usage, other: Usage): Usage {
  return {
    uncachedInput: one.uncachedInput + other.uncachedInput,
    cacheRead: one.cacheRead + other.cacheRead,
    cacheWrite5m: one.cacheWrite5m + other.cacheWrite5m,
    cacheWrite1h: one.cacheWrite1h + other.cacheWrite1h,
    output: one.output + other.output,
    reasoning: one.reasoning + other.reasoning,
  };
}

/** All input tokens, cached or not. */
export function inputTokens(usage: Usage): number {
  return usage.uncachedInput + usage.cacheRead + usage.cacheWrite5m + usage.cacheWrite1h;
}
