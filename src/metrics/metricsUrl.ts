const signalPath = '/v1/metrics';

/**
 * Where metrics are posted: the base endpoint with `/v1/metrics` after it, unless it ends so already
 * (opentelemetry.io/docs/specs/otel/protocol/exporter, endpoint URLs for OTLP/HTTP).
 *
 * @param endpoint an address that was checked
 */
export function metricsUrl(endpoint: string): string {
  const base = endpoint.replace(/\/+$/, '');
  return base.endsWith(signalPath) ? base : `${base}${signalPath}`;
}
