import type { Clock } from '../app/ports.ts';

/** A page that has said nothing for so long will not: VS Code's webviews come up within a second or two. */
const longestWaitMs = 20_000;

/**
 * Waits for a page that is on the screen to say that it is ready, and tells once when it does not: VS Code's webviews
 * can stay blank for reasons beyond any extension (a service worker that cannot be registered, a process out of memory),
 * and nobody should sit before an empty tab.
 */
export class ReadyWatch {
  readonly #clock: Clock;
  readonly #didStall: () => void;
  #callOff: (() => void) | null = null;

  constructor(clock: Clock, didStall: () => void) {
    this.#clock = clock;
    this.#didStall = didStall;
  }

  /** The page is on the screen and loading. */
  begin(): void {
    this.#callOff ??= this.#clock.after(longestWaitMs, () => {
      this.#callOff = null;
      this.#didStall();
    });
  }

  /** The page is ready, hidden or gone: there is nothing to wait for. */
  end(): void {
    this.#callOff?.();
    this.#callOff = null;
  }
}
