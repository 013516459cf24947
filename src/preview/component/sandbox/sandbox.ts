import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { LinkedProgram } from '../runtime/linkedProgram.ts';
import type { SandboxLimits, SandboxOutcome } from './sandboxOutcome.ts';
import { SandboxRun, type SandboxScript } from './sandboxRun.ts';

/**
 * Runs code that a model wrote in QuickJS, an engine of its own within WebAssembly: nothing of this process is there but
 * what a runtime's prelude is given. Every run has a new engine, so that none can leave anything to another.
 */
export class Sandbox {
  readonly #engine: QuickJSWASMModule;
  readonly #limits: SandboxLimits;
  /** An engine that has read a runtime already, for the next run. */
  #waiting: { readonly runtime: string; readonly run: SandboxRun } | null = null;

  private constructor(engine: QuickJSWASMModule, limits: SandboxLimits) {
    this.#engine = engine;
    this.#limits = limits;
  }

  /** @param wasmBinary the engine's code */
  static async load(wasmBinary: ArrayBuffer, limits: SandboxLimits): Promise<Sandbox> {
    const variant = newVariant(
      {
        type: 'sync',
        importFFI: async () => (await import('@jitl/quickjs-wasmfile-release-sync/ffi')).QuickJSFFI,
        importModuleLoader: async () => (await import('@jitl/quickjs-wasmfile-release-sync/emscripten-module')).default,
      },
      { wasmBinary },
    );
    return new Sandbox(await newQuickJSWASMModuleFromVariant(variant), limits);
  }

  /** Has an engine read a runtime ahead of time. */
  prepare(runtime: string): void {
    if (this.#waiting?.runtime === runtime) return;
    this.#waiting?.run.dispose();
    this.#waiting = null;
    this.#waiting = { runtime, run: new SandboxRun(this.#engine, this.#limits, runtime) };
  }

  /**
   * Shows a program: defines its modules and runs its entry.
   *
   * @param runtime a script that gives a `StaticStart`
   * @returns done: a `StaticOutcome` as JSON, which is nothing to be trusted
   */
  run(runtime: string, scripts: readonly SandboxScript[], program: LinkedProgram): SandboxOutcome {
    this.prepare(runtime);
    const run = this.#waiting?.run ?? new SandboxRun(this.#engine, this.#limits, runtime);
    this.#waiting = null;
    try {
      return run.show(scripts, program);
    } finally {
      run.dispose();
    }
  }
}
