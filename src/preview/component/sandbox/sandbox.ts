import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { LinkedProgram } from '../runtime/linkedProgram.ts';
import type { SandboxLimits, SandboxOutcome } from './sandboxOutcome.ts';
import { SandboxRun, type SandboxScript } from './sandboxRun.ts';

/** The part of WebAssembly that types without a DOM do not have. */
interface Compiler {
  compile(bytes: ArrayBuffer): Promise<object>;
}

type EngineCode = NonNullable<Parameters<typeof newVariant>[1]['wasmModule']>;

/**
 * Runs code that a model wrote in QuickJS, an engine of its own within WebAssembly: nothing of this process is there but
 * what a runtime's prelude is given. Every run has an engine and a memory of its own, which go with it, so that none can
 * leave anything to another.
 */
export class Sandbox {
  readonly #code: EngineCode;
  readonly #limits: SandboxLimits;
  /** An engine that has read a runtime already, for the next run. */
  #waiting: { readonly runtime: string; readonly run: Promise<SandboxRun> } | null = null;

  private constructor(code: EngineCode, limits: SandboxLimits) {
    this.#code = code;
    this.#limits = limits;
  }

  /** @param engine QuickJS's code, as WebAssembly */
  static async load(engine: ArrayBuffer, limits: SandboxLimits): Promise<Sandbox> {
    const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Compiler };
    return new Sandbox((await WebAssembly.compile(engine)) as EngineCode, limits);
  }

  /** Has an engine read a runtime ahead of time. */
  prepare(runtime: string): Promise<SandboxRun> {
    if (this.#waiting?.runtime === runtime) return this.#waiting.run;
    const run = newEngine(this.#code).then((engine) => new SandboxRun(engine, this.#limits, runtime));
    this.#waiting = { runtime, run };
    return run;
  }

  /**
   * Shows a program: defines its modules and runs its entry.
   *
   * @param runtime a script that gives a `StaticStart`
   * @returns done: a `StaticOutcome` as JSON, which is nothing to be trusted
   */
  async run(runtime: string, scripts: readonly SandboxScript[], program: LinkedProgram): Promise<SandboxOutcome> {
    const prepared = this.prepare(runtime);
    this.#waiting = null;
    return (await prepared).show(scripts, program);
  }
}

function newEngine(wasmModule: EngineCode): Promise<QuickJSWASMModule> {
  const variant = {
    type: 'sync',
    importFFI: async () => (await import('@jitl/quickjs-wasmfile-release-sync/ffi')).QuickJSFFI,
    importModuleLoader: async () => (await import('@jitl/quickjs-wasmfile-release-sync/emscripten-module')).default,
  } as const;
  return newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule }));
}
