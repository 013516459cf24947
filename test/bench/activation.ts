import { setTimeout as delay } from 'node:timers/promises';
import { type Measures, measured, percentile } from './measure.ts';
import { type BenchWindow, withBenchWindow } from './window/benchWindow.ts';

const loads = 7;
/** Milliseconds in which everything else that starts with a window has come to rest. */
const rest = 2000;

/** What VS Code measured of one extension, in milliseconds. */
interface Activation {
  readonly extension: string;
  readonly load: number;
  readonly call: number;
}

/**
 * Measures activation as VS Code itself does (its `Developer: Startup Performance`, to the millisecond): reading and
 * running the extension's code, and the call of `activate`; the median of several loads of a window. Beside it the
 * median of the extensions that VS Code brings along and activated in the same loads.
 *
 * VS Code counts the time from deciding to load an extension, and loads one after the other: whoever is woken by the
 * same file as a big one has its time too. So the first figures are of a file that wakes nobody else; `beside-others`
 * is of a TypeScript file at a window's start.
 */
export async function measureActivation(): Promise<Measures> {
  return withBenchWindow({ 'workbench.editor.restoreEditors': false }, async (window) => {
    // The very first load does what is done once, such as filling caches.
    await activationsIn(window, 'src/basket.ts', 0);
    const alone: Activation[] = [];
    const beside: Activation[] = [];
    for (let load = 0; load < loads; load += 1) {
      alone.push(...(await activationsIn(window, 'warehouse/search.go', rest)));
      beside.push(...(await activationsIn(window, 'src/basket.ts', 0)));
    }
    const isOurs = ({ extension }: Activation) => extension === 'tiebreak.tiebreak';
    const bundled = [...alone, ...beside].filter(({ extension }) => extension.startsWith('vscode.'));
    const measuredTime = (ours: readonly Activation[], time: (activation: Activation) => number) =>
      measured(percentile(ours.filter(isOurs).map(time), 0.5), 'ms', percentile(bundled.map(time), 0.5));
    const whole = ({ load, call }: Activation) => load + call;
    return {
      activation: measuredTime(alone, whole),
      'activation.load': measuredTime(alone, ({ load }) => load),
      'activation.call': measuredTime(alone, ({ call }) => call),
      'activation.beside-others': measuredTime(beside, whole),
    };
  });
}

/** Loads the window anew, opens a file after so long, and returns what was activated by then. */
async function activationsIn({ workbench, probe, load }: BenchWindow, file: string, afterMs: number) {
  await load();
  if (afterMs > 0) {
    // Wakes those who wait for any text at all.
    await probe.ask('run', 'workbench.action.files.newUntitledFile');
    await delay(afterMs);
  }
  await workbench.editor.open(file);
  await workbench.statusBar.waitForText('tiebreak.tiebreak.spend', /\$\d/);
  return activationsOf(String(await probe.ask('startupPerformance')));
}

/** Reads the table of VS Code's report: `| Extension | Eager | Load Code | Call Activate | Finish Activate | … |`. */
function activationsOf(report: string): readonly Activation[] {
  const [, table = ''] = report.split('## Extension Activation Stats');
  return table.split('\n').flatMap((row) => {
    const [, extension = '', , load, call] = row.split('|').map((cell) => cell.trim());
    const times = { extension, load: Number(load), call: Number(call) };
    return extension.includes('.') && Number.isFinite(times.load + times.call) ? [times] : [];
  });
}
