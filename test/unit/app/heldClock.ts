import type { Clock } from '../../../src/app/ports.ts';

/** A clock that stands still until a test moves it. */
export class HeldClock implements Clock {
  private time = 1_000_000;
  private waiting: { readonly at: number; readonly callback: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const entry = { at: this.time + milliseconds, callback };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  /** How many callbacks are due some time. */
  get pending(): number {
    return this.waiting.length;
  }

  /** Moves on and lets everything that hangs on it run. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    for (;;) {
      await settled();
      const next = this.waiting.filter((entry) => entry.at <= until).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      this.time = next.at;
      this.waiting = this.waiting.filter((entry) => entry !== next);
      next.callback();
    }
    this.time = until;
    await settled();
  }
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
