import { availableParallelism, loadavg } from 'node:os';
import { exitOnSignals } from '../vscode/processGroup.ts';
import type { Measures } from './measure.ts';

/** What `npm run bench -- NAME` knows. Each group is loaded only when it is run. */
const groups: Readonly<Record<string, () => Promise<Measures>>> = {
  activation: async () => (await import('./activation.ts')).measureActivation(),
  bundle: async () => (await import('./bundle.ts')).measureBundle(),
  delta: async () => (await import('./delta.ts')).measureDelta(),
  dashboard: async () => (await import('./dashboard.ts')).measureDashboard(),
  panel: async () => (await import('./panel.ts')).measurePanel(),
  diff: async () => (await import('./diff.ts')).measureDiff(),
  ledger: async () => (await import('./ledger.ts')).measureLedger(),
  memory: async () => (await import('./memory.ts')).measureMemory(),
  package: async () => (await import('./package.ts')).measurePackage(),
  preview: async () => (await import('./preview.ts')).measurePreview(),
};

/** Runs the named groups, or all of them, and ends with one JSON object: a key for each measure. */
async function run(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => groups[name] === undefined);
  if (unknown.length > 0) {
    console.error(`There is no group ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  warnWhenBusy();
  let all: Measures = {};
  for (const [name, measureGroup] of Object.entries(groups)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.error(`measuring ${name} …`);
    const measures = await measureGroup();
    for (const [key, { value, unit, yardstick, ratio }] of Object.entries(measures)) {
      const beside = yardstick === null ? '' : ` (yardstick ${yardstick}, ratio ${ratio})`;
      console.error(`  ${key}: ${value} ${unit}${beside}`);
    }
    all = { ...all, ...measures };
  }
  console.log(JSON.stringify(all, null, 2));
}

/** Times of a machine that does something else at the same time are no times of ours. */
function warnWhenBusy(): void {
  const [load = 0] = loadavg();
  const processors = availableParallelism();
  if (load > 0.75 * processors) {
    console.error(
      `  the machine is busy (load ${load.toFixed(1)} on ${processors} processors): times will be too long`,
    );
  }
}

exitOnSignals();
await run(process.argv.slice(2));
