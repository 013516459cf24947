import { addToSums, wholeRequest } from './version2.ts';

/**
 * Tells a request that has no bound from one whose bound is the reservation's. The cost of an ended request that is not
 * known is bounded by what its settlement says, and by nothing where that says nothing: what its response named may have
 * no price, and is in no bound from before. And settlements know whether the provider counted the tokens to the end; null
 * in older ones. The sums of ended requests without a known cost change with it, so all are added up anew.
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

DELETE FROM spend_sums;
${addToSums(wholeRequest(''), true)}
`;
