import { spawn } from 'node:child_process';

export interface ProcessOptions {
  readonly folder: string;
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end without showing its output, and returns that output.
 *
 * @throws Error with the last lines of the output when the program cannot be started or fails, because the reason is
 *   nearly always there.
 */
export function runProcess(program: string, parameters: readonly string[], options: ProcessOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: options.folder,
      env: options.environment ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    const keep = (chunk: Buffer): void => void chunks.push(chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (cause) => reject(new Error(`${program} could not be started: ${cause.message}`, { cause })));
    child.once('close', (code, signal) => {
      const output = chunks.join('');
      if (code === 0) {
        resolve(output);
        return;
      }
      const lastLines = output.trimEnd().split('\n').slice(-20).join('\n');
      reject(new Error(`${program} ${parameters.join(' ')} ended with ${code ?? signal}:\n${lastLines}`));
    });
  });
}
