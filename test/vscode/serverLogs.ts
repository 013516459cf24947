import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The last lines of what a server, its extension hosts and the extensions logged, each part under its name, for a
 * person to read after a failure.
 */
export async function readServerLogs(logsFolder: string, serverOutput: string): Promise<string> {
  const parts = [section('server', serverOutput)];
  if (existsSync(logsFolder)) {
    for await (const name of glob('*/exthost*/{remoteexthost.log,tiebreak.*/*.log}', { cwd: logsFolder })) {
      parts.push(section(name, await readFile(join(logsFolder, name), 'utf8')));
    }
  }
  return parts.filter((part) => part !== '').join('\n');
}

/** VS Code's own frames, its own extensions, and complaints about parts that a test does without, say nothing about us. */
const noise = new RegExp(
  [
    String.raw`^\s+at .*(node:internal|node:diagnostics_channel|extensionHostProcess\.js)`,
    String.raw`^- /.*extensionHostProcess\.js|^Require stack|native-watchdog|Release/watchdog`,
    String.raw`vsda|/gallery/|reconnection-grace-time|_doActivateExtension vscode\.`,
  ].join('|'),
);

function section(name: string, text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !noise.test(line));
  return lines.length === 0 ? '' : [`--- ${name}`, ...lines.slice(-40)].join('\n');
}
