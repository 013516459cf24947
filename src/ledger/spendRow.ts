import type { SpendRow } from '../app/ledgerPorts.ts';
import type { Row } from './columns.ts';
import { integer, provider, text } from './columns.ts';

/** The columns that `spendRow` reads: sums of rows of `spend_sums`, grouped by model and whatever else. */
export const spendColumns = `
  provider, model, scripted, sum(requests) AS requests, sum(uncached_input) AS uncached_input,
  sum(cache_read) AS cache_read, sum(cache_write_5m) AS cache_write_5m, sum(cache_write_1h) AS cache_write_1h,
  sum(output) AS output, sum(reasoning) AS reasoning, sum(nano_dollars) AS nano_dollars,
  sum(cache_savings) AS cache_savings, sum(unknown_requests) AS unknown_requests,
  sum(unknown_bound) AS unknown_bound, sum(unbounded_requests) AS unbounded_requests`;

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
