import { Worker } from 'node:worker_threads';
import type { Clock, Log } from '../../app/ports.ts';
import type { FromWorker, ToWorker, WorkerStart } from '../../app/preview/componentMessages.ts';
import type { ComponentRendering, RenderJob } from '../../app/preview/componentPorts.ts';
import type { DocumentJob, RenderedPage, RenderRequest } from '../../app/preview/previewPorts.ts';

type Outcome = Extract<FromWorker, { readonly type: 'rendered' | 'page' }>;
type Read = (path: string) => Promise<Uint8Array | null>;

/** Longer than a slow start and the compilers take together, in milliseconds. */
const longestSilence = 10_000;

/** Longer than the sandbox lets a component run, in milliseconds: one that it could not stop. */
const longestRun = 4000;

/** Room for the frames of the sandbox's engine, and for the compilers. In MiB. */
const resourceLimits = { stackSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** A thread that renders components, one at a time. It has no environment, and is ended when it does not answer. */
export class ComponentThread {
  readonly #clock: Clock;
  readonly #worker: Worker;
  #current: { readonly read: Read; readonly done: (outcome: Outcome | null) => void } | null = null;
  #callOff = () => {};
  #isOver = false;

  /** @param file the thread's script */
  constructor(file: string, start: WorkerStart, clock: Clock, log: Log) {
    this.#clock = clock;
    this.#worker = new Worker(file, { workerData: start, env: {}, execArgv: [], resourceLimits });
    this.#worker.unref();
    this.#worker.on('message', (message: FromWorker) => this.#receive(message));
    this.#worker.on('error', (error) => {
      log.error('The thread that renders components ended', error);
      this.end();
    });
    this.#worker.on('exit', () => this.end());
  }

  get isBusy(): boolean {
    return this.#current !== null;
  }

  /** Whether it has ended and renders nothing any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Renders a component. It must not be busy. */
  async render(job: RenderJob, read: Read): Promise<ComponentRendering> {
    const outcome = await this.#run(job, read);
    return outcome?.type === 'rendered' ? outcome.rendering : stuck;
  }

  /** Makes a document of a page; null where that has no end. It must not be busy. */
  async renderDocument({ read, ...request }: RenderRequest): Promise<RenderedPage | null> {
    const outcome = await this.#run({ kind: 'document', request }, read);
    return outcome?.type === 'page' ? outcome.page : null;
  }

  #run(job: RenderJob | DocumentJob, read: Read): Promise<Outcome | null> {
    return new Promise((resolve) => {
      this.#current = { read, done: resolve };
      this.#post({ type: 'render', job });
      this.#watch(longestSilence);
    });
  }

  /** Ends the thread at once; what it was rendering is given up. */
  end(): void {
    this.#isOver = true;
    this.#finish(null);
    void this.#worker.terminate();
  }

  #receive(message: FromWorker): void {
    this.#watch(message.type === 'running' ? longestRun : longestSilence);
    if (message.type === 'rendered' || message.type === 'page') this.#finish(message);
    if (message.type === 'read') void this.#answer(message);
  }

  async #answer({ ask, path }: { readonly ask: number; readonly path: string }): Promise<void> {
    const bytes = await this.#current?.read(path).catch(() => null);
    this.#post({ type: 'file', ask, bytes: bytes ?? null });
  }

  #finish(outcome: Outcome | null): void {
    this.#callOff();
    const current = this.#current;
    this.#current = null;
    current?.done(outcome);
  }

  #watch(limit: number): void {
    this.#callOff();
    this.#callOff = this.#clock.after(limit, () => this.end());
  }

  #post(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

const stuck: ComponentRendering = { markup: null, fault: { reason: 'stuck' }, component: null, messages: [] };
