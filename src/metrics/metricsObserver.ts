import type { RequestObserver, Reservation, Settlement } from '../app/ledgerPorts.ts';
import type { Provider } from '../core/contender.ts';
import type { MetricsStream, StreamServices } from './metricsStream.ts';
import type { ServerAddress } from './serverAddress.ts';

/** What the observer needs around it. */
export interface MetricsServices extends StreamServices {
  /** Where metrics go now, checked; null for nowhere. */
  readonly endpoint: () => string | null;
  /** Where a provider is reached now; null when that is not known. */
  readonly server: (provider: Provider) => ServerAddress | null;
}

/**
 * Sends metrics of every request to the address that the person chose. Off without one, and then nothing is loaded.
 * Scripted answers are no requests, and are not measured.
 */
export class MetricsObserver implements RequestObserver {
  private readonly services: MetricsServices;
  private open: { readonly endpoint: string; readonly stream: Promise<MetricsStream> } | null = null;

  constructor(services: MetricsServices) {
    this.services = services;
  }

  requestEnded(reservation: Reservation, settlement: Settlement): void {
    if (reservation.scripted) return;
    const stream = this.currentStream();
    if (stream === null) return;
    const server = this.services.server(reservation.provider);
    stream
      .then((opened) => opened.record(reservation, settlement, server))
      .catch((error: unknown) => this.services.log.error('A request could not be measured', error));
  }

  /** To be called when the address may have changed: nothing goes to the old one from then on. */
  endpointChanged(): void {
    if (this.open === null || this.open.endpoint === this.services.endpoint()) return;
    this.open.stream.then((stream) => stream.close()).catch(() => undefined);
    this.open = null;
  }

  /** Sends what is not sent yet, as far as there is time for it. */
  dispose(): void {
    this.open?.stream.then((stream) => stream.flush().then(() => stream.close())).catch(() => undefined);
    this.open = null;
  }

  private currentStream(): Promise<MetricsStream> | null {
    this.endpointChanged();
    const endpoint = this.services.endpoint();
    if (endpoint === null) return null;
    this.open ??= { endpoint, stream: this.load(endpoint) };
    return this.open.stream;
  }

  private async load(endpoint: string): Promise<MetricsStream> {
    const { MetricsStream: Stream } = await import('./metricsStream.ts');
    return new Stream(endpoint, this.services);
  }
}
