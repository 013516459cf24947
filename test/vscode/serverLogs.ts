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

/** VS Code's own frames, and its complaint about a native part that a test does without, say nothing about us. */
const noise = /^\s+at .*(node:internal|extensionHostProcess\.js)|native-watchdog|Release\/watchdog|^Require stack/;

function section(name: string, text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !noise.test(line));
  return lines.length === 0 ? '' : [`--- ${name}`, ...lines.slice(-40)].join('\n');
}
