import { ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AggregationTemporality, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import type { Reservation, Settlement } from '../app/ledgerPorts.ts';
import type { Clock, Log } from '../app/ports.ts';
import { Measurements } from './measurements.ts';
import type { ServerAddress } from './serverAddress.ts';

/** What a stream needs around it. */
export interface StreamServices {
  readonly clock: Clock;
  readonly log: Log;
  /** Of the extension. */
  readonly version: string;
  /** Gives UUIDs. */
  readonly newId: () => string;
}

/** Requests end in bursts: what ends within this time goes out together. */
const gatherMs = 1000;
/** How long a receiver may take to answer. */
const timeoutMs = 10_000;
/** When to try again what a receiver did not take. */
const retryMs = 60_000;
/** Far more series than two models have; beyond it the SDK sums up what is left in one. */
const mostSeries = 200;

/**
 * One stream of metrics to one receiver, over OTLP/HTTP with binary protobuf.
 *
 * Values are cumulative: what one request to the receiver loses, the next one brings, and memory is bounded by the number
 * of series. Cumulative values want a single writer for each stream
 * (opentelemetry.io/docs/specs/otel/metrics/data-model/#single-writer), and every window writes its own, so each
 * stream has a `service.instance.id`: a UUID of this stream alone, which identifies no machine and no person.
 *
 * The SDK and its encoding are the official ones. Sending is not left to the official exporter, since that takes headers,
 * certificates and more from `OTEL_EXPORTER_OTLP_*` in the environment, where only the person's setting may decide; for
 * the same reason no resource detector runs. Nothing goes out but after a request, so that no one sees from here when an
 * editor is open.
 */
export class MetricsStream {
  private readonly endpoint: string;
  private readonly services: StreamServices;
  private readonly reader = new CumulativeReader();
  private readonly measurements: Measurements;
  private readonly closing = new AbortController();
  private callOffSending: (() => void) | null = null;
  private sending: Promise<void> = Promise.resolve();
  private isUnsent = false;
  private isFailing = false;

  /** @param endpoint checked already */
  constructor(endpoint: string, services: StreamServices) {
    this.endpoint = endpoint;
    this.services = services;
    const resource = resourceFromAttributes({
      'service.name': 'tiebreak',
      'service.version': services.version,
      'service.instance.id': services.newId(),
    });
    const provider = new MeterProvider({ resource, readers: [this.reader] });
    this.measurements = new Measurements(provider.getMeter('tiebreak', services.version));
  }

  /** Measures a request and sends soon. */
  record(reservation: Reservation, settlement: Settlement, server: ServerAddress | null): void {
    if (this.closing.signal.aborted) return;
    this.measurements.record(reservation, settlement, server);
    // A try that waits for its turn after a failure is put forward.
    if (!this.isUnsent || this.isFailing) this.sendAfter(gatherMs);
    this.isUnsent = true;
  }

  /** Sends now what is not sent yet. Resolves when the receiver has answered, or not in time. Never rejects. */
  flush(): Promise<void> {
    this.callOffSending?.();
    this.callOffSending = null;
    this.sending = this.sending.then(() => (this.isUnsent ? this.send() : undefined));
    return this.sending;
  }

  /** Ends the stream at once: nothing is sent any more, and what is under way is cut. */
  close(): void {
    this.callOffSending?.();
    this.closing.abort();
  }

  private sendAfter(milliseconds: number): void {
    this.callOffSending?.();
    this.callOffSending = this.services.clock.after(milliseconds, () => void this.flush());
  }

  private async send(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.isUnsent = false;
    const fault = await this.post();
    if (this.closing.signal.aborted) return;
    if (fault === null) {
      this.isFailing = false;
      return;
    }
    if (!this.isFailing) {
      this.services.log.warn(`Metrics could not be sent to ${new URL(this.endpoint).host}: ${fault}`);
    }
    this.isFailing = true;
    this.isUnsent = true;
    this.sendAfter(retryMs);
  }

  /** @returns why the receiver has not taken them, without anything that it said; null when it has */
  private async post(): Promise<string | null> {
    const { clock } = this.services;
    const late = new AbortController();
    const callOffLateness = clock.after(timeoutMs, () => late.abort());
    try {
      const { resourceMetrics } = await this.reader.collect();
      const body = ProtobufMetricsSerializer.serializeRequest(resourceMetrics);
      if (body === undefined) return 'they could not be encoded';
      const response = await fetch(this.endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-protobuf', 'user-agent': 'Tiebreak' },
        body: Uint8Array.from(body),
        redirect: 'error',
        signal: AbortSignal.any([this.closing.signal, late.signal]),
      });
      // Nothing in the answer is of interest, however long it is.
      response.body?.cancel().catch(() => undefined);
      return response.ok ? null : `status ${response.status}`;
    } catch (error) {
      return late.signal.aborted ? `no answer within ${timeoutMs / 1000} s` : faultOf(error);
    } finally {
      callOffLateness();
    }
  }
}

/** Reads when told to. */
class CumulativeReader extends MetricReader {
  constructor() {
    super({
      aggregationTemporalitySelector: () => AggregationTemporality.CUMULATIVE,
      cardinalitySelector: () => mostSeries,
    });
  }

  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }

  protected override onShutdown(): Promise<void> {
    return Promise.resolve();
  }
}

/** `ECONNREFUSED`, `unexpected redirect` and the like. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
