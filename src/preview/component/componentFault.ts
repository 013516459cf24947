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
  // What stops a run can be caught on its way out.
  if (/^(?:InternalError: )?interrupted$/.test(message)) return { reason: 'too-slow' };
  if (/^(?:Error: )?A component suspended while responding/.test(message)) return { reason: 'waiting' };
  const shown = message.replace(/^Error: /, '').slice(0, longestMessage);
  const line = lineIn(path, stack);
  const other = line === null ? otherFile(path, stack) : null;
  return { message: other === null ? shown : `${other}: ${shown}`, line };
}

/** The innermost line of the file that a stack names. */
function lineIn(path: string, stack: string): number | null {
  // Compiled components have other lines than their files.
  if (/\.(?:vue|svelte)$/i.test(path)) return null;
  return framesOf(stack).find((frame) => frame.path === path)?.line ?? null;
}

/** The project's file in which it went wrong, with its line; null where that is ours, or a package's. */
function otherFile(path: string, stack: string): string | null {
  const frame = framesOf(stack).find(
    (each) => /\.[mc]?[jt]sx?$/i.test(each.path) && !each.path.includes('node_modules/'),
  );
  return frame === undefined || frame.path === path ? null : `${frame.path}:${frame.line}`;
}

/** QuickJS writes `at name (path:line:column)`; the innermost call is the first. */
function framesOf(stack: string): readonly { readonly path: string; readonly line: number }[] {
  return stack
    .split('\n')
    .slice(0, 50)
    .map((frame) => /(?:\(|\bat )([^()]+?):(\d+)(?::\d+)?\)?\s*$/.exec(frame))
    .flatMap((at) => (at === null ? [] : [{ path: at[1] ?? '', line: Number(at[2]) }]));
}
