import { storeKeys } from '../ui/workbench/wireWorkbench.ts';
import { startWireServer } from '../wire/wireServer.ts';
import { type Measures, measured, percentile } from './measure.ts';
import { emptyWebviewKey } from './probe/installProbe.ts';
import { withBenchWindow } from './window/benchWindow.ts';
import { timeToSee } from './window/timeToSee.ts';
import { wiredSettings } from './window/wiredSettings.ts';

const openings = 15;
const warmUps = 3;

/** `Tiebreak: Compare fix with both models`, as Playwright writes its key. */
const compareKey = 'Control+Alt+Shift+KeyB';

/**
 * Measures from the key press of `Compare fix with both models` to the panel's landmark in sight, warm; beside it an
 * empty webview that a key press opens at the same place, by turns with ours.
 */
export async function measurePanel(): Promise<Measures> {
  const wire = await startWireServer();
  try {
    return await withBenchWindow(wiredSettings(wire.baseUrl), async (window) => {
      await window.load();
      await storeKeys(window.workbench);
      const [ours, empty]: [number[], number[]] = [[], []];
      for (let opening = 0; opening < warmUps + openings; opening += 1) {
        const times = {
          ours: await timeToSee(window, compareKey, 'Fix basket.ts'),
          empty: await timeToSee(window, emptyWebviewKey, 'Empty'),
        };
        if (opening < warmUps) continue;
        ours.push(times.ours);
        empty.push(times.empty);
      }
      return {
        'panel.p50': measured(percentile(ours, 0.5), 'ms', percentile(empty, 0.5)),
        'panel.p95': measured(percentile(ours, 0.95), 'ms', percentile(empty, 0.95)),
      };
    });
  } finally {
    await wire.close();
  }
}
