import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program of the folder `children`, running as a process of its own, as another window would. */
export class LedgerChild {
  readonly process: ChildProcess;
  /** Resolves once it is gone, however it ended, and all its output is here. */
  readonly closed: Promise<void>;
  private output = '';
  private errors = '';

  /** @param launcher a command that gets the program and its parameters as its last ones, and runs it */
  constructor(
    program: string,
    argument: string,
    environment: Readonly<Record<string, string>> = {},
    launcher: readonly string[] = [],
  ) {
    const path = fileURLToPath(new URL(`./children/${program}.ts`, import.meta.url));
    const [file, ...parameters] = [
      ...launcher,
      process.execPath,
      ...['--disable-warning=ExperimentalWarning', path, argument],
    ];
    this.process = spawn(file ?? process.execPath, parameters, {
      // Compiled once for all of them: hundreds are started, and half the time of a start would be that.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tiebreak-compile-cache'), ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.closed = once(this.process, 'close').then(() => undefined);
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.output += text;
    });
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
  }

  /** Resolves once that many whole lines were printed. */
  async printed(count: number): Promise<void> {
    while (this.lines().length < count) {
      if (this.hasEnded) throw new Error(`The child ended early: ${this.errors}`);
      await Promise.race([once(this.process.stdout ?? this.process, 'data'), this.closed]);
    }
  }

  /** Whole lines so far. */
  lines(): readonly string[] {
    return this.output.split('\n').slice(0, -1);
  }

  private get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Ends it at once, with no chance to tidy up. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.closed;
  }

  /** Waits for its own end. @returns its lines */
  async ended(): Promise<readonly string[]> {
    await this.closed;
    if (this.process.exitCode !== 0) throw new Error(`The child failed: ${this.errors}`);
    return this.lines();
  }
}
