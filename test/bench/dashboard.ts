import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '../ui/workbench/waitUntil.ts';
import { fillLedger } from './ledger.ts';
import { type Measures, measured, percentile } from './measure.ts';
import { dashboardKey, emptyWebviewKey } from './probe/installProbe.ts';
import { withBenchWindow } from './window/benchWindow.ts';
import { timeToSee } from './window/timeToSee.ts';

const rowCount = 100_000;
/** All of them within the period that the dashboard begins with. */
const days = 29;
const openings = 15;
const warmUps = 3;

/**
 * Measures from the key press that opens the dashboard to its figures in sight, with 100,000 requests in the period
 * that it shows; beside it an empty webview that a key press opens, by turns with ours.
 */
export async function measureDashboard(): Promise<Measures> {
  return withBenchWindow({}, async (window) => {
    await window.load();
    // The window makes the ledger's file by itself.
    const folder = window.workbench.server.dataFolder;
    fillLedger(await waitUntil('the ledger', () => ledgerIn(folder)), rowCount, days);
    const [ours, empty]: [number[], number[]] = [[], []];
    for (let opening = 0; opening < warmUps + openings; opening += 1) {
      const times = {
        ours: await timeToSee(window, dashboardKey, 'Spend'),
        empty: await timeToSee(window, emptyWebviewKey, 'Empty'),
      };
      if (opening < warmUps) continue;
      ours.push(times.ours);
      empty.push(times.empty);
    }
    return {
      'dashboard.p50': measured(percentile(ours, 0.5), 'ms', percentile(empty, 0.5)),
      'dashboard.p95': measured(percentile(ours, 0.95), 'ms', percentile(empty, 0.95)),
    };
  });
}

async function ledgerIn(folder: string): Promise<string | undefined> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const found = files.find((file) => file.endsWith('ledger.sqlite'));
  return found === undefined ? undefined : join(folder, found);
}
