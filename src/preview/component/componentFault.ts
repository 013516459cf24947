import type { ComponentFault } from '../../app/preview/componentPorts.ts';
import type { StaticOutcome } from './runtime/linkedProgram.ts';
import type { SandboxOutcome } from './sandbox/sandboxOutcome.ts';

/** Gives the line of a module's file that a line of its code was made of; null for what its compiler added. */
type OwnLine = (path: string, line: number) => number | null;

interface Frame {
  readonly path: string;
  readonly line: number;
}

/** Longer messages are cut; in characters. */
const longestMessage = 600;

/**
 * Why a run shows nothing; null where it does.
 *
 * @param path of the component's file, whose lines are named
 * @param shown what the runtime told; null where it told nothing that can be read
 * @param ownLine a line of a module's file, by that of its code
 */
export function faultOf(
  path: string,
  outcome: SandboxOutcome,
  shown: StaticOutcome | null,
  ownLine: OwnLine,
): ComponentFault | null {
  if (outcome.kind === 'stopped') return { reason: outcome.why };
  if (outcome.kind === 'failed') return worded(path, outcome.message, outcome.stack, ownLine);
  if (shown === null) return { reason: 'no-component' };
  const { error } = shown;
  if (error === null) return null;
  if (error.kind === 'no-component') return { reason: 'no-component' };
  return worded(path, String(error.message), String(error.stack), ownLine);
}

function worded(path: string, message: string, stack: string, ownLine: OwnLine): ComponentFault {
  if (/\bout of memory\b/.test(message)) return { reason: 'too-much-memory' };
  // What stops a run can be caught on its way out.
  if (/^(?:InternalError: )?interrupted$/.test(message)) return { reason: 'too-slow' };
  if (/^(?:Error: )?A component suspended while responding/.test(message)) return { reason: 'waiting' };
  const shown = message.replace(/^Error: /, '').slice(0, longestMessage);
  const frames = framesOf(stack, ownLine);
  const line = lineIn(path, frames);
  const other = line === null ? otherFile(path, frames) : null;
  return { message: other === null ? shown : `${other}: ${shown}`, line };
}

/** The innermost line of the file that a stack names. */
function lineIn(path: string, frames: readonly Frame[]): number | null {
  return frames.find((frame) => frame.path === path)?.line ?? null;
}

/** The project's file in which it went wrong, with its line; null where that is ours, or a package's. */
function otherFile(path: string, frames: readonly Frame[]): string | null {
  const frame = frames.find((each) => code.test(each.path) && !each.path.includes('node_modules/'));
  return frame === undefined || frame.path === path ? null : `${frame.path}:${frame.line}`;
}

const code = /\.(?:[mc]?[jt]sx?|vue|svelte)$/i;

/** Calls that a stack names, the innermost first: QuickJS writes `at name (path:line:column)`, or without the name. */
function framesOf(stack: string, ownLine: OwnLine): readonly Frame[] {
  return stack
    .split('\n')
    .slice(0, 50)
    .flatMap((written) => {
      const [, path, line] = /^\s*at (?:.*? \()?(.+?):(\d+)(?::\d+)?\)?\s*$/.exec(written) ?? [];
      const own = path === undefined ? null : ownLine(path, Number(line));
      return path === undefined || own === null ? [] : [{ path, line: own }];
    });
}
