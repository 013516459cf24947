import { chosenComponent } from './chosenComponent.ts';
import type { StaticRuntime } from './componentRuntime.ts';
import type { LinkedProgram, ModuleBody, StaticOutcome } from './linkedProgram.ts';
import { ModuleLoader } from './moduleLoader.ts';
import { revived } from './revive.ts';
import { installStandIns } from './standIns.ts';
import { Timers } from './timers.ts';

/** What the sandbox calls: modules are defined, each by a script of its own, then one is shown. */
export interface StaticStart {
  readonly define: (id: string, body: ModuleBody) => void;
  /** Gives a `StaticOutcome` as JSON. */
  readonly show: (program: LinkedProgram) => Promise<string>;
}

/** Lets a framework's runtime show modules within the sandbox. */
export function startStatic(runtime: StaticRuntime): StaticStart {
  const loader = new ModuleLoader(runtime);
  // Whatever the modules do to what is global must not keep us from telling.
  const { stringify } = JSON;
  return {
    define: (id, body) => loader.define(id, body),
    show: async (program) => stringify(await show(runtime, loader, program)),
  };
}

async function show(runtime: StaticRuntime, loader: ModuleLoader, program: LinkedProgram): Promise<StaticOutcome> {
  const world = globalThis as unknown as Record<string, unknown>;
  const timers = new Timers();
  try {
    timers.install(world);
    if (program.standIns) installStandIns(world);
    const component = chosenComponent(loader.load(program.entry, program), program.entry);
    if (component === null) return { ...nothing, missing: loader.missing, error: { kind: 'no-component' } };
    const props = revived(program.props, program.revivals, runtime.snippet);
    const { html, head } = await timers.until(
      Promise.resolve(runtime.render(component, props, (name) => loader.required(name))),
    );
    return { html, head, missing: loader.missing, error: null };
  } catch (error) {
    return { ...nothing, missing: loader.missing, error: { kind: 'thrown', ...wordsOf(error) } };
  }
}

const nothing = { html: '', head: '' };

function wordsOf(error: unknown): { readonly message: string; readonly stack: string } {
  if (!(error instanceof Error)) return { message: String(error), stack: '' };
  return { message: `${error.name}: ${error.message}`, stack: String(error.stack) };
}
