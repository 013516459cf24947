import type { Log } from '../../app/ports.ts';

/** Runs pieces of work one after the other, so that nothing is overtaken by what was begun later. */
export class Turns {
  readonly #log: Log;
  #last: Promise<unknown> = Promise.resolve();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Runs after everything before it. What fails is logged with this message, and gives the other result instead. */
  take<Result>(message: string, otherwise: Result, run: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(run).catch((error: unknown) => {
      this.#log.error(message, error);
      return otherwise;
    });
    this.#last = turn;
    return turn;
  }
}
