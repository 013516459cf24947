import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbench } from '../../ui/workbench/workbench.ts';
import { launchBrowser } from '../../vscode/launchBrowser.ts';
import { projectFolder } from '../../vscode/projectFolder.ts';
import { startServer } from '../../vscode/startServer.ts';
import { createTemporaryFolder, removeFolder } from '../../vscode/temporaryFolder.ts';
import type { UserSettings } from '../../vscode/userSettings.ts';
import { installProbe } from '../probe/installProbe.ts';
import { openProbePort, type ProbePort } from '../probe/probePort.ts';
import { watchPage } from './watchPage.ts';

/** A VS Code to measure in, with the probe beside our extension. */
export interface BenchWindow {
  readonly workbench: Workbench;
  readonly probe: ProbePort;
  /** Loads the window (again), and waits until its extension host is up. */
  load(): Promise<void>;
}

/**
 * Starts the newest VS Code on a copy of the sample workspace, as a person has it, hands it to `measure` (which loads
 * the window), and ends it whatever happens.
 */
export async function withBenchWindow<Result>(
  settings: UserSettings,
  measure: (window: BenchWindow) => Promise<Result>,
): Promise<Result> {
  const ends: (() => Promise<void> | void)[] = [];
  try {
    const workspaceFolder = await createTemporaryFolder('workspace');
    ends.push(() => removeFolder(workspaceFolder));
    await cp(join(projectFolder, 'media', 'sample'), workspaceFolder, { recursive: true });
    const probe = await openProbePort();
    ends.push(() => probe.close());
    const allSettings = { 'explorer.compactFolders': false, 'files.autoSave': 'off', ...settings };
    const server = await startServer({
      version: 'newest',
      settings: allSettings,
      extension: { folder: projectFolder },
      companions: [await installProbe()],
      environment: { TIEBREAK_BENCH_PORT: String(probe.port) },
    });
    ends.push(() => server.stop());
    const { context, page, close } = await launchBrowser({ viewport: { width: 1600, height: 1000 } });
    ends.push(close);
    await context.addInitScript(watchPage);
    const address = server.url(workspaceFolder);
    const workbench = new Workbench({ server, context, page, workspaceFolder, address, settings: allSettings });
    const load = async () => {
      await workbench.load();
      await probe.connected();
    };
    return await measure({ workbench, probe, load });
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
