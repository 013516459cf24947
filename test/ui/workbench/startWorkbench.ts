import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserOptions, launchBrowser } from '../../vscode/launchBrowser.ts';
import { projectFolder } from '../../vscode/projectFolder.ts';
import { type InstalledExtension, startServer } from '../../vscode/startServer.ts';
import { createTemporaryFolder, removeFolder } from '../../vscode/temporaryFolder.ts';
import type { UserSettings } from '../../vscode/userSettings.ts';
import type { VersionName } from '../../vscode/vscodeVersions.ts';
import { testedVersion } from './testedVersion.ts';
import { Workbench } from './workbench.ts';

export interface WorkbenchOptions extends BrowserOptions {
  /** The one that this run of the tests is about if not given. */
  readonly version?: VersionName;
  /** Opened as a fresh copy; the sample workspace if not given. */
  readonly workspaceFolder?: string;
  readonly settings?: UserSettings;
  /** The one in the checkout if not given. */
  readonly extension?: InstalledExtension;
  /** Ask whether the folder is trusted. */
  readonly trust?: boolean;
  /** Added to what the extension host sees. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A window with everything that was started for it. */
export interface StartedWorkbench {
  readonly workbench: Workbench;
  /** Ends browser and server, and removes the copy of the workspace. */
  stop(): Promise<void>;
}

/** One row in the explorer for each folder, and one tab for each file, whatever group has the focus. */
const predictable: UserSettings = { 'explorer.compactFolders': false, 'workbench.editor.revealIfOpen': true };

/** Starts a VS Code of its own, with an empty profile, on a copy of a workspace, and shows it in a browser. */
export async function startWorkbench(options: WorkbenchOptions): Promise<StartedWorkbench> {
  const workspaceFolder = await createTemporaryFolder('workspace');
  const stops: (() => Promise<void>)[] = [() => removeFolder(workspaceFolder)];
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).reverse()) {
      await step();
    }
  };
  try {
    await cp(options.workspaceFolder ?? join(projectFolder, 'media', 'sample'), workspaceFolder, { recursive: true });
    const settings = { ...predictable, ...options.settings };
    const server = await startServer({
      version: options.version ?? testedVersion(),
      settings,
      trust: options.trust ?? false,
      environment: options.environment ?? {},
      extension: options.extension ?? { folder: projectFolder },
    });
    stops.push(() => server.stop());
    const browser = await launchBrowser(options);
    stops.push(() => browser.close());
    const address = server.url(workspaceFolder);
    const { context, page } = browser;
    const workbench = new Workbench({ server, context, page, workspaceFolder, address, settings });
    await workbench.load();
    return { workbench, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
