import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { type DesktopCode, findDesktopCode, versionOf } from './findDesktopCode.ts';
import { ownProcessGroup } from './processGroup.ts';
import { projectFolder } from './projectFolder.ts';
import { quietSettings, type UserSettings } from './userSettings.ts';
import { type VersionName, vscodeVersions } from './vscodeVersions.ts';

/**
 * A desktop VS Code: the installed one, unless a certain version is asked for, else one downloaded from VS Code's own
 * server; undefined where that cannot be reached.
 */
export async function obtainDesktopCode(version: VersionName | undefined): Promise<DesktopCode | undefined> {
  const installed = version === undefined ? findDesktopCode() : undefined;
  if (installed !== undefined) {
    return installed;
  }
  try {
    const wanted = version === undefined ? 'stable' : vscodeVersions[version].vscode;
    const cachePath = join(projectFolder, '.vscode-test');
    console.log('Looking for a desktop VS Code to download (about 130 MB, kept in .vscode-test) …');
    const program = await downloadAndUnzipVSCode({ version: wanted, cachePath, reporter: new SilentReporter() });
    return { program, version: versionOf(program) ?? wanted };
  } catch {
    // No way to that server from here: the caller has another.
    return undefined;
  }
}

/** A desktop VS Code with the extension loaded from the checkout. */
export interface RunningDesktop {
  /** Settles with whether it ran and ended well when its window has been closed, or when it could not be shown. */
  readonly ended: Promise<boolean>;
  stop(): Promise<void>;
}

/** Opens a folder in a desktop VS Code with a profile of its own in `dataFolder`, the extension loaded from the checkout. */
export async function runDesktopCode(
  code: DesktopCode,
  folder: string,
  dataFolder: string,
  settings: UserSettings,
): Promise<RunningDesktop> {
  await mkdir(join(dataFolder, 'User'), { recursive: true });
  await writeFile(join(dataFolder, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const parameters = [
    `--extensionDevelopmentPath=${projectFolder}`,
    `--user-data-dir=${dataFolder}`,
    `--extensions-dir=${join(dataFolder, 'extensions')}`,
    ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates', '--new-window'],
    // Chromium refuses to run as root with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
  ];
  // Started from a terminal inside VS Code, these would turn the program into a plain Node or a remote control.
  const { ELECTRON_RUN_AS_NODE: _node, VSCODE_IPC_HOOK_CLI: _cli, ...environment } = process.env;
  const child = spawn(code.program, parameters, {
    env: environment,
    detached: process.platform !== 'win32',
    stdio: 'ignore',
  });
  const group = ownProcessGroup(child);
  const ended = once(child, 'exit').then(
    ([exitCode]) => exitCode === 0,
    () => false,
  );
  return { ended, stop: () => group.stop() };
}
