import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A program of the folder `children`, running as a process of its own, as another window would. */
export class LedgerChild {
  readonly process: ChildProcess;
  private output = '';
  private errors = '';

  constructor(program: string, argument: string, environment: Readonly<Record<string, string>> = {}) {
    const path = fileURLToPath(new URL(`./children/${program}.ts`, import.meta.url));
    this.process = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, argument], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
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
      if (this.process.exitCode !== null) throw new Error(`The child ended early: ${this.errors}`);
      await Promise.race([once(this.process.stdout ?? this.process, 'data'), once(this.process, 'close')]);
    }
  }

  /** Whole lines so far. */
  lines(): readonly string[] {
    return this.output.split('\n').slice(0, -1);
  }

  /** Ends it at once, with no chance to tidy up. */
  async kill(): Promise<void> {
    const closed = once(this.process, 'close');
    this.process.kill('SIGKILL');
    await closed;
  }

  /** Waits for its own end. @returns its lines */
  async ended(): Promise<readonly string[]> {
    if (this.process.exitCode === null) await once(this.process, 'close');
    if (this.process.exitCode !== 0) throw new Error(`The child failed: ${this.errors}`);
    return this.lines();
  }
}
