import type { ComponentFault } from '../../app/preview/componentPorts.ts';
import type { StaticOutcome } from './runtime/linkedProgram.ts';
import type { SandboxOutcome } from './sandbox/sandboxOutcome.ts';

/** Longer messages are cut; in characters. */
const longestMessage = 600;

/**
 * Why a run shows nothing; null where it does.
 *
 * @param path of the component's file, whose lines are named
 * @param shown what the runtime told; null where it told nothing that can be read
 */
export function faultOf(path: string, outcome: SandboxOutcome, shown: StaticOutcome | null): ComponentFault | null {
  if (outcome.kind === 'stopped') return { reason: outcome.why };
  if (outcome.kind === 'failed') return worded(path, outcome.message, outcome.stack);
  if (shown === null) return { reason: 'no-component' };
  const { error } = shown;
  if (error === null) return null;
  if (error.kind === 'no-component') return { reason: 'no-component' };
  return worded(path, String(error.message), String(error.stack));
}

function worded(path: string, message: string, stack: string): ComponentFault {
  if (/\bout of memory\b/.test(message)) return { reason: 'too-much-memory' };
  return { message: message.replace(/^Error: /, '').slice(0, longestMessage), line: lineIn(path, stack) };
}

/** The innermost line of the file that a stack names. QuickJS writes `at name (path:line:column)`. */
function lineIn(path: string, stack: string): number | null {
  // Compiled components have other lines than their files.
  if (/\.(?:vue|svelte)$/i.test(path)) return null;
  for (const frame of stack.split('\n').slice(0, 50)) {
    const at = /(?:\(|\bat )([^()]+?):(\d+)(?::\d+)?\)?\s*$/.exec(frame);
    if (at?.[1] === path) return Number(at[2]);
  }
  return null;
}
