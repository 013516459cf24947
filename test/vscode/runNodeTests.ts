import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ownProcessGroup } from './processGroup.ts';
import { projectFolder } from './projectFolder.ts';
import { crashed, type TestCounts } from './testOutcome.ts';
import type { VersionName } from './vscodeVersions.ts';

export interface NodeTestOptions {
  /** Folders under the checkout whose test files are run together. */
  readonly folders: readonly string[];
  /** Which files are tests; `*.test.ts` if not given. */
  readonly pattern?: string;
  readonly grep?: string;
  /** For each test, unless it says otherwise. */
  readonly timeoutMilliseconds: number;
  readonly failuresOnly?: boolean;
  /** The VS Code that tests which start one are meant to start. */
  readonly version?: VersionName;
  /** The whole run is given up after this many milliseconds. */
  readonly limitMilliseconds: number;
}

/** Runs mocha tests in a Node process of their own, with their output on ours. A run that breaks down is a failure. */
export async function runNodeTests(options: NodeTestOptions): Promise<TestCounts> {
  const parameters = [
    join(projectFolder, 'test', 'vscode', 'runMocha.ts'),
    ...options.folders,
    ...['--timeout', String(options.timeoutMilliseconds)],
    ...(options.pattern === undefined ? [] : ['--pattern', options.pattern]),
    ...(options.grep === undefined ? [] : ['--grep', options.grep]),
    ...(options.failuresOnly ? ['--failures-only'] : []),
  ];
  const child = spawn(process.execPath, parameters, {
    cwd: projectFolder,
    env: { ...process.env, ...(options.version === undefined ? {} : { TIEBREAK_VSCODE: options.version }) },
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const group = ownProcessGroup(child);
  const deadline = setTimeout(() => {
    console.log(`The tests were not done after ${options.limitMilliseconds / 1000} s.`);
    child.kill('SIGTERM');
  }, options.limitMilliseconds);
  try {
    return await new Promise<TestCounts>((resolve) => {
      child.once('message', (counts) => resolve(counts as TestCounts));
      child.once('error', () => resolve(crashed));
      child.once('exit', () => resolve(crashed));
    });
  } finally {
    clearTimeout(deadline);
    await group.stop();
  }
}
