import type { Log } from '../app/ports.ts';

/** Tells the log of exports: the first of a run of failures, and that they go well again. */
export class ExportLog {
  private failing = false;
  private readonly host: string;
  private readonly log: Log;

  /** @param host where metrics go, without anything that could be a credential */
  constructor(host: string, log: Log) {
    this.host = host;
    this.log = log;
  }

  /** @param error null for an export that went well */
  take(error: Error | null): void {
    if (error !== null && !this.failing) {
      this.log.warn(`Metrics could not be sent to ${this.host} (${reasonOf(error)}); further failures are not logged`);
    }
    if (error === null && this.failing) this.log.info(`Metrics are sent to ${this.host} again`);
    this.failing = error !== null;
  }
}

/** An error's code or HTTP status. Its message could repeat what the receiver said, which can be anything. */
function reasonOf(error: Error): string {
  const code = 'code' in error ? error.code : null;
  if (typeof code === 'number') return `status ${code}`;
  return typeof code === 'string' ? code : error.name;
}
