import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { exitOnSignals, ownProcessGroup } from './vscode/processGroup.ts';
import { projectFolder } from './vscode/projectFolder.ts';
import { runEditorTests } from './vscode/runEditorTests.ts';
import { runNodeTests } from './vscode/runNodeTests.ts';
import { addCounts, crashed, noTests, type TestCounts } from './vscode/testOutcome.ts';
import { type VersionName, vscodeVersions } from './vscode/vscodeVersions.ts';

// npm test [-- STAGE…] [--grep TEXT]: all stages, or those named (`ui` means ui:newest and ui:oldest).

interface Stage {
  readonly name: string;
  /** Whether it has tests to count; a stage that should, and ran none, has failed. */
  readonly counts: boolean;
  run(): Promise<TestCounts>;
}

const minutes = 60_000;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
const filter = values.grep === undefined ? {} : { grep: values.grep };

const stages: readonly Stage[] = [
  { name: 'build', counts: false, run: () => runScript(['esbuild.mjs']) },
  { name: 'check', counts: false, run: () => runScript(['--run', 'check']) },
  {
    name: 'unit',
    counts: true,
    run: () =>
      runNodeTests({
        ...filter,
        folders: ['test/unit', 'test/wire'],
        timeoutMilliseconds: 30_000,
        failuresOnly: true,
        limitMilliseconds: 15 * minutes,
      }),
  },
  ...versionStages('editor', (version) => runEditorTests({ ...filter, version, limitMilliseconds: 10 * minutes })),
  ...versionStages('ui', (version) =>
    runNodeTests({
      ...filter,
      folders: ['test/ui'],
      // The oldest version runs the core of the stories: enough to see that nothing newer is used.
      pattern: version === 'newest' ? '**/*.test.ts' : '**/*.core.test.ts',
      timeoutMilliseconds: 2 * minutes,
      version,
      secondTries: 3,
      limitMilliseconds: 60 * minutes,
    }),
  ),
];

function versionStages(name: string, run: (version: VersionName) => Promise<TestCounts>): readonly Stage[] {
  return (['newest', 'oldest'] as const).map((version) => ({
    name: `${name}:${version}`,
    counts: true,
    run: () => run(version),
  }));
}

/** Runs a build step with its output on ours. */
async function runScript(parameters: readonly string[]): Promise<TestCounts> {
  const child = spawn(process.execPath, parameters, {
    cwd: projectFolder,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const group = ownProcessGroup(child);
  const [code] = await once(child, 'exit');
  await group.stop();
  return code === 0 ? noTests : crashed;
}

async function runStage(stage: Stage): Promise<TestCounts> {
  const version = Object.entries(vscodeVersions).find(([name]) => stage.name.endsWith(`:${name}`))?.[1].vscode;
  console.log(`\n▶ ${stage.name}${version === undefined ? '' : ` (VS Code ${version})`}`);
  const started = performance.now();
  let counts: TestCounts;
  try {
    counts = await stage.run();
  } catch (error) {
    console.log(error);
    counts = crashed;
  }
  if (stage.counts && counts.passed + counts.failed === 0) {
    console.log('  ✖ no test ran');
    counts = crashed;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tally = stage.counts
    ? `${counts.passed} passed, ${counts.failed} failed`
    : counts.failed === 0
      ? 'done'
      : 'failed';
  console.log(`  ${stage.name}: ${tally} in ${seconds} s`);
  return counts;
}

function chosenStages(): readonly Stage[] {
  const isChosen = (stage: Stage, choice: string): boolean =>
    stage.name === choice || stage.name.startsWith(`${choice}:`);
  const unknown = positionals.find((choice) => !stages.some((stage) => isChosen(stage, choice)));
  if (unknown !== undefined) {
    throw new Error(`There is no stage ${unknown}. Choose from ${stages.map((stage) => stage.name).join(', ')}.`);
  }
  if (positionals.length === 0) {
    return stages;
  }
  const chosen = stages.filter((stage) => positionals.some((choice) => isChosen(stage, choice)));
  // What runs in an editor needs the extension as it is now.
  const needsBuild = chosen.some((stage) => stage.name.includes(':'));
  return needsBuild ? stages.filter((stage) => stage.name === 'build' || chosen.includes(stage)) : chosen;
}

exitOnSignals();
let total = noTests;
for (const stage of chosenStages()) {
  const counts = await runStage(stage);
  total = addCounts(total, counts);
  if (stage.name === 'build' && counts.failed > 0) {
    console.log('\nWithout a build nothing else can be tried.');
    break;
  }
}
if (total.remarks.length > 0) console.log(`\n${total.remarks.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
