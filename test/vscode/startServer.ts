import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installServer, type ServerInstallation } from './installServer.ts';
import { ownProcessGroup } from './processGroup.ts';
import { runProcess } from './runProcess.ts';
import { readServerLogs } from './serverLogs.ts';
import { createTemporaryFolder, removeFolder } from './temporaryFolder.ts';
import { quietSettings, type UserSettings } from './userSettings.ts';
import type { VersionName } from './vscodeVersions.ts';
import { type WorkbenchPaths, workbenchUrl } from './workbenchUrl.ts';

/** A package (.vsix) as a person installs it, or a folder with a built extension, which is then used where it is. */
export type InstalledExtension = { readonly vsix: string } | { readonly folder: string };

export interface ServerOptions {
  readonly version: VersionName;
  readonly settings?: UserSettings;
  /** Ask whether the folder is trusted, as VS Code does for a person; otherwise every folder is trusted. */
  readonly trust?: boolean;
  /** Installed before the start, so that the person's windows have it without being told in the address. */
  readonly extension?: InstalledExtension;
  /** Folders of further extensions, used where they are. Not beside a package: that makes a list of its own. */
  readonly companions?: readonly string[];
  /** Listen to the two extension paths in an address. VS Code then holds its notifications back. */
  readonly extensionPaths?: boolean;
  /** Added to the few variables that the extension host sees. */
  readonly environment?: Readonly<Record<string, string>>;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** See everything that this process sees, home folder and proxy settings included, for a person's own session. */
  readonly inheritEnvironment?: boolean;
}

/** A VS Code server that answers. */
export interface RunningServer {
  readonly installation: ServerInstallation;
  readonly port: number;
  /** Everything that this server stores; removed by {@link RunningServer.stop}. */
  readonly dataFolder: string;
  readonly logsFolder: string;
  /** The address that opens a folder, with an extension (and its tests) loaded from the given paths. */
  url(folder: string, paths?: WorkbenchPaths): string;
  /** Replaces the person's settings; a window takes them up when it loads or writes a setting itself. */
  writeSettings(settings: UserSettings): Promise<void>;
  /** The text of the person's settings as it is now. */
  readSettings(): Promise<string>;
  /** What the server and its extension hosts said last, for a person to read after a failure. */
  lastLogLines(): Promise<string>;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const startLimitMilliseconds = 60_000;

/**
 * Installs (if need be) and starts a VS Code server with a data folder, home folder and settings of its own, and waits
 * until it listens.
 *
 * @throws Error with the server's output when it ends early or does not listen within a minute.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const installation = await installServer(options.version);
  const root = await createTemporaryFolder('server');
  const dataFolder = join(root, 'data');
  const userFolder = join(dataFolder, 'data', 'User');
  const home = join(root, 'home');
  await mkdir(userFolder, { recursive: true });
  await mkdir(home, { recursive: true });
  const settingsFile = join(userFolder, 'settings.json');
  // In one step: a window that reads a half-written file goes on as if nothing were set, and asks for a reload.
  const writeSettings = async (settings: UserSettings): Promise<void> => {
    await writeFile(`${settingsFile}.new`, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
    await rename(`${settingsFile}.new`, settingsFile);
  };
  await writeSettings(options.settings ?? {});

  const environment = {
    ...(options.inheritEnvironment ? process.env : { ...systemEnvironment(), HOME: home, USERPROFILE: home }),
    // So that the sockets it forgets go with the rest. Elsewhere the path might be too long for a socket.
    ...(process.platform === 'linux' ? { TMPDIR: root } : {}),
    ...options.environment,
  };
  const common = [installation.serverScript, '--server-data-dir', dataFolder, '--accept-server-license-terms'];
  if (options.extension !== undefined && 'vsix' in options.extension) {
    const install = [...common, '--install-extension', options.extension.vsix, '--force'];
    await runProcess(installation.nodePath, install, { folder: root, environment });
  }
  const folders = [
    ...(options.extension !== undefined && 'folder' in options.extension ? [options.extension.folder] : []),
    ...(options.companions ?? []),
  ];
  const extensionsFolder = join(dataFolder, 'extensions');
  if (folders.length > 0) await mkdir(extensionsFolder, { recursive: true });
  for (const [index, folder] of folders.entries()) {
    // What stands in this folder at the first start counts as installed.
    await symlink(folder, join(extensionsFolder, `extension-in-place-${index}`), 'junction');
  }
  const parameters = [
    ...common,
    ...[
      '--host',
      '127.0.0.1',
      '--port',
      String(options.port ?? 0),
      '--without-connection-token',
      '--disable-telemetry',
    ],
    '--force-disable-user-env',
    // Without its test driver a built VS Code ignores the extension paths in an address.
    ...(options.extensionPaths ? ['--enable-smoke-test-driver'] : []),
    ...(options.trust ? [] : ['--disable-workspace-trust']),
  ];
  const child = spawn(installation.nodePath, parameters, {
    cwd: root,
    env: environment,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const group = ownProcessGroup(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const output: string[] = [];
  const keep = (chunk: Buffer): void => void output.push(chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const stop = async (): Promise<void> => {
    await group.stop();
    await removeFolder(root);
  };
  try {
    const port = await listeningPort(child, output);
    const logsFolder = join(dataFolder, 'data', 'logs');
    return {
      installation,
      port,
      dataFolder,
      logsFolder,
      url: (folder, paths) => workbenchUrl(port, folder, paths),
      writeSettings,
      readSettings: () => readFile(settingsFile, 'utf8'),
      lastLogLines: () => readServerLogs(logsFolder, output.join('')),
      ended,
      stop,
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function systemEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'SystemRoot', 'TEMP', 'TMP', 'ComSpec', 'PATHEXT'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

function listeningPort(child: ChildProcess, output: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`The VS Code server ${why}:\n${output.join('').slice(-4000)}`));
    const deadline = setTimeout(() => fail('did not listen within a minute'), startLimitMilliseconds);
    child.once('error', (cause) => fail(`could not be started (${cause.message})`));
    child.once('exit', (code, signal) => {
      clearTimeout(deadline);
      fail(`ended with ${code ?? signal} before it listened`);
    });
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output.join(''))?.[1];
      if (port !== undefined) {
        clearTimeout(deadline);
        resolve(Number(port));
      }
    });
  });
}
