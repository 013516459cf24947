import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { ownProcessGroup } from './processGroup.ts';
import { projectFolder } from './projectFolder.ts';
import { addCounts, countOutcomes, crashed, type TestCounts, type TestOutcome } from './testOutcome.ts';
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
  /**
   * Up to how many files with failures are run once more, each as a whole; none if not given. What passes only then is
   * counted as passed, and named at the end.
   */
  readonly secondTries?: number;
  /** Each of these runs is given up after this many milliseconds. */
  readonly limitMilliseconds: number;
}

/** Runs mocha tests in a Node process of their own, with their output on ours. A run that breaks down is a failure. */
export async function runNodeTests(options: NodeTestOptions): Promise<TestCounts> {
  const outcomes = await runOnce(options, []);
  if (outcomes === null) return crashed;
  const isFailed = ({ state }: TestOutcome): boolean => state === 'failed';
  const files = new Set(outcomes.filter(isFailed).map(({ file }) => file));
  if (files.size === 0 || files.size > (options.secondTries ?? 0)) return countOutcomes(outcomes);
  const paths = [...files].filter((file) => file !== null);
  console.log(
    `  Once more, since not all of it passed: ${paths.map((path) => relative(projectFolder, path)).join(', ')}`,
  );
  const again = paths.length === files.size ? await runOnce(options, paths) : null;
  if (again === null) return countOutcomes(outcomes);
  const failedAgain = new Set(again.filter((outcome) => outcome.state !== 'passed').map(({ title }) => title));
  const passed = outcomes.filter((outcome) => isFailed(outcome) && !failedAgain.has(outcome.title));
  const remarks = passed.map(({ title }) => `  ✔ only at the second try: ${title}`);
  const kept = outcomes.filter(({ file }) => !files.has(file));
  return addCounts(countOutcomes([...kept, ...again]), { passed: 0, failed: 0, remarks });
}

/** Gives every test's outcome, or null when the run did not come to its end. */
async function runOnce(options: NodeTestOptions, files: readonly string[]): Promise<readonly TestOutcome[] | null> {
  const parameters = [
    join(projectFolder, 'test', 'vscode', 'runMocha.ts'),
    ...options.folders,
    ...['--timeout', String(options.timeoutMilliseconds)],
    ...(options.pattern === undefined ? [] : ['--pattern', options.pattern]),
    ...(options.grep === undefined ? [] : ['--grep', options.grep]),
    ...(options.failuresOnly ? ['--failures-only'] : []),
    ...files.flatMap((file) => ['--only', file]),
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
    return await new Promise<readonly TestOutcome[] | null>((resolve) => {
      child.once('message', (outcomes) => resolve(outcomes as readonly TestOutcome[]));
      child.once('error', () => resolve(null));
      child.once('exit', () => resolve(null));
    });
  } finally {
    clearTimeout(deadline);
    await group.stop();
  }
}
