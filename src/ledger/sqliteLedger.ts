import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  AcceptedChanges,
  Ledger,
  Reservation,
  Settlement,
  SpendTotals,
  WorkspaceName,
} from '../app/ledgerPorts.ts';
import type { Clock, Log } from '../app/ports.ts';
import type { Provider } from '../core/contender.ts';
import type { Failure } from '../core/failure.ts';
import type { BudgetStandings, Budgets } from '../core/spend/budget.ts';
import { checkBudgets, hasBudget } from '../core/spend/budget.ts';
import type { TaskKind } from '../core/task.ts';
import type { FileIdentity } from './fileIdentity.ts';
import { fileIdentity } from './fileIdentity.ts';
import { LedgerFile } from './ledgerFile.ts';
import { withLedgerLock } from './ledgerLock.ts';
import { acceptLosses, lastLoss, withLoss } from './lostSpend.ts';
import { setAside } from './quarantine.ts';
import { withoutRunning } from './runningRequests.ts';
import { sqliteFault } from './sqliteFault.ts';
import type { SqliteModule } from './sqliteModule.ts';
import { loadSqlite } from './sqliteModule.ts';
import { inSnapshot, inTransaction } from './transaction.ts';

/** What the ledger is made of. Making it does no input or output: the file is opened on first use. */
export interface LedgerOptions {
  /** Where the file lies; made when missing. Shared by all windows. */
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this window's run; its requests are the session's. */
  readonly sessionId: string;
  /** The window's own; null for one without a folder. */
  readonly workspace: WorkspaceName | null;
}

/** How long a file that others keep locked is waited for, in milliseconds, in pauses that leave the thread free. */
const patience = 3_000;

/** How often other windows' changes are looked for, in milliseconds, while somebody listens: some microseconds' work. */
const lookAround = 2_000;

/** The durable account of every request, in one SQLite file that all windows share. */
export class SqliteLedger implements Ledger {
  private readonly options: LedgerOptions;
  private readonly path: string;
  private readonly loadModule: () => SqliteModule | null;
  private readonly changeListeners = new Set<() => void>();
  private readonly recoveryListeners = new Set<(setAsidePath: string) => void>();
  /** Requests under way, to be written again should the file they were reserved in have been set aside. */
  private readonly underWay = new Map<string, Reservation>();
  private file: LedgerFile | null = null;
  private stopLooking: (() => void) | null = null;
  private disposed = false;

  /** @param loadModule finds node:sqlite; a test may find none */
  constructor(options: LedgerOptions, loadModule: () => SqliteModule | null = loadSqlite) {
    this.options = options;
    this.path = join(options.directory, 'ledger.sqlite');
    this.loadModule = loadModule;
  }

  async reserve(reservation: Reservation, budgets: Budgets | null): Promise<Failure | null> {
    try {
      const refusal = await this.perform((file) =>
        inTransaction(file.database, () => {
          if (file.requests.isReserved(reservation.requestId)) return null;
          const refused = budgets === null ? null : this.whyOverBudget(file, reservation, budgets);
          if (refused === null) file.requests.reserve(reservation, this.options.sessionId);
          return refused;
        }),
      );
      if (refusal !== null) return refusal;
    } catch (error) {
      return this.unavailable('A request could not be reserved in the ledger.', error);
    }
    this.underWay.set(reservation.requestId, reservation);
    this.tellChange();
    return null;
  }

  async settle(settlement: Settlement): Promise<void> {
    const reservation = this.underWay.get(settlement.requestId);
    this.underWay.delete(settlement.requestId);
    try {
      const result = await this.perform((file) =>
        inTransaction(file.database, () => {
          const first = file.requests.settle(settlement);
          if (first !== 'missing' || reservation === undefined) return first;
          file.requests.reserve(reservation, this.options.sessionId);
          return file.requests.settle(settlement);
        }),
      );
      if (result !== 'settled') this.options.log.warn(`Request ${settlement.requestId} was not settled: ${result}.`);
    } catch (error) {
      this.options.log.error('A request could not be settled in the ledger; its cost counts as unknown.', error);
    }
    this.tellChange();
  }

  async recordAccepted(changes: readonly AcceptedChanges[]): Promise<void> {
    try {
      await this.perform((file) =>
        inTransaction(file.database, () => {
          for (const change of changes) file.accepted.add(change);
        }),
      );
    } catch (error) {
      this.options.log.error('Accepted changes could not be recorded in the ledger.', error);
    }
    this.tellChange();
  }

