import { existsSync } from 'node:fs';
import { runProcess } from './runProcess.ts';

/**
 * Runs npm in a folder and returns its output.
 *
 * The npm that started us is used where there is one (npm tells its path to every script), because npm is a batch
 * file on Windows, which cannot be spawned by name.
 *
 * @throws Error with npm's last lines when it fails.
 */
export function runNpm(parameters: readonly string[], folder: string): Promise<string> {
  const script = process.env.npm_execpath;
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', ...parameters];
  return script?.endsWith('.js') && existsSync(script)
    ? runProcess(process.execPath, [script, ...quiet], { folder })
    : runProcess('npm', quiet, { folder });
}
