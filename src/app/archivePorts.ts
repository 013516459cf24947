import type { Provider } from '../core/contender.ts';
import type { Failure } from '../core/failure.ts';
import type { Period } from '../core/spend/localPeriods.ts';
import type { TaskKind } from '../core/task.ts';
import type { AcceptedChanges, Reservation, Settlement, SpendRow, WorkspaceName } from './ledgerPorts.ts';

/** A model as the ledger tells them apart: scripted answers of a model are never one sum with its real ones. */
export interface ModelIdentity {
  readonly provider: Provider;
  readonly model: string;
  readonly scripted: boolean;
}

/** Spend of one day of the person's time zone, by model. */
export interface DaySpend extends Period {
  readonly rows: readonly SpendRow[];
}

/** Spend on one kind of task, by model. */
export interface KindSpend {
  readonly taskKind: TaskKind;
  readonly rows: readonly SpendRow[];
}

/** Spend in one workspace, by model. */
export interface WorkspaceSpend {
  /** Null for windows without a folder. */
  readonly workspace: WorkspaceName | null;
  readonly rows: readonly SpendRow[];
}

/** What of a model's answers the person accepted and had written. */
export interface AcceptedSum extends ModelIdentity {
  /** Hunks that were written. */
  readonly hunks: number;
  /** Comparisons of which anything of this model's was written. */
  readonly comparisons: number;
}

/** Everything about a period that needs no single request. */
export interface SpendReport {
  /** The whole days that it is about. */
  readonly period: Period;
  /** In order of time; days on which nothing was requested are left out. */
  readonly days: readonly DaySpend[];
  readonly kinds: readonly KindSpend[];
  readonly workspaces: readonly WorkspaceSpend[];
  readonly models: readonly SpendRow[];
  readonly accepted: readonly AcceptedSum[];
}

/** Which requests are meant; null leaves a fact open. */
export interface RequestFilter {
  readonly period: Period;
  readonly model: ModelIdentity | null;
  readonly taskKind: TaskKind | null;
  /** The workspace's id, empty for windows without a folder. */
  readonly workspaceId: string | null;
  /** `open` is under way, or was left behind by a killed window. */
  readonly outcome: Settlement['outcome'] | 'open' | null;
}

/** One request as the ledger has it, but for the provider's own usage object. */
export interface LedgerRequest extends Reservation {
  /** A number that later requests of this ledger exceed; not the same in another ledger. */
  readonly sequence: number;
  readonly sessionId: string;
  /** When it counts, in milliseconds since the epoch: `startedAt`, or later where the clock had been put back. */
  readonly countedAt: number;
  /** Null while it is open. */
  readonly settlement: Omit<Settlement, 'requestId' | 'rawUsage'> | null;
}

/** Some of the requests that a filter finds, the latest first. */
export interface RequestPage {
  readonly requests: readonly LedgerRequest[];
  /** Give it to the next call to go on; null when there are no more. */
  readonly next: number | null;
}

/** A request with everything, for export and import. */
export interface ArchivedRequest extends Omit<LedgerRequest, 'sequence' | 'settlement'> {
  readonly settlement: Omit<Settlement, 'requestId'> | null;
}

/** A part of what an export holds. */
export interface ArchivePart {
  readonly requests: readonly ArchivedRequest[];
  readonly accepted: readonly AcceptedChanges[];
}

/** What an import did. */
export interface ImportCount {
  /** Requests and accepted changes that were new here. */
  readonly added: number;
  /** Requests that were left open here, and that the import knew the ending of. */
  readonly settled: number;
  /** What the ledger had already. */
  readonly known: number;
}

/** How much a period holds. */
export interface PeriodCount {
  readonly requests: number;
  /** Of the requests, those that were answered by scripted answers: they cost nothing. */
  readonly scriptedRequests: number;
  readonly accepted: number;
  /** Known money of its real requests, in nano-dollars. */
  readonly nanoDollars: number;
  /** Of its real requests, those whose cost is not known, those under way included. */
  readonly unknownRequests: number;
  /** The most that those can have cost, in nano-dollars; null when one of them has no bound. */
  readonly unknownUpperBound: number | null;
}

/** How much was removed. */
export type RemovedCount = Pick<PeriodCount, 'requests' | 'accepted'>;

/**
 * The ledger's past: reports, and what moves or removes it. Nothing here holds the thread for long: what is large goes in
 * pieces. Fails only with `ledger-unavailable`.
 */
export interface LedgerArchive {
  /** @param period widened to whole days of the person's time zone */
  report(period: Period): Promise<SpendReport | Failure>;
  /** From the first entry to the end of the day of the latest; null for an empty ledger. */
  extent(): Promise<Period | null | Failure>;
  /** @param before what `RequestPage.next` gave, or null to begin with the latest */
  requests(filter: RequestFilter, before: number | null, limit: number): Promise<RequestPage | Failure>;
  /** The provider's own usage object of a request; `raw` is null when it sent none. */
  rawUsage(requestId: string): Promise<{ readonly raw: unknown } | Failure>;
  count(period: Period): Promise<PeriodCount | Failure>;
  /**
   * All entries of a period, part by part: first the requests and then the accepted changes, each in order of time. Ends
   * early with the failure when one occurs.
   */
  entries(period: Period): AsyncIterable<ArchivePart | Failure>;
  /** Adds what is not there yet. All or nothing for the given part; may be called again with the same entries. */
  add(part: ArchivePart): Promise<ImportCount | Failure>;
  /**
   * Removes the ended requests and the accepted changes of a period for good. Requests under way stay; one that is open
   * for more than a day was left behind by a killed window and goes too, and so does one that came by import. After a failure a part may be gone.
   */
  remove(period: Period): Promise<RemovedCount | Failure>;
}
