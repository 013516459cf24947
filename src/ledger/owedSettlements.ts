import type { Settlement } from '../app/ledgerPorts.ts';

/** How long after a failure what is owed is tried again, in milliseconds. */
const retryAfter = 10_000;

/** What settlements that could not be written need. */
export interface OwedSettlementsOptions {
  /** Tries to write what is owed. Never rejects. */
  readonly retry: () => Promise<void>;
  /** As `Clock.after`. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/**
 * Settlements that could not be written, since the file was locked for long, the disk full or the like. What is known of
 * a cost is not thrown away for that: they are kept while the window lives, and tried again now and then.
 */
export class OwedSettlements {
  private readonly options: OwedSettlementsOptions;
  private readonly owed = new Map<string, Settlement>();
  private callOff: (() => void) | null = null;
  private stopped = false;

  constructor(options: OwedSettlementsOptions) {
    this.options = options;
  }

  get isEmpty(): boolean {
    return this.owed.size === 0;
  }

  /** Keeps a settlement until it is written. The first one of a request counts. */
  keep(settlement: Settlement): void {
    if (!this.owed.has(settlement.requestId)) this.owed.set(settlement.requestId, settlement);
    this.retryLater();
  }

  /**
   * Writes what it can, one after the other; what cannot be written stays owed.
   *
   * @param write throws where it could not @throws what `write` threw first
   */
  writeAll(write: (settlement: Settlement) => void): void {
    const errors: unknown[] = [];
    for (const settlement of this.owed.values()) {
      try {
        write(settlement);
        this.owed.delete(settlement.requestId);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  /** Tries for the last time, and not by itself any more. */
  stop(): void {
    this.stopped = true;
    this.callOff?.();
    this.callOff = null;
    if (!this.isEmpty) void this.options.retry();
  }

  private retryLater(): void {
    if (this.callOff !== null || this.isEmpty || this.stopped) return;
    this.callOff = this.options.after(retryAfter, () => {
      const tried = this.isEmpty ? Promise.resolve() : this.options.retry();
      void tried.finally(() => {
        this.callOff = null;
        this.retryLater();
      });
    });
  }
}
