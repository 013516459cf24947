import { localDay } from '../../core/spend/localPeriods.ts';
import type { Clock } from '../ports.ts';

/** Milliseconds between looks at the date: timers stand still while a computer sleeps through midnight. */
const dateLook = 5 * 60_000;

/** Tells when a day of the person's has ended since `begin`, once; begin anew to be told of the next. */
export class DayWatch {
  readonly #clock: Clock;
  readonly #didEnd: () => void;
  #callOff: (() => void) | null = null;

  constructor(clock: Clock, didEnd: () => void) {
    this.#clock = clock;
    this.#didEnd = didEnd;
  }

  /** From now on; an earlier beginning counts no more. */
  begin(): void {
    this.end();
    this.#look(localDay(this.#clock.now()).start);
  }

  /** Nobody wants to know any more. */
  end(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  #look(day: number): void {
    const now = this.#clock.now();
    this.#callOff = this.#clock.after(Math.max(1, Math.min(localDay(now).end - now, dateLook)), () => {
      this.#callOff = null;
      if (localDay(this.#clock.now()).start === day) this.#look(day);
      else this.#didEnd();
    });
  }
}
