import type { DatabaseSync } from 'node:sqlite';

/**
 * SQL for a sum that JavaScript can hold, which stops at the largest safe integer: node:sqlite throws at a larger one, and
 * a sum that nobody can read would keep every budget and readout from working.
 *
 * @param summand an SQL expression
 */
export function safeSum(summand: string): string {
  return `min(max(ifnull(sum(${summand}), 0), -${Number.MAX_SAFE_INTEGER}), ${Number.MAX_SAFE_INTEGER})`;
}

/** The columns of `spend_sums` that are added up. */
export const summands: readonly string[] = [
  'requests',
  'uncached_input',
  'cache_read',
  'cache_write_5m',
  'cache_write_1h',
  'output',
  'reasoning',
  'nano_dollars',
  'cache_savings',
  'unknown_requests',
  'unknown_bound',
  'unbounded_requests',
];

/** An import whose sums would not be exact any more. */
class SumsTooLarge extends Error {
  constructor() {
    super('with it, the sums of the ledger would be too large to be exact');
  }
}

/** Looks whether the sums of all requests are still exact; those of some of them then are, too. @throws SumsTooLarge */
export function requireSafeSums(database: DatabaseSync): void {
  // Added up as floating-point numbers, which have no limit to run into.
  const totals = summands.map((name) => `total(abs(${name}))`);
  const found = database
    .prepare(`
      SELECT max(${totals.join(', ')}) > ${Number.MAX_SAFE_INTEGER} AS is_too_large
      FROM spend_sums WHERE span = 'workspace'`)
    .get();
  if (found?.is_too_large !== 0) throw new SumsTooLarge();
}
