import type { SpendRow } from '../app/ledgerPorts.ts';
import type { Row } from './columns.ts';
import { integer, provider, text } from './columns.ts';
import { safeSum, summands } from './safeSums.ts';

/** The columns that `spendRow` reads: sums of rows of `spend_sums`, grouped by model and whatever else. */
export const spendColumns = [
  'provider, model, scripted',
  ...summands.map((name) => `${safeSum(name)} AS ${name}`),
].join(', ');

/** @throws TypeError when a column is not what `spendColumns` makes */
export function spendRow(row: Row): SpendRow {
  return {
    provider: provider(row),
    model: text(row, 'model'),
    scripted: integer(row, 'scripted') !== 0,
    requests: integer(row, 'requests'),
    usage: {
      uncachedInput: integer(row, 'uncached_input'),
      cacheRead: integer(row, 'cache_read'),
      cacheWrite5m: integer(row, 'cache_write_5m'),
      cacheWrite1h: integer(row, 'cache_write_1h'),
      output: integer(row, 'output'),
      reasoning: integer(row, 'reasoning'),
    },
    nanoDollars: integer(row, 'nano_dollars'),
    cacheSavings: integer(row, 'cache_savings'),
    unknownRequests: integer(row, 'unknown_requests'),
    unknownUpperBound: integer(row, 'unbounded_requests') > 0 ? null : integer(row, 'unknown_bound'),
  };
}