  async totals(now: number): Promise<SpendTotals | Failure> {
    const { sessionId, workspace } = this.options;
    const place = { sessionId, workspaceId: workspace?.id ?? null };
    const totals = await this.read((file) => file.spend.totals(now, place));
    return 'kind' in totals ? totals : withoutRunning(totals, [...this.underWay.values()]);
  }

  standings(comparisonId: string, now: number): Promise<BudgetStandings | Failure> {
    return this.read((file) => this.standingsOf(file, comparisonId, now));
  }

  typicalOutput(provider: Provider, model: string, kind: TaskKind): Promise<number | null | Failure> {
    return this.read((file) => file.requests.typicalOutput(provider, model, kind));
  }

  async acceptLosses(): Promise<Failure | null> {
    try {
      acceptLosses(this.path);
    } catch (error) {
      return this.unavailable('A damaged ledger could not be marked.', error);
    }
    this.tellChange();
    return null;
  }

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

  private whyOverBudget(file: LedgerFile, reservation: Reservation, budgets: Budgets): Failure | null {
    if (!hasBudget(budgets)) return null;
    const { provider, model, comparisonId, startedAt, upperBound } = reservation;
    const standings = this.standingsOf(file, comparisonId, startedAt);
    return checkBudgets(budgets, standings, { provider, model, needed: upperBound });
  }

  private standingsOf(file: LedgerFile, comparisonId: string, now: number): BudgetStandings {
    return withLoss(file.spend.standings(comparisonId, now), lastLoss(this.path), now);
  }

  private async read<Result>(work: (file: LedgerFile) => Result): Promise<Result | Failure> {
    try {
      return await this.perform((file) => inSnapshot(file.database, () => work(file)));
    } catch (error) {
      return this.unavailable('The ledger could not be read.', error);
    }
  }

  private async perform<Result>(work: (file: LedgerFile) => Result): Promise<Result> {
    let recovered = false;
    let damage: { readonly identity: FileIdentity; readonly cause: unknown } | null = null;
    // Bounded by the pauses' own sum, since the clock may be set while we wait.
    for (let waited = 0; ; ) {
      // Looked at before it is opened: once it is found corrupt, another window's new ledger may stand there already.
      const identity = fileIdentity(this.path);
      try {
        if (damage !== null) this.beginAnew(damage.identity, damage.cause);
        damage = null;
        return work(this.open());
      } catch (error) {
        const fault = sqliteFault(error);
        if (fault === 'corrupt' && !recovered) {
          recovered = true;
          damage = { identity, cause: error };
        } else if (fault === 'busy' && waited < patience) {
          // Of different length in every window, so that they do not meet again and again.
          const pause = 25 + Math.random() * 100;
          waited += pause;
          await new Promise<void>((resolve) => this.options.clock.after(pause, resolve));
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
    if (this.file === null) {
      const sqlite = this.loadModule();
      if (sqlite === null) throw new Error('this version of VS Code comes without SQLite (node:sqlite)');
      mkdirSync(this.options.directory, { recursive: true });
      this.file = new LedgerFile(sqlite, this.options.directory, this.path, this.options.log);
      this.lookForOthers();
    }
    return this.file;
  }

  private close(): void {
    const file = this.file;
    this.file = null;
    try {
      file?.close();
    } catch (error) {
      this.options.log.warn(`The ledger did not close cleanly: ${messageOf(error)}`);
    }
  }

  private beginAnew(identity: FileIdentity, cause: unknown): void {
    this.close();
    const sqlite = this.loadModule();
    if (sqlite === null) return;
    const setAsidePath = withLedgerLock(sqlite, this.path, () =>
      setAside(this.path, identity, this.options.clock.now()),
    );
    if (setAsidePath === null) return;
    this.options.log.error(`The ledger was corrupt. It was set aside as ${setAsidePath} and a new one begun.`, cause);
    for (const listener of this.recoveryListeners) this.tell(() => listener(setAsidePath));
  }

  private lookForOthers(): void {
    if (this.stopLooking !== null || this.file === null || this.disposed || this.changeListeners.size === 0) return;
    this.stopLooking = this.options.clock.after(lookAround, () => {
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

  private tellChange(): void {
    for (const listener of this.changeListeners) this.tell(listener);
  }

  private tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.options.log.error('A listener of the ledger failed.', error);
    }
  }

  private unavailable(what: string, error: unknown): Failure {
    this.options.log.error(what, error);
    return { kind: 'ledger-unavailable', cause: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
