import { addToSums, counts } from './version2.ts';

/** What ended requests that have no bound add to the sums, which knew them by the bound of their reservation. */
const lostItsBound = `
  SELECT
    session_id, counted_at, workspace_id, provider, model, scripted, task_kind, 0 AS requests,
    ${counts.map((name) => `0 AS ${name}`).join(', ')},
    0 AS unknown_requests, -upper_bound AS unknown_bound, 1 AS unbounded_requests
  FROM settlements JOIN reservations USING (sequence)
  WHERE nano_dollars IS NULL AND narrower_bound IS NULL AND upper_bound IS NOT NULL`;

/**
 * Tells a request that has no bound from one whose bound is the reservation's. The cost of an ended request that is not
 * known is bounded by what its settlement says, and by nothing where that says nothing: what its response named may have
 * no price, and is in no bound from before. The sums change with it where a request ended so. And settlements know whether
 * the provider counted the tokens to the end; null in older ones.
 */
export const version4 = `
ALTER TABLE settlements ADD COLUMN usage_is_final INTEGER;

DROP VIEW requests;

CREATE VIEW requests AS
SELECT
  reservations.*, outcome, failure_kind, first_token_at, ended_at, returned_model, uncached_input, cache_read,
  cache_write_5m, cache_write_1h, output, reasoning, extras, service_tier, region, nano_dollars, narrower_bound,
  cache_savings, price_source, raw_usage, usage_is_final,
  nano_dollars IS NULL AS is_unknown,
  iif(nano_dollars IS NULL, ifnull(iif(outcome IS NULL, upper_bound, narrower_bound), 0), 0) AS unknown_bound,
  nano_dollars IS NULL AND iif(outcome IS NULL, upper_bound, narrower_bound) IS NULL AS is_unbounded
FROM reservations LEFT JOIN settlements USING (sequence);
${addToSums(lostItsBound)}
`;
