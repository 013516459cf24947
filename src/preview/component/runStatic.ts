import type { ComponentFault } from '../../app/preview/componentPorts.ts';
import type { PageMessages } from '../../shared/previewView.ts';
import { calledExpression } from './calledExpression.ts';
import { faultOf } from './componentFault.ts';
import type { ModuleGraph } from './modules/moduleGraph.ts';
import type { LinkedProgram, StaticOutcome } from './runtime/linkedProgram.ts';
import { missesBrowser } from './runtime/standIns.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { SandboxScript } from './sandbox/sandboxRun.ts';

/** What came of a component in the sandbox. */
export interface StaticRun {
  readonly html: string;
  readonly head: string;
  /** Packages that were imported and are not there. */
  readonly missing: readonly string[];
  readonly fault: ComponentFault | null;
  readonly messages: PageMessages;
  /** Whether it needed stand-ins for a browser's world. */
  readonly standIns: boolean;
}

/** A module's code with its file's lines. */
type MappedScript = SandboxScript & Pick<ModuleGraph['modules'][number], 'lines'>;

/** Runs a component in the sandbox: without a browser's world, as servers do, or with stand-ins where it asks for one. */
export async function runStatic(
  sandbox: Sandbox,
  runtime: string,
  scripts: readonly MappedScript[],
  program: LinkedProgram,
): Promise<StaticRun> {
  const run = await runOnce(sandbox, runtime, scripts, program);
  const { fault } = run;
  if (fault === null || !('message' in fault) || !missesBrowser(fault.message)) return run;
  const again = await runOnce(sandbox, runtime, scripts, { ...program, standIns: true });
  // What goes wrong with stand-ins may be their fault.
  return again.fault === null ? again : run;
}

async function runOnce(
  sandbox: Sandbox,
  runtime: string,
  scripts: readonly MappedScript[],
  program: LinkedProgram,
): Promise<StaticRun> {
  const outcome = await sandbox.run(runtime, scripts, program);
  const shown = outcome.kind === 'done' ? staticOutcome(outcome.text) : null;
  const code = {
    ownLine: (path: string, line: number) => ownLine(scripts, path, line),
    called: (path: string, line: number, column: number) =>
      calledExpression(scripts.find(({ id }) => id === path)?.body ?? '', line, column),
  };
  return {
    html: shown?.html ?? '',
    head: shown?.head ?? '',
    missing: shown?.missing ?? [],
    fault: faultOf(program.entry, outcome, shown, code),
    messages: outcome.messages,
    standIns: program.standIns,
  };
}

function ownLine(scripts: readonly MappedScript[], path: string, line: number): number | null {
  const lines = scripts.find(({ id }) => id === path)?.lines ?? null;
  return lines === null ? line : (lines[line - 1] ?? null);
}

/** What the sandbox says is nobody's word to trust. */
function staticOutcome(text: string): StaticOutcome | null {
  try {
    const value = JSON.parse(text) as Partial<StaticOutcome> | null;
    const { html, head, missing, error } = value ?? {};
    if (typeof html !== 'string' || typeof head !== 'string' || !Array.isArray(missing)) return null;
    const names = missing.slice(0, 20).map((name) => String(name).slice(0, 100));
    return { html, head, missing: names, error: errorIn(error) };
  } catch {
    return null;
  }
}

function errorIn(value: Partial<Record<string, unknown>> | null | undefined): StaticOutcome['error'] {
  if (value === null || value === undefined) return null;
  const { kind, message, stack } = value;
  if (kind === 'no-component') return { kind };
  const words = typeof message === 'string' ? message : '';
  return { kind: 'thrown', message: words, stack: typeof stack === 'string' ? stack : '' };
}
