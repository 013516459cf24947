import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log } from '../app/ports.ts';
import type { Failure } from '../core/failure.ts';
import type { FileIdentity } from './fileIdentity.ts';
import { fileIdentity } from './fileIdentity.ts';
import { LedgerFile } from './ledgerFile.ts';
import { withLedgerLock } from './ledgerLock.ts';
import { setAside } from './quarantine.ts';
import { sqliteFault } from './sqliteFault.ts';
import type { SqliteModule } from './sqliteModule.ts';
import { loadSqlite } from './sqliteModule.ts';
import { inSnapshot } from './transaction.ts';

/** Where the file lies, and what is needed around it. */
export interface LedgerAccessOptions {
  /** Where the file lies; made when missing. Shared by all windows. */
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long a file that others keep locked is waited for, in milliseconds, in pauses that leave the thread free. */
const patience = 3_000;

/** How often a file is opened anew that was replaced while it was opened. */
const triesToOpen = 3;

/** How often other windows' changes are looked for, in milliseconds, while somebody listens: some microseconds' work. */
const lookAround = 2_000;

/**
 * The one way to the file: opens it on first use, waits for other windows without holding the thread, sets it aside when
 * it is corrupt, and tells of changes. The window's ledger and its archive share one.
 */
export class LedgerAccess {
  readonly path: string;
  readonly clock: Clock;
  readonly log: Log;
  private readonly directory: string;
  private readonly loadModule: () => SqliteModule | null;
  private readonly changeListeners = new Set<() => void>();
  private readonly recoveryListeners = new Set<(setAsidePath: string) => void>();
  private file: LedgerFile | null = null;
  private stopLooking: (() => void) | null = null;
  private isReadable = true;
  private disposed = false;

  /** @param loadModule finds node:sqlite; a test may find none */
  constructor(options: LedgerAccessOptions, loadModule: () => SqliteModule | null = loadSqlite) {
    this.directory = options.directory;
    this.clock = options.clock;
    this.log = options.log;
    this.path = join(options.directory, 'ledger.sqlite');
    this.loadModule = loadModule;
  }

  /** Called after every change that `tellChange` told or that was noticed from another window. */
  onDidChange(listener: () => void): { dispose(): void } {
    // A function of its own for each call, so that one listener registered twice is told twice.
    const entry = () => listener();
    this.changeListeners.add(entry);
    this.lookForOthers();
    return { dispose: () => this.changeListeners.delete(entry) };
  }

  /** Called when a corrupt file was set aside and a new, empty ledger begun: spend from before is in that file. */
  onDidRecover(listener: (setAsidePath: string) => void): { dispose(): void } {
    const entry = (path: string) => listener(path);
    this.recoveryListeners.add(entry);
    return { dispose: () => this.recoveryListeners.delete(entry) };
  }

  /** Lets go of the file. A settlement that comes later still reaches it: money is never lost to a closing window. */
  dispose(): void {
    this.disposed = true;
    this.changeListeners.clear();
    this.recoveryListeners.clear();
    this.stopLooking?.();
    this.stopLooking = null;
    this.close();
  }

  /** Reads, so that all of it sees the same state; a failure is logged and given back. */
  async read<Result>(work: (file: LedgerFile) => Result): Promise<Result | Failure> {
    try {
      return await this.perform((file) => inSnapshot(file.database, () => work(file)));
    } catch (error) {
      return this.unavailable('The ledger could not be read.', error);
    }
  }

