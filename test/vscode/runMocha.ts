import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { collectOutcomes } from './collectOutcomes.ts';
import { exitOnSignals } from './processGroup.ts';
import { projectFolder } from './projectFolder.ts';
import { countOutcomes, describeOutcome, type TestOutcome } from './testOutcome.ts';

// Run as a program: node test/vscode/runMocha.ts FOLDER [--pattern GLOB] [--only FILE]… [--grep TEXT]
// [--timeout MILLISECONDS] [--failures-only]. Tells its outcomes to the process that started it, if that one listens.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pattern: { type: 'string', default: '**/*.test.ts' },
    only: { type: 'string', multiple: true },
    grep: { type: 'string' },
    timeout: { type: 'string', default: '10000' },
    'failures-only': { type: 'boolean', default: false },
  },
});

exitOnSignals();
const mocha = new Mocha({
  ui: 'bdd',
  timeout: Number(values.timeout),
  reporter: class extends Mocha.reporters.Base {},
  ...(values.grep === undefined ? {} : { grep: values.grep }),
});
for (const folder of positionals) {
  for await (const file of glob(values.pattern, { cwd: join(projectFolder, folder) })) {
    const path = join(projectFolder, folder, file);
    if (values.only === undefined || values.only.includes(path)) mocha.addFile(path);
  }
}
mocha.files.sort();
await mocha.loadFilesAsync();
const outcomes: TestOutcome[] = [];
await new Promise<void>((resolve) => {
  collectOutcomes(
    mocha.run(() => resolve()),
    (outcome) => {
      outcomes.push(outcome);
      if (!values['failures-only'] || outcome.state !== 'passed') {
        console.log(describeOutcome(outcome));
      }
    },
  );
});
const counts = countOutcomes(outcomes);
if (process.send === undefined) {
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
} else {
  await new Promise((resolve) => process.send?.(outcomes, resolve));
}
// What a test left open must not keep the run from ending.
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
