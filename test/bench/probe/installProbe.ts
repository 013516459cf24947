import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../vscode/projectFolder.ts';

/** The key that opens the probe's empty webview, as Playwright writes it. */
export const emptyWebviewKey = 'Control+Alt+Shift+KeyE';

/** The key that opens our dashboard while the probe is there. */
export const dashboardKey = 'Control+Alt+Shift+KeyD';

const manifest = {
  name: 'tiebreak-bench',
  publisher: 'tiebreak',
  version: '0.0.1',
  engines: { vscode: '^1.112.0' },
  main: './extension.cjs',
  activationEvents: ['onStartupFinished'],
  contributes: {
    commands: [{ command: 'tiebreakBench.openEmpty', title: 'Open an empty webview' }],
    keybindings: [
      { command: 'tiebreakBench.openEmpty', key: 'ctrl+alt+shift+e' },
      { command: 'tiebreak.showSpend', key: 'ctrl+alt+shift+d' },
    ],
  },
};

/** Builds the extension that stands beside ours while we measure, and returns its folder. */
export async function installProbe(): Promise<string> {
  const folder = join(projectFolder, 'out', 'bench', 'probe');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [join(import.meta.dirname, 'extension.ts')],
    outfile: join(folder, 'extension.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return folder;
}
