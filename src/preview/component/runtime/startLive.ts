import { builtFlags, builtProcess } from './builtProcess.ts';
import { chosenComponent } from './chosenComponent.ts';
import type { LiveRuntime } from './componentRuntime.ts';
import type { LinkedProgram, ModuleBody } from './linkedProgram.ts';
import { ModuleLoader } from './moduleLoader.ts';
import { revived } from './revive.ts';

/** What the frame's script calls: modules are defined, then one is mounted. */
export interface LiveStart {
  readonly define: (id: string, body: ModuleBody) => void;
  /** @param root what the component is mounted in; what was in it goes */
  readonly mount: (program: LinkedProgram, root: { textContent: string | null }) => void;
}

/** Lets a framework's runtime mount modules in a browser. */
export function startLive(runtime: LiveRuntime): LiveStart {
  Object.assign(globalThis, builtFlags, { process: builtProcess });
  const loader = new ModuleLoader(runtime);
  return {
    define: (id, body) => loader.define(id, body),
    mount: (program, root) => {
      const component = chosenComponent(loader.load(program.entry, program), program.entry);
      if (component === null) return;
      root.textContent = '';
      const props = revived(program.props, program.revivals, runtime.snippet);
      runtime.mount(component, props, root, (name) => loader.required(name));
    },
  };
}
