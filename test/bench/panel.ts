import type { Frame } from 'playwright-core';
import { waitUntil } from '../ui/workbench/waitUntil.ts';
import { findWebview } from '../ui/workbench/webviewPanel.ts';
import { storeKeys } from '../ui/workbench/wireWorkbench.ts';
import { startWireServer } from '../wire/wireServer.ts';
import { type Measures, measured, percentile } from './measure.ts';
import { emptyWebviewKey } from './probe/installProbe.ts';
import { type BenchWindow, withBenchWindow } from './window/benchWindow.ts';
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

/** Milliseconds from the key press to the webview with this title in sight; closes it again. */
async function timeToSee({ workbench, probe }: BenchWindow, key: string, title: string): Promise<number> {
  await workbench.editor.open('src/basket.ts');
  // Whatever the last closing and the opening of the file set off comes to rest.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await workbench.page.keyboard.press(key);
  const frame = await findWebview(workbench.page, title);
  const visibleAt = await waitUntil('the webview to be in sight', () => visibleTime(frame));
  const pressedAt = await workbench.page.evaluate(() => window.tiebreakBench?.keyAt ?? 0);
  await probe.ask('closeWebviews');
  return visibleAt - pressedAt;
}

async function visibleTime(frame: Frame): Promise<number | undefined> {
  return (await frame.parentFrame()?.evaluate(() => window.tiebreakBench?.visibleAt)) ?? undefined;
}
