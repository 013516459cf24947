import { createOtlpHttpExportDelegate, httpAgentFactoryFromOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import { MetricsExporterMetricsHelper, ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { AggregationTemporality, type PushMetricExporter } from '@opentelemetry/sdk-metrics';

/** What an exporter needs. */
export interface OtlpExporterOptions {
  /** Where to post, path included. */
  readonly url: string;
  /** Given up after this, retries included, in milliseconds. */
  readonly timeoutMs: number;
  /** Called after each export; null when it went well. */
  readonly onExported: (error: Error | null) => void;
}

/** An exporter that can be cut off. */
export interface OtlpExporter extends PushMetricExporter {
  /** Ends what is under way; nothing is sent afterwards. */
  end(): void;
}

/**
 * Posts metrics as protobuf over HTTP. Put together from the parts of the official exporter, because that one takes
 * headers and certificates from `OTEL_EXPORTER_OTLP_…` variables even where everything is given: only the person's
 * setting decides where data goes and what goes with it. No redirect is followed.
 */
export function createOtlpExporter({ url, timeoutMs, onExported }: OtlpExporterOptions): OtlpExporter {
  const makeAgent = httpAgentFactoryFromOptions({ keepAlive: false });
  const agents = new Set<{ destroy(): void }>();
  let ended = false;
  const delegate = createOtlpHttpExportDelegate(
    {
      url,
      // Asked for before each attempt, so a retry that waits finds out here that it is no longer wanted.
      headers: async () => {
        if (ended) throw new Error('the exporter has ended');
        return { 'Content-Type': 'application/x-protobuf' };
      },
      agentFactory: async (protocol) => {
        const agent = await makeAgent(protocol);
        agents.add(agent);
        return agent;
      },
      compression: 'none',
      concurrencyLimit: 1,
      timeoutMillis: timeoutMs,
      userAgent: 'Tiebreak',
    },
    ProtobufMetricsSerializer,
    'otlp_http_metric_exporter',
    MetricsExporterMetricsHelper,
    // Without a provider of its own the exporter measures nothing about itself.
    undefined,
  );
  return {
    selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
    export(metrics, done) {
      delegate.export(metrics, (result) => {
        if (!ended) onExported(result.error ?? null);
        done(result);
      });
    },
    forceFlush: () => delegate.forceFlush(),
    shutdown: () => delegate.shutdown(),
    end() {
      ended = true;
      for (const agent of agents) agent.destroy();
    },
  };
}
