import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** A child process that was started with `detached: true`, with everything that it started. */
export interface ProcessGroup {
  /** Ends all of it: asks first, and kills what has not gone within five seconds. */
  stop(): Promise<void>;
}

/**
 * Takes charge of a detached child: when this process exits for whatever reason that it can see, the whole group is
 * killed with it, so that no server outlives its test.
 */
export function ownProcessGroup(child: ChildProcess): ProcessGroup {
  const killNow = (): void => signalGroup(child, 'SIGKILL');
  process.once('exit', killNow);
  return {
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        const deadline = setTimeout(killNow, 5000);
        signalGroup(child, 'SIGTERM');
        await exited;
        clearTimeout(deadline);
      }
      // The leader may have gone before its children.
      killNow();
      process.off('exit', killNow);
    },
  };
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Lets Ctrl+C and a polite kill end this process through its exit handlers, which Node skips otherwise. Returns how to
 * take that back.
 */
export function exitOnSignals(): () => void {
  const undos = Object.entries(signals).map(([signal, code]) => {
    const exit = (): never => process.exit(code);
    process.once(signal, exit);
    return () => process.off(signal, exit);
  });
  return () => {
    for (const undo of undos) {
      undo();
    }
  };
}

/** Waits until someone asks this process to end; a second time ends it at once. */
export async function untilSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of Object.keys(signals)) {
      process.once(signal, () => resolve());
    }
  });
  exitOnSignals();
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
