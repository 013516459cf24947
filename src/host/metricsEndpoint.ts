import type { FailureOf } from '../core/failure.ts';
import { allowedAddress, withoutCredentials } from './baseUrl.ts';

/** Where metrics are sent. */
export interface MetricsEndpoint {
  readonly kind: 'metrics-endpoint';
  readonly url: string;
}

/**
 * Checks the address that metrics are to be sent to, by the rules for base URLs. Null for an empty one: no metrics. One
 * without a path gets the one that OTLP gives metrics (opentelemetry.io/docs/specs/otlp/#otlphttp-request).
 */
export function checkMetricsEndpoint(value: string): MetricsEndpoint | FailureOf<'setting-invalid'> | null {
  const address = value.trim();
  if (address === '') return null;
  const url = allowedAddress(address);
  if (url === null) {
    return { kind: 'setting-invalid', setting: 'tiebreak.metrics.endpoint', value: withoutCredentials(address) };
  }
  if (url.pathname === '/') url.pathname = '/v1/metrics';
  return { kind: 'metrics-endpoint', url: url.href };
}
