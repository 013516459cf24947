import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { RequestObserver } from '../app/ledgerPorts.ts';
import type { Log } from '../app/ports.ts';
import { ExportLog } from './exportLog.ts';
import { metricsUrl } from './metricsUrl.ts';
import { createOtlpExporter } from './otlpExporter.ts';
import { recordRequests } from './requestInstruments.ts';

/** What metrics need. */
export interface RequestMetricsOptions {
  /** The base address of an OTLP/HTTP receiver, checked. */
  readonly endpoint: string;
  /** Of the extension. */
  readonly version: string;
  readonly log: Log;
}

/** Metrics of requests that are sent now and then. */
export interface RequestMetrics extends RequestObserver {
  /** Sends what there is. Never rejects; faults go to the log. */
  flush(): Promise<void>;
  /** Sends what there is and ends, after two seconds at the latest. Never rejects. */
  dispose(): Promise<void>;
}

const exportEveryMs = 60_000;
const exportTimeoutMs = 10_000;
const lastExportMs = 2_000;

/**
 * Sends metrics of requests to an OpenTelemetry receiver. Nothing global is registered, so no other extension's
 * instruments come along. The resource names Tiebreak and its version; of the machine it says nothing, and the random
 * instance keeps the sums of several windows apart.
 */
export function createRequestMetrics({ endpoint, version, log }: RequestMetricsOptions): RequestMetrics {
  const url = metricsUrl(endpoint);
  const exports = new ExportLog(new URL(url).host, log);
  const exporter = createOtlpExporter({
    url,
    timeoutMs: exportTimeoutMs,
    onExported: (error) => exports.take(error),
  });
  const provider = new MeterProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({
        'service.name': 'tiebreak',
        'service.version': version,
        'service.instance.id': crypto.randomUUID(),
      }),
    ),
    readers: [
      new PeriodicExportingMetricReader({
        exporter,
        exportIntervalMillis: exportEveryMs,
        // Longer than the exporter's own limit, which says more of what went wrong.
        exportTimeoutMillis: 2 * exportTimeoutMs,
      }),
    ],
  });
  const observer = recordRequests(provider.getMeter('tiebreak', version));
  let disposed: Promise<void> | null = null;
  return {
    requestEnded: (reservation, settlement) => observer.requestEnded(reservation, settlement),
    // What can go wrong was told to the log by the exporter already.
    flush: () => provider.forceFlush().catch(() => undefined),
    dispose() {
      disposed ??= provider
        .shutdown({ timeoutMillis: lastExportMs })
        .catch(() => undefined)
        .finally(() => exporter.end());
      return disposed;
    },
  };
}
