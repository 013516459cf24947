import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { LinkedProgram } from '../runtime/linkedProgram.ts';
import { formatForSandbox } from './hostFormatting.ts';
import type { SandboxLimits, SandboxOutcome } from './sandboxOutcome.ts';

/** A module's code: the body of a function of `module`, `exports` and `require`. */
export interface SandboxScript {
  readonly id: string;
  readonly body: string;
}

/** QuickJS's own stack; the thread's must be larger, as each of its frames takes several of those. In bytes. */
const stackBytes = 512 * 1024;

const mostMessages = 50;

/**
 * One engine, for one run. It is left to the garbage collector as a whole: one that was stopped cannot be cleared away, as
 * what it was about has no end.
 */
export class SandboxRun {
  readonly #limits: SandboxLimits;
  readonly #runtime: QuickJSRuntime;
  readonly #context: QuickJSContext;
  readonly #messages: { readonly level: 'error' | 'warning'; readonly text: string }[] = [];
  #end = Number.POSITIVE_INFINITY;

  /** @param runtimeScript defines `tiebreakRuntime`; ours, and so trusted */
  constructor(engine: QuickJSWASMModule, limits: SandboxLimits, runtimeScript: string) {
    this.#limits = limits;
    this.#runtime = engine.newRuntime();
    this.#runtime.setMemoryLimit(limits.memoryBytes);
    this.#runtime.setMaxStackSize(stackBytes);
    this.#runtime.setInterruptHandler(() => performance.now() > this.#end);
    this.#context = this.#runtime.newContext();
    this.#giveHost();
    this.#context.unwrapResult(this.#context.evalCode(runtimeScript, 'runtime')).dispose();
  }

  /** Defines the modules and shows the program. */
  show(scripts: readonly SandboxScript[], program: LinkedProgram): SandboxOutcome {
    try {
      return this.#show(scripts, program);
    } catch (error) {
      // The engine's frames filled this thread's own stack first.
      if (!(error instanceof RangeError)) throw error;
      return { kind: 'failed', message: 'InternalError: stack overflow', stack: '', messages: this.#messages };
    }
  }

  #show(scripts: readonly SandboxScript[], program: LinkedProgram): SandboxOutcome {
    this.#end = performance.now() + this.#limits.deadline;
    for (const { id, body } of scripts) {
      const failed = this.#evaluate(defining(id, body), id);
      if (failed !== null) return failed;
    }
    const shown = this.#context.evalCode(`tiebreakRuntime.show(${JSON.stringify(program)})`, 'show');
    if (shown.error) return this.#failure(shown.error);
    return shown.value.consume((promise) => this.#settled(promise));
  }

  #evaluate(code: string, name: string): SandboxOutcome | null {
    const result = this.#context.evalCode(code, name);
    if (result.error) return this.#failure(result.error);
    result.value.dispose();
    return null;
  }

  /** Runs what waits until the promise has an end, or nothing waits any more. */
  #settled(promise: QuickJSHandle): SandboxOutcome {
    const jobs = this.#runtime.executePendingJobs();
    if (jobs.error) return this.#failure(jobs.error);
    jobs.dispose();
    const state = this.#context.getPromiseState(promise);
    if (state.type === 'pending') return this.#stopped(performance.now() > this.#end ? 'too-slow' : 'waiting');
    if (state.type === 'rejected') return this.#failure(state.error);
    if (state.notAPromise === true) return this.#stopped('too-slow');
    return state.value.consume((value) => {
      const text = this.#context.typeof(value) === 'string' ? this.#context.getString(value) : '';
      return { kind: 'done', text, messages: this.#messages };
    });
  }

  #failure(error: QuickJSHandle): SandboxOutcome {
    if (performance.now() > this.#end) return error.consume(() => this.#stopped('too-slow'));
    return error.consume((handle) => {
      const dumped: unknown = this.#context.dump(handle);
      const of = (name: string) =>
        typeof dumped === 'object' && dumped !== null ? String(Reflect.get(dumped, name) ?? '') : '';
      if (of('message') === 'out of memory') return this.#stopped('too-much-memory');
      const message = typeof dumped === 'object' ? `${of('name')}: ${of('message')}` : String(dumped);
      return { kind: 'failed', message, stack: of('stack'), messages: this.#messages };
    });
  }

  #stopped(why: 'too-slow' | 'too-much-memory' | 'waiting'): SandboxOutcome {
    return { kind: 'stopped', why, messages: this.#messages };
  }

  /** All that there is of this process: two functions of text. */
  #giveHost(): void {
    const context = this.#context;
    const host = context.newObject();
    const log = context.newFunction('log', (level, text) => {
      if (this.#messages.length >= mostMessages) return;
      const isError = context.getString(level) === 'error';
      this.#messages.push({ level: isError ? 'error' : 'warning', text: context.getString(text) });
    });
    const format = context.newFunction('format', (request) =>
      context.newString(formatForSandbox(context.getString(request))),
    );
    context.setProp(host, 'log', log);
    context.setProp(host, 'format', format);
    context.setProp(context.global, 'sandboxHost', host);
    for (const handle of [log, format, host]) handle.dispose();
  }
}

/** The body begins on the first line, so that lines are the module's own. */
function defining(id: string, body: string): string {
  return `tiebreakRuntime.define(${JSON.stringify(id)}, function (module, exports, require) {${body}\n})`;
}
