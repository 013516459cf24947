import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { hasDisplay } from './hasDisplay.ts';
import { exitOnSignals, untilSignal } from './processGroup.ts';
import { projectFolder } from './projectFolder.ts';
import { obtainDesktopCode, runDesktopCode } from './runDesktopCode.ts';
import { runProcess } from './runProcess.ts';
import { checkPortIsFree, readStartOptions, type StartOptions } from './startOptions.ts';
import { startServer } from './startServer.ts';
import { createTemporaryFolder, removeFolder } from './temporaryFolder.ts';
import type { UserSettings } from './userSettings.ts';

// npm start: a real VS Code with the extension in it, on a copy of the sample workspace, answering without any key.

const settings: UserSettings = { 'tiebreak.scriptedAnswers': true };

const forgetSignals = exitOnSignals();
try {
  await start(readStartOptions(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start(options: StartOptions): Promise<void> {
  if (options.port !== undefined) {
    await checkPortIsFree(options.port);
  }
  await build();
  const root = await createTemporaryFolder('start');
  const sample = join(root, 'sample');
  try {
    await cp(join(projectFolder, 'media', 'sample'), sample, { recursive: true });
    const shown =
      hasDisplay() && options.port === undefined && (await showOnDesktop(options, sample, join(root, 'data')));
    if (!shown) {
      await serve(options, sample);
    }
  } finally {
    await removeFolder(root);
  }
}

async function build(): Promise<void> {
  try {
    await runProcess(process.execPath, ['esbuild.mjs'], { folder: projectFolder });
  } catch (cause) {
    const output = cause instanceof Error ? cause.message : String(cause);
    const errors = output.split('\n').filter((line) => line.includes('ERROR'));
    const reason = errors.length === 0 ? output : errors.join('\n');
    throw new Error(`The extension could not be built. Mend what the build says, and start again.\n${reason}`, {
      cause,
    });
  }
}

/** Returns false when there is no desktop VS Code to be had, or when it could not open its window. */
async function showOnDesktop(options: StartOptions, folder: string, dataFolder: string): Promise<boolean> {
  const code = await obtainDesktopCode(options.version);
  if (code === undefined) {
    return false;
  }
  const desktop = await runDesktopCode(code, folder, dataFolder, settings);
  console.log(`Tiebreak is running in desktop VS Code ${code.version}. Close its window or press Ctrl+C to end.`);
  forgetSignals();
  const ending = await Promise.race([desktop.ended, untilSignal()]);
  await desktop.stop();
  return ending !== false;
}

async function serve(options: StartOptions, folder: string): Promise<void> {
  const server = await startServer({
    version: options.version ?? 'newest',
    settings,
    port: options.port ?? 0,
    extension: { folder: projectFolder },
    inheritEnvironment: true,
  });
  const address = server.url(folder);
  console.log(`Tiebreak is running in VS Code ${server.installation.version.vscode}: ${address}`);
  console.log('Open this address in a browser. Press Ctrl+C to end.');
  if (hasDisplay()) {
    openInBrowser(address);
  }
  forgetSignals();
  const ending = await Promise.race([server.ended.then(() => 'ended'), untilSignal()]);
  const logs = ending === 'ended' ? await server.lastLogLines() : '';
  await server.stop();
  if (ending === 'ended') {
    throw new Error(`The VS Code server ended by itself. Start again; this is what it said last:\n${logs}`);
  }
}

/** Leaves the address to the system's own browser; where that does not work, it is printed anyway. */
function openInBrowser(address: string): void {
  const [program, ...parameters] = {
    darwin: ['open', address],
    win32: ['rundll32', 'url.dll,FileProtocolHandler', address],
  }[process.platform as string] ?? ['xdg-open', address];
  if (program !== undefined) {
    spawn(program, parameters, { detached: true, stdio: 'ignore' })
      .once('error', () => undefined)
      .unref();
  }
}
