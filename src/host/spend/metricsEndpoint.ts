import type { FailureOf } from '../../core/failure.ts';
import { checkBaseUrl } from '../baseUrl.ts';

/**
 * Checks where metrics shall go, by the rules for every address that data is sent to: https, or http to this machine
 * only, and nothing in it but host, port and path. Null for an empty value.
 */
export function checkMetricsEndpoint(value: string): string | null | FailureOf<'setting-invalid'> {
  if (value.trim() === '') return null;
  // The provider only matters for an empty value.
  const checked = checkBaseUrl('openai', value);
  return checked.kind === 'base-url' ? checked.url : { ...checked, setting: 'tiebreak.metrics.endpoint' };
}
