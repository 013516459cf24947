import { once } from 'node:events';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import type { VersionName } from './vscodeVersions.ts';

export interface StartOptions {
  /** Asked for: then it is a server in a browser, because a desktop VS Code has no port. */
  readonly port?: number;
  readonly version?: VersionName;
}

/**
 * Reads the options of `npm start`.
 *
 * @throws Error with a sentence for people when they make no sense.
 */
export function readStartOptions(words: readonly string[]): StartOptions {
  const { port, vscode } = parseWords(words);
  if (vscode !== undefined && vscode !== 'newest' && vscode !== 'oldest') {
    throw new Error(`There is no VS Code ${vscode} to choose here. Write --vscode newest or --vscode oldest.`);
  }
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    throw new Error(`${port} is no port. Give --port a number from 1 to 65535.`);
  }
  return {
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(vscode === undefined ? {} : { version: vscode }),
  };
}

function parseWords(words: readonly string[]): {
  readonly port?: string | undefined;
  readonly vscode?: string | undefined;
} {
  try {
    return parseArgs({ args: [...words], options: { port: { type: 'string' }, vscode: { type: 'string' } } }).values;
  } catch {
    throw new Error('These options are not known. Use: npm start -- [--port NUMBER] [--vscode newest|oldest]');
  }
}

/**
 * Makes sure that a port can be listened on.
 *
 * @throws Error with a sentence for people when it cannot.
 */
export async function checkPortIsFree(port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(`Port ${port} cannot be used. Choose another with --port, or leave the option out.`, { cause });
  }
  server.close();
  await once(server, 'close');
}
