import type { ComponentFault } from '../../app/preview/componentPorts.ts';
import type { StaticOutcome } from './runtime/linkedProgram.ts';
import type { SandboxOutcome } from './sandbox/sandboxOutcome.ts';

/** What is known of the modules' code. */
interface ModuleCode {
  /** The line of a module's file that a line of its code was made of; null for what its compiler added. */
  ownLine(path: string, line: number): number | null;
  /** What is called at a place in a module's code; null where that is not seen. */
  called(path: string, line: number, column: number): string | null;
}

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
 */
export function faultOf(
  path: string,
  outcome: SandboxOutcome,
  shown: StaticOutcome | null,
  code: ModuleCode,
): ComponentFault | null {
  if (outcome.kind === 'stopped') return { reason: outcome.why };
  if (outcome.kind === 'failed') return worded(path, outcome.message, outcome.stack, code);
  if (shown === null) return { reason: 'no-component' };
  const { error } = shown;
  if (error === null) return null;
  if (error.kind === 'no-component') return { reason: 'no-component' };
  return worded(path, String(error.message), String(error.stack), code);
}

function worded(path: string, message: string, stack: string, code: ModuleCode): ComponentFault {
  if (/\bout of memory\b/.test(message)) return { reason: 'too-much-memory' };
  // What stops a run can be caught on its way out.
  if (/^(?:InternalError: )?interrupted$/.test(message)) return { reason: 'too-slow' };
  if (/^(?:Error: )?A component suspended while responding/.test(message)) return { reason: 'waiting' };
  const shown = named(message, stack, code)
    .replace(/^Error: /, '')
    .slice(0, longestMessage);
  const frames = framesOf(stack, code);
  const line = lineIn(path, frames);
  const other = line === null ? otherFile(path, frames) : null;
  return { message: other === null ? shown : `${other}: ${shown}`, line };
}

/** QuickJS does not say what it is that is no function; the place of the call does. */
function named(message: string, stack: string, code: ModuleCode): string {
  const [, path, line, column] = /^\s*at (?:.*? \()?(.+?):(\d+):(\d+)\)?\s*$/m.exec(stack.slice(0, 1000)) ?? [];
  if (message !== 'TypeError: not a function' || path === undefined) return message;
  const called = code.called(path, Number(line), Number(column));
  return called === null ? message : `TypeError: ${called} is not a function`;
}

/** The innermost line of the file that a stack names. */
function lineIn(path: string, frames: readonly Frame[]): number | null {
  return frames.find((frame) => frame.path === path)?.line ?? null;
}

/** The project's file in which it went wrong, with its line; null where that is ours, or a package's. */
function otherFile(path: string, frames: readonly Frame[]): string | null {
  const frame = frames.find((each) => codeFile.test(each.path) && !each.path.includes('node_modules/'));
  return frame === undefined || frame.path === path ? null : `${frame.path}:${frame.line}`;
}

const codeFile = /\.(?:[mc]?[jt]sx?|vue|svelte)$/i;

/** Calls that a stack names, the innermost first: QuickJS writes `at name (path:line:column)`, or without the name. */
function framesOf(stack: string, code: ModuleCode): readonly Frame[] {
  return stack
    .split('\n')
    .slice(0, 50)
    .flatMap((written) => {
      const [, path, line] = /^\s*at (?:.*? \()?(.+?):(\d+)(?::\d+)?\)?\s*$/.exec(written) ?? [];
      const own = path === undefined ? null : code.ownLine(path, Number(line));
      return path === undefined || own === null ? [] : [{ path, line: own }];
    });
}
