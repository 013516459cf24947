import type { Log } from '../../../src/app/ports.ts';
import { MetricsObserver } from '../../../src/metrics/metricsObserver.ts';
import { HeldClock } from '../app/heldClock.ts';

/** A log that keeps its lines. */
class KeptLog implements Log {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(message);
  }

  warn(message: string): void {
    this.lines.push(message);
  }

  error(message: string, cause?: unknown): void {
    this.lines.push(`${message} ${String(cause)}`);
  }
}

/** A held clock that knows how often it was asked to wait for how long. */
class CountingClock extends HeldClock {
  private readonly asked: number[] = [];

  override after(milliseconds: number, callback: () => void): () => void {
    this.asked.push(milliseconds);
    return super.after(milliseconds, callback);
  }

  /** How many waits of that length were begun. */
  waits(milliseconds: number): number {
    return this.asked.filter((asked) => asked === milliseconds).length;
  }
}

/** An observer with everything around it in the hands of a test. */
export function observing(endpoint: string | null) {
  const clock = new CountingClock();
  const log = new KeptLog();
  const setting = { endpoint };
  let ids = 0;
  const observer = new MetricsObserver({
    clock,
    log,
    version: '1.2.3',
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    endpoint: () => setting.endpoint,
    server: (provider) => ({ host: `api.${provider}.com`, port: 443 }),
  });
  return { observer, clock, log, setting };
}

/** Resolves once it is so, however long that takes. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
