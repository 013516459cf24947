import type { Clock } from '../../app/ports.ts';

/** A page that says nothing twice as long as this is stuck; once may be a computer that slept. */
const longestSilenceMs = 3_000;

/**
 * Waits for signs of life of a page in which scripts of others run, and tells once when they stay away. Frames may share
 * their process with the page that holds them, so that a script that never ends stops that page, too.
 */
export class AliveWatch {
  readonly #clock: Clock;
  readonly #didStall: () => void;
  #callOff: (() => void) | null = null;

  constructor(clock: Clock, didStall: () => void) {
    this.#clock = clock;
    this.#didStall = didStall;
  }

  /** A sign of life, or the beginning of the wait for one. */
  begin(): void {
    this.end();
    this.#callOff = this.#clock.after(longestSilenceMs, () => {
      this.#callOff = this.#clock.after(longestSilenceMs, () => {
        this.#callOff = null;
        this.#didStall();
      });
    });
  }

  /** There is nothing to wait for. */
  end(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}
