/** So many turns of what waits are gone through before time passes, and so many times it passes. */
const turnsAtRest = 50;
const mostPassages = 200;

interface Timer {
  readonly due: number;
  readonly interval: number | null;
  readonly task: () => void;
}

/**
 * Timers of a world in which time only passes while what is rendered waits for it: a component that pretends to load for
 * a second is there at once, and one that goes by a clock is shown as it begins.
 */
export class Timers {
  readonly #waiting = new Map<number, Timer>();
  #now = 0;
  #last = 0;

  /** Puts the functions in the place of a world's own. */
  install(world: Record<string, unknown>): void {
    const begin = (task: unknown, delay: unknown, isRepeated: boolean, given: readonly unknown[]) => {
      if (typeof task !== 'function') return 0;
      const time = Math.max(1, Number(delay) || 0);
      this.#last += 1;
      const run = () => Reflect.apply(task, undefined, given);
      this.#waiting.set(this.#last, { due: this.#now + time, interval: isRepeated ? time : null, task: run });
      return this.#last;
    };
    const end = (id: unknown) => void this.#waiting.delete(Number(id));
    world.setTimeout = (task: unknown, delay?: unknown, ...given: readonly unknown[]) =>
      begin(task, delay, false, given);
    world.setInterval = (task: unknown, delay?: unknown, ...given: readonly unknown[]) =>
      begin(task, delay, true, given);
    world.clearTimeout = end;
    world.clearInterval = end;
  }

  /** Lets time pass until a promise has an end, or nothing more is to be expected. */
  async until<Value>(promise: Promise<Value>): Promise<Value> {
    let isOver = false;
    const end = () => {
      isOver = true;
    };
    promise.then(end, end);
    for (let passage = 0; passage < mostPassages; passage += 1) {
      for (let turn = 0; turn < turnsAtRest && !isOver; turn += 1) await null;
      if (isOver || !this.#pass()) break;
    }
    return await promise;
  }

  /** Runs what is due next. Gives whether there was anything. */
  #pass(): boolean {
    const [next] = [...this.#waiting].sort(([, one], [, other]) => one.due - other.due);
    if (next === undefined) return false;
    const [id, timer] = next;
    this.#now = timer.due;
    if (timer.interval === null) this.#waiting.delete(id);
    else this.#waiting.set(id, { ...timer, due: timer.due + timer.interval });
    try {
      timer.task();
    } catch (error) {
      console.error(error);
    }
    return true;
  }
}
