import type { Clock } from './ports.ts';

/** Does a piece of work at most every so many milliseconds: at once after a pause, else when the time is up. */
export class Throttle {
  private readonly clock: Clock;
  private readonly everyMs: number;
  private readonly work: () => void;
  private lastAt: number | null = null;
  private callOffNext: (() => void) | null = null;

  constructor(clock: Clock, everyMs: number, work: () => void) {
    this.clock = clock;
    this.everyMs = everyMs;
    this.work = work;
  }

  /** Wants the work done soon. */
  ask(): void {
    if (this.callOffNext !== null) return;
    const wait = this.lastAt === null ? 0 : this.lastAt + this.everyMs - this.clock.now();
    if (wait <= 0) this.run();
    else this.callOffNext = this.clock.after(wait, () => this.run());
  }

  /** What was wanted is not wanted any more. */
  callOff(): void {
    this.callOffNext?.();
    this.callOffNext = null;
  }

  private run(): void {
    this.callOff();
    this.lastAt = this.clock.now();
    this.work();
  }
}
