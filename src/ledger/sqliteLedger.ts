import type {
  AcceptedChanges,
  Ledger,
  Reservation,
  Settlement,
  SpendTotals,
  WorkspaceName,
} from '../app/ledgerPorts.ts';
import type { Provider } from '../core/contender.ts';
import type { Failure } from '../core/failure.ts';
import type { BudgetStandings, Budgets } from '../core/spend/budget.ts';
import { checkBudgets, hasBudget } from '../core/spend/budget.ts';
import type { TaskKind } from '../core/task.ts';
import type { LedgerAccessOptions } from './ledgerAccess.ts';
import { LedgerAccess } from './ledgerAccess.ts';
import type { LedgerFile } from './ledgerFile.ts';
import { acceptLosses, lastLoss, withLoss } from './lostSpend.ts';
import { OwedSettlements } from './owedSettlements.ts';
import type { SqliteModule } from './sqliteModule.ts';
import { loadSqlite } from './sqliteModule.ts';
import { inTransaction } from './transaction.ts';

/** What the ledger is made of. Making it does no input or output: the file is opened on first use. */
export interface LedgerOptions extends LedgerAccessOptions {
  /** Names this window's run; its requests are the session's. */
  readonly sessionId: string;
  /** The window's own; null for one without a folder. */
  readonly workspace: WorkspaceName | null;
}

/** The durable account of every request, in one SQLite file that all windows share. */
export class SqliteLedger implements Ledger {
  /** The file, for the archive of the same ledger. */
  readonly access: LedgerAccess;
  private readonly options: LedgerOptions;
  /** Requests whose ending is not written yet, to be written again should the file they were in have been set aside. */
  private readonly underWay = new Map<string, Reservation>();
  private readonly owed: OwedSettlements;

  /** @param loadModule finds node:sqlite; a test may find none */
  constructor(options: LedgerOptions, loadModule: () => SqliteModule | null = loadSqlite) {
    this.options = options;
    this.access = new LedgerAccess(options, loadModule);
    this.owed = new OwedSettlements({
      retry: () => this.retryOwed(),
      after: (milliseconds, callback) => options.clock.after(milliseconds, callback),
    });
  }

  async reserve(reservation: Reservation, budgets: Budgets | null): Promise<Failure | null> {
    try {
      const refusal = await this.write((file) =>
        inTransaction(file.database, () => {
          if (file.requests.isReserved(reservation.requestId)) return null;
          const refused = budgets === null ? null : this.whyOverBudget(file, reservation, budgets);
          if (refused === null) file.requests.reserve(reservation, this.options.sessionId);
          return refused;
        }),
      );
      if (refusal !== null) return refusal;
    } catch (error) {
      return this.access.unavailable('A request could not be reserved in the ledger.', error);
    }
    this.underWay.set(reservation.requestId, reservation);
    this.access.tellChange();
    return null;
  }

  async settle(settlement: Settlement): Promise<void> {
    const isOwn = this.underWay.has(settlement.requestId);
    try {
      await this.write((file) => this.writeSettlement(file, settlement));
    } catch (error) {
      // Of what this window did not reserve, or has settled before, the ledger knows better.
      if (isOwn) this.owed.keep(settlement);
      this.options.log.error(
        'A request could not be settled in the ledger; until it can be, its cost is not in it.',
        error,
      );
    }
    this.access.tellChange();
  }

  async recordAccepted(changes: readonly AcceptedChanges[]): Promise<void> {
    try {
      await this.write((file) =>
        inTransaction(file.database, () => {
          for (const change of changes) file.accepted.add(change);
        }),
      );
    } catch (error) {
      this.options.log.error('Accepted changes could not be recorded in the ledger.', error);
    }
    this.access.tellChange();
  }

  async totals(now: number): Promise<SpendTotals | Failure> {
    const { sessionId, workspace } = this.options;
    const place = { sessionId, workspaceId: workspace?.id ?? null };
    return this.access.read((file) => file.spend.totals(now, place, [...this.underWay.values()]));
  }

  standings(comparisonId: string, now: number): Promise<BudgetStandings | Failure> {
    return this.access.read((file) => this.standingsOf(file, comparisonId, now));
  }

  typicalOutput(provider: Provider, model: string, kind: TaskKind): Promise<number | null | Failure> {
    return this.access.read((file) => file.requests.typicalOutput(provider, model, kind));
  }

  async acceptLosses(): Promise<Failure | null> {
    try {
      acceptLosses(this.access.path);
    } catch (error) {
      return this.access.unavailable('A damaged ledger could not be marked.', error);
    }
    this.access.tellChange();
    return null;
  }

  onDidChange(listener: () => void): { dispose(): void } {
    return this.access.onDidChange(listener);
  }

  /** Called when a corrupt file was set aside and a new, empty ledger begun: spend from before is in that file. */
  onDidRecover(listener: (setAsidePath: string) => void): { dispose(): void } {
    return this.access.onDidRecover(listener);
  }

  /** Lets go of the file. A settlement that comes later still reaches it: money is never lost to a closing window. */
  dispose(): void {
    this.owed.stop();
    this.access.dispose();
  }

  /** Does work that writes, and once that is done, what is still owed: the file can be written now. */
  private write<Result>(work: (file: LedgerFile) => Result): Promise<Result> {
    return this.access.perform((file) => {
      const result = work(file);
      try {
        this.writeOwed(file);
      } catch {
        // It stays owed, and is tried again by itself.
      }
      return result;
    });
  }

  private writeOwed(file: LedgerFile): void {
    this.owed.writeAll((settlement) => this.writeSettlement(file, settlement));
  }

  private async retryOwed(): Promise<void> {
    try {
      await this.access.perform((file) => this.writeOwed(file));
    } catch (error) {
      this.options.log.error('What requests cost could still not be written to the ledger.', error);
    }
    this.access.tellChange();
  }

  private writeSettlement(file: LedgerFile, settlement: Settlement): void {
    const { requestId } = settlement;
    const reservation = this.underWay.get(requestId);
    const result = inTransaction(file.database, () => {
      const first = file.requests.settle(settlement);
      if (first !== 'missing' || reservation === undefined) return first;
      file.requests.reserve(reservation, this.options.sessionId);
      return file.requests.settle(settlement);
    });
    this.underWay.delete(requestId);
    if (result !== 'settled') this.options.log.warn(`Request ${requestId} was not settled: ${result}.`);
  }

  private whyOverBudget(file: LedgerFile, reservation: Reservation, budgets: Budgets): Failure | null {
    if (!hasBudget(budgets)) return null;
    const { provider, model, comparisonId, startedAt, upperBound } = reservation;
    const standings = this.standingsOf(file, comparisonId, startedAt);
    return checkBudgets(budgets, standings, { provider, model, needed: upperBound });
  }

  private standingsOf(file: LedgerFile, comparisonId: string, now: number): BudgetStandings {
    return withLoss(file.spend.standings(comparisonId, now), lastLoss(this.access.path), now);
  }
}
