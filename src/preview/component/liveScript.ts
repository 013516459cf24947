import type { ModuleGraph } from './modules/moduleGraph.ts';
import type { LinkedProgram } from './runtime/linkedProgram.ts';

/**
 * A script that mounts a program in a browser, into the element with the id `root`.
 *
 * @param runtime the text of a framework's live runtime, which defines `tiebreakRuntime`
 */
export function liveScript(runtime: string, { modules }: ModuleGraph, program: LinkedProgram): string {
  const defined = modules.map(
    ({ id, body }) => `tiebreakRuntime.define(${JSON.stringify(id)},function(module,exports,require){${body}\n});`,
  );
  const mount = `tiebreakRuntime.mount(${JSON.stringify(program)},document.getElementById("root"));`;
  return `(function(){${runtime}\n${defined.join('\n')}\n${mount}})();`;
}
