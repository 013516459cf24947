import type { RequestObserver, Reservation, Settlement } from '../app/ledgerPorts.ts';
import type { Log } from '../app/ports.ts';
import type { RequestMetrics } from './requestMetrics.ts';

/** What metrics need that can be turned on and off. */
export interface SwitchableMetricsOptions {
  /** Where metrics go now; null for nowhere. */
  readonly endpoint: () => string | null;
  /** Of the extension. */
  readonly version: string;
  readonly log: Log;
}

/** Metrics on their way to one endpoint. */
interface Sending {
  readonly endpoint: string;
  readonly metrics: Promise<RequestMetrics | null>;
}

/**
 * Metrics that follow a setting. OpenTelemetry is loaded by the first request that ends while they are on; what ends
 * while they are off is not kept.
 */
export class SwitchableMetrics implements RequestObserver {
  private sending: Sending | null = null;
  private readonly options: SwitchableMetricsOptions;

  constructor(options: SwitchableMetricsOptions) {
    this.options = options;
  }

  requestEnded(reservation: Reservation, settlement: Settlement): void {
    const endpoint = this.follow();
    if (endpoint === null || reservation.scripted) return;
    this.sending ??= { endpoint, metrics: this.load(endpoint) };
    void this.sending.metrics.then((metrics) => metrics?.requestEnded(reservation, settlement));
  }

  /** Call after a change of the setting: what was measured so far goes where it was meant to go, and no more. */
  settingChanged(): void {
    this.follow();
  }

  /** Sends what there is, within two seconds. Never rejects. */
  async dispose(): Promise<void> {
    const { sending } = this;
    this.sending = null;
    await (await sending?.metrics)?.dispose();
  }

  /** Ends metrics that go elsewhere than they should now; gives where they should. */
  private follow(): string | null {
    const endpoint = this.options.endpoint();
    if (this.sending !== null && this.sending.endpoint !== endpoint) void this.dispose();
    return endpoint;
  }

  /** Never rejects; null when OpenTelemetry cannot be loaded. */
  private async load(endpoint: string): Promise<RequestMetrics | null> {
    const { version, log } = this.options;
    try {
      const { createRequestMetrics } = await import('./requestMetrics.ts');
      return createRequestMetrics({ endpoint, version, log });
    } catch (error) {
      log.error('OpenTelemetry metrics could not be started', error);
      return null;
    }
  }
}