  /**
   * Does work on the open file; it is done again after another window's lock or a corrupt file was in its way.
   *
   * @throws SQLite's errors that this does not mend, and whatever keeps the file from being opened
   */
  async perform<Result>(work: (file: LedgerFile) => Result): Promise<Result> {
    let recovered = false;
    let damage: { readonly identity: FileIdentity; readonly cause: unknown } | null = null;
    // Bounded by the pauses' own sum, since the clock may be set while we wait.
    for (let waited = 0; ; ) {
      // Looked at before it is opened: once it is found corrupt, another window's new ledger may stand there already.
      const identity = fileIdentity(this.path);
      try {
        if (damage !== null) this.beginAnew(damage.identity, damage.cause);
        damage = null;
        const result = work(this.open());
        this.noteReadable(true);
        return result;
      } catch (error) {
        const fault = sqliteFault(error);
        if (fault === 'corrupt' && !recovered) {
          recovered = true;
          damage = { identity, cause: error };
        } else if (fault === 'busy' && waited < patience) {
          // Of different length in every window, so that they do not meet again and again.
          const pause = 25 + Math.random() * 100;
          waited += pause;
          await new Promise<void>((resolve) => this.clock.after(pause, resolve));
        } else {
          // Opened while it could not be written, it stays so: the next one opens it again.
          if (fault === 'read-only') this.close();
          throw fault === 'busy' ? new Error('another program keeps it locked', { cause: error }) : error;
        }
      } finally {
        if (this.disposed) this.close();
      }
    }
  }

  private open(): LedgerFile {
    if (this.file !== null && !this.file.isCurrent()) this.close();
    const file = this.file ?? this.openAnew();
    if (this.file === null) {
      this.file = file;
      this.lookForOthers();
    }
    return file;
  }

  private openAnew(): LedgerFile {
    const sqlite = this.loadModule();
    if (sqlite === null) throw new Error('this version of VS Code comes without SQLite (node:sqlite)');
    mkdirSync(this.directory, { recursive: true });
    for (let tries = 1; ; tries += 1) {
      const file = new LedgerFile(sqlite, this.directory, this.path, this.log);
      // Another window can set it aside while it is being upgraded; that happens once, not again and again.
      if (tries === triesToOpen || file.isCurrent()) return file;
      file.close();
    }
  }

  private close(): void {
    const file = this.file;
    this.file = null;
    try {
      file?.close();
    } catch (error) {
      this.log.warn(`The ledger did not close cleanly: ${messageOf(error)}`);
    }
  }

  private beginAnew(identity: FileIdentity, cause: unknown): void {
    this.close();
    const sqlite = this.loadModule();
    if (sqlite === null) return;
    const setAsidePath = withLedgerLock(sqlite, this.path, () => setAside(this.path, identity, this.clock.now()));
    if (setAsidePath === null) return;
    this.log.error(`The ledger was corrupt. It was set aside as ${setAsidePath} and a new one begun.`, cause);
    for (const listener of this.recoveryListeners) this.tell(() => listener(setAsidePath));
  }

  private lookForOthers(): void {
    if (this.stopLooking !== null || this.file === null || this.disposed || this.changeListeners.size === 0) return;
    this.stopLooking = this.clock.after(lookAround, () => {
      this.stopLooking = null;
      if (this.othersChangedIt()) this.tellChange();
      this.lookForOthers();
    });
  }

  private othersChangedIt(): boolean {
    try {
      return this.file !== null && (!this.file.isCurrent() || this.file.changedElsewhere());
    } catch {
      // Locked or broken at the moment: the next one who reads finds out, and says so.
      return false;
    }
  }

  /** Whoever finds the ledger unreadable, or readable again, finds it for all: nobody else may look for long. */
  private noteReadable(isReadable: boolean): void {
    if (this.isReadable === isReadable) return;
    this.isReadable = isReadable;
    this.tellChange();
  }

  /** Tells whoever listens that this window has changed the ledger. */
  tellChange(): void {
    for (const listener of this.changeListeners) this.tell(listener);
  }

  private tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.log.error('A listener of the ledger failed.', error);
    }
  }

  /** Logs why the ledger could not be used. @returns what the caller gives back */
  unavailable(what: string, error: unknown): Failure {
    this.log.error(what, error);
    this.noteReadable(false);
    return { kind: 'ledger-unavailable', cause: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
