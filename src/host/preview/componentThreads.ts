import type { Clock, Log } from '../../app/ports.ts';
import type { WorkerStart } from '../../app/preview/componentMessages.ts';
import type { ComponentRenderer, ComponentRendering, RenderJob } from '../../app/preview/componentPorts.ts';
import type { DocumentRenderer, RenderedPage, RenderRequest } from '../../app/preview/previewPorts.ts';
import { ComponentThread } from './componentThread.ts';

/** One for each side, so that neither waits for what the other's component does. */
const mostThreads = 2;

/** Threads that nobody needs are ended after this time, in milliseconds. */
const longestRest = 120_000;

/** Renders components in threads that are started when they are first needed. */
export class ComponentThreads implements ComponentRenderer, DocumentRenderer {
  readonly #file: string;
  readonly #start: WorkerStart;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #waiting: (() => void)[] = [];
  #threads: readonly ComponentThread[] = [];
  #callOffRest = () => {};

  /** @param file the threads' script */
  constructor(file: string, start: WorkerStart, clock: Clock, log: Log) {
    this.#file = file;
    this.#start = start;
    this.#clock = clock;
    this.#log = log;
  }

  render(job: RenderJob, read: (path: string) => Promise<Uint8Array | null>): Promise<ComponentRendering> {
    return this.#withThread((thread) => thread.render(job, read));
  }

  renderDocument(request: RenderRequest): Promise<RenderedPage | null> {
    return this.#withThread((thread) => thread.renderDocument(request));
  }

  async #withThread<Result>(work: (thread: ComponentThread) => Promise<Result>): Promise<Result> {
    this.#callOffRest();
    // Between finding a free thread and giving it its work, nobody else may come.
    let thread = this.#freeThread();
    while (thread === null) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      thread = this.#freeThread();
    }
    try {
      return await work(thread);
    } finally {
      this.#waiting.shift()?.();
      this.#callOffRest();
      this.#callOffRest = this.#clock.after(longestRest, () => this.dispose());
    }
  }

  /** Ends all threads; new ones are started when they are needed. */
  dispose(): void {
    for (const thread of this.#threads) thread.end();
    this.#threads = [];
  }

  #freeThread(): ComponentThread | null {
    this.#threads = this.#threads.filter((thread) => !thread.isOver);
    const free = this.#threads.find((thread) => !thread.isBusy);
    if (free !== undefined) return free;
    if (this.#threads.length >= mostThreads) return null;
    const thread = new ComponentThread(this.#file, this.#start, this.#clock, this.#log);
    this.#threads = [...this.#threads, thread];
    return thread;
  }
}
