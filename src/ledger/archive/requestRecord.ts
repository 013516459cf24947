import type { ArchivedRequest, LedgerRequest } from '../../app/archivePorts.ts';
import type { Settlement } from '../../app/ledgerPorts.ts';
import type { FailureKind } from '../../core/failure.ts';
import type { ExtraUsage } from '../../core/spend/billing.ts';
import type { PriceSource } from '../../core/spend/priceSource.ts';
import type { Usage } from '../../core/spend/usage.ts';
import type { Row } from '../columns.ts';
import { integer, integerOrNull, provider, side, taskKind, text, textOrNull } from '../columns.ts';
import { workspaceOf } from './workspaceOf.ts';

/** Everything of a request but the provider's own usage object, which can be large. */
export const requestColumns = `
  reservations.*, workspaces.name AS workspace_name, outcome, failure_kind, first_token_at, ended_at, returned_model,
  uncached_input, cache_read, cache_write_5m, cache_write_1h, output, reasoning, extras, service_tier, region,
  nano_dollars, narrower_bound, cache_savings, price_source, usage_is_final`;

/** What `requestColumns` are read from. */
export const requestTables =
  'reservations LEFT JOIN settlements USING (sequence) LEFT JOIN workspaces USING (workspace_id)';

/** @throws TypeError when a column is not what this version writes */
export function ledgerRequest(row: Row): LedgerRequest {
  return { sequence: integer(row, 'sequence'), ...sharedFacts(row), settlement: settlementFacts(row) };
}

/** The same with the usage object, from the column `raw_usage`. */
export function archivedRequest(row: Row): ArchivedRequest {
  const settlement = settlementFacts(row);
  const rawUsage = usageObject(textOrNull(row, 'raw_usage'));
  return { ...sharedFacts(row), settlement: settlement === null ? null : { ...settlement, rawUsage } };
}

/** A provider's usage object as the ledger keeps it. */
export function usageObject(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

function sharedFacts(row: Row): Omit<LedgerRequest, 'sequence' | 'settlement'> {
  return {
    requestId: text(row, 'request_id'),
    sessionId: text(row, 'session_id'),
    comparisonId: text(row, 'comparison_id'),
    taskKind: taskKind(row),
    workspace: workspaceOf(row),
    side: side(row),
    attempt: integer(row, 'attempt'),
    request: integer(row, 'request'),
    provider: provider(row),
    model: text(row, 'model'),
    scripted: integer(row, 'scripted') !== 0,
    startedAt: integer(row, 'started_at'),
    countedAt: integer(row, 'counted_at'),
    upperBound: integerOrNull(row, 'upper_bound'),
  };
}

function settlementFacts(row: Row): LedgerRequest['settlement'] {
  if (row.outcome === null) return null;
  return {
    outcome: outcome(row),
    failureKind: failureKind(row),
    firstTokenAt: integerOrNull(row, 'first_token_at'),
    endedAt: integer(row, 'ended_at'),
    returnedModel: textOrNull(row, 'returned_model'),
    usage: usage(row),
    usageIsFinal: usageIsFinal(row),
    extras: extras(row),
    terms: { serviceTier: textOrNull(row, 'service_tier'), region: textOrNull(row, 'region') },
    costNanoDollars: integerOrNull(row, 'nano_dollars'),
    upperBound: integerOrNull(row, 'narrower_bound'),
    cacheSavings: integerOrNull(row, 'cache_savings'),
    priceSource: priceSource(textOrNull(row, 'price_source')),
  };
}

function outcome(row: Row): Settlement['outcome'] {
  const name = text(row, 'outcome');
  if (name === 'complete' || name === 'failed' || name === 'cancelled') return name;
  throw new TypeError('The ledger names an outcome that this version of Tiebreak does not know.');
}

/** Only a ledger of ours holds one, and a kind that a later version added is still a name that can be shown. */
function failureKind(row: Row): FailureKind | null {
  return textOrNull(row, 'failure_kind') as FailureKind | null;
}

function usage(row: Row): Usage | null {
  const counts = {
    uncachedInput: integerOrNull(row, 'uncached_input'),
    cacheRead: integerOrNull(row, 'cache_read'),
    cacheWrite5m: integerOrNull(row, 'cache_write_5m'),
    cacheWrite1h: integerOrNull(row, 'cache_write_1h'),
    output: integerOrNull(row, 'output'),
    reasoning: integerOrNull(row, 'reasoning'),
  };
  if (Object.values(counts).every((count) => count === null)) return null;
  return {
    uncachedInput: counts.uncachedInput ?? 0,
    cacheRead: counts.cacheRead ?? 0,
    cacheWrite5m: counts.cacheWrite5m ?? 0,
    cacheWrite1h: counts.cacheWrite1h ?? 0,
    output: counts.output ?? 0,
    reasoning: counts.reasoning ?? 0,
  };
}

function usageIsFinal(row: Row): boolean | null {
  const flag = integerOrNull(row, 'usage_is_final');
  return flag === null ? null : flag !== 0;
}

function extras(row: Row): readonly ExtraUsage[] {
  const parsed: unknown = JSON.parse(text(row, 'extras'));
  if (!Array.isArray(parsed)) throw new TypeError("The ledger's column extras holds no list.");
  return parsed;
}

function priceSource(name: string | null): PriceSource | null {
  if (name === null) return null;
  return name === 'own' ? { kind: 'own' } : { kind: 'list', date: name };
}
