import type { Provider } from '../core/contender.ts';
import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import type { BillingTerms, ExtraUsage, Metered } from '../core/spend/billing.ts';
import type { BudgetStandings, Budgets } from '../core/spend/budget.ts';
import type { InvalidOwnPrices } from '../core/spend/ownPrices.ts';
import type { PriceSource } from '../core/spend/priceSource.ts';
import type { Usage } from '../core/spend/usage.ts';
import type { TaskKind } from '../core/task.ts';

/** What is to be priced. */
export interface PriceQuestion extends Metered {
  readonly provider: Provider;
  /** As it was asked for. */
  readonly model: string;
  /** As the response names it; null while it has not. What a list has no price of has that of `model`. */
  readonly returnedModel: string | null;
  /** When the request was sent, in milliseconds since the epoch: prices change. */
  readonly at: number;
}

/** What a request costs, in nano-dollars, rounded once to integers. */
export interface Price {
  readonly nanoDollars: number;
  /** What it would have cost more without any cache; negative when writing to it cost more than reading saved. */
  readonly cacheSavings: number;
  readonly source: PriceSource;
}

/** The prices as they were when the book was opened: for one request, from its reservation to its settlement. */
export interface PriceBook {
  /** Why no price is known at all: the person's own cannot be read, so nothing is to be sent. Null where they can. */
  readonly fault: InvalidOwnPrices | null;
  /** Null when any part of it has no known price. */
  price(question: PriceQuestion): Price | null;
  /** Input tokens from which on a request of this model is dearer by the token; null when there is no such tier. */
  nextTier(provider: Provider, model: string, at: number): number | null;
}

/** Which workspace a request was made in; never its path. */
export interface WorkspaceName {
  /** A salted hash, the same in every window of a machine. */
  readonly id: string;
  /** As VS Code's title shows it. */
  readonly name: string;
}

/** A row written before a request is sent. */
export interface Reservation {
  /** A UUID. */
  readonly requestId: string;
  readonly comparisonId: string;
  readonly taskKind: TaskKind;
  /** Null for a window without a folder. */
  readonly workspace: WorkspaceName | null;
  readonly side: Side;
  readonly attempt: number;
  /** 1-based count of requests within the attempt, retries included. */
  readonly request: number;
  readonly provider: Provider;
  readonly model: string;
  readonly scripted: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** The most the request can cost, in nano-dollars, or null when unknown. */
  readonly upperBound: number | null;
}

/** How a request ended. */
type RequestOutcomeName = 'complete' | 'failed' | 'cancelled';

/** What is written when a request has ended. */
export interface Settlement {
  readonly requestId: string;
  readonly endedAt: number;
  readonly firstTokenAt: number | null;
  readonly returnedModel: string | null;
  readonly outcome: RequestOutcomeName;
  readonly failureKind: Failure['kind'] | null;
  /**
   * What the provider reported, or null when nothing came. Where it did not come to report the end of it, the output is
   * what was seen, as an estimate; so is the input where nothing was reported at all.
   */
  readonly usage: Usage | null;
  /** Whether the provider counted all of `usage`, to the end; null where an older version wrote it and did not say. */
  readonly usageIsFinal: boolean | null;
  readonly extras: readonly ExtraUsage[];
  readonly terms: BillingTerms;
  /** The provider's own usage object, kept so that a mistake of ours can be repaired. */
  readonly rawUsage: unknown;
  /** Exact cost in nano-dollars; null when it is not known. */
  readonly costNanoDollars: number | null;
  /** The most it can have cost when it is not known; null when nothing bounds it, nor the reservation does. */
  readonly upperBound: number | null;
  /** As `Price` has it; null when the cost is not known, or is only because nothing of it is billed. */
  readonly cacheSavings: number | null;
  readonly priceSource: PriceSource | null;
}

/** Changes of one contender's that the person accepted and that were written. */
export interface AcceptedChanges {
  /** A UUID, so that writing it twice counts once. */
  readonly changeId: string;
  readonly comparisonId: string;
  readonly taskKind: TaskKind;
  readonly workspace: WorkspaceName | null;
  readonly side: Side;
  readonly provider: Provider;
  readonly model: string;
  readonly scripted: boolean;
  readonly hunks: number;
  /** Milliseconds since the epoch. */
  readonly acceptedAt: number;
}

/** Sums for one model over one period. */
export interface SpendRow {
  readonly provider: Provider;
  readonly model: string;
  readonly scripted: boolean;
  readonly requests: number;
  readonly usage: Usage;
  /** Exactly known money, in nano-dollars. */
  readonly nanoDollars: number;
  /** What caching saved of the known money, in nano-dollars; may be negative. */
  readonly cacheSavings: number;
  /** Requests whose cost is not known, those still under way or left behind by a killed window included. */
  readonly unknownRequests: number;
  /** The most those can have cost, in nano-dollars; null when one of them has no bound. */
  readonly unknownUpperBound: number | null;
}

/** A row in which what this window has under way is a figure of its own. */
export interface TotalsRow extends SpendRow {
  /**
   * Requests of this window that are under way. They are among `requests`, and not among the unknown ones: what they cost
   * is about to be known.
   */
  readonly runningRequests: number;
}

/** What the status bar tells. */
export interface SpendTotals {
  readonly session: readonly TotalsRow[];
  readonly today: readonly TotalsRow[];
  readonly month: readonly TotalsRow[];
  /** Of the window's workspace, since the beginning. */
  readonly workspace: readonly TotalsRow[];
  /**
   * The moment whose day and month these are, in milliseconds since the epoch: now, or the latest entry's time where
   * the clock was put back since, so that no budget begins anew.
   */
  readonly asOf: number;
}

/** The durable account of every request. */
export interface Ledger {
  /**
   * Durable when it resolves. A failure means: do not send.
   *
   * @param budgets checked in the same transaction, across all windows; null to go without
   */
  reserve(reservation: Reservation, budgets: Budgets | null): Promise<Failure | null>;
  /** Never rejects. What cannot be written is kept and tried again; until then it stays reserved. */
  settle(settlement: Settlement): Promise<void>;
  /** Never rejects: a change that was written in the person's files is not undone by a ledger that is not. */
  recordAccepted(changes: readonly AcceptedChanges[]): Promise<void>;
  /** Fails only with `ledger-unavailable`. Days and months are the person's own time zone's. */
  totals(now: number): Promise<SpendTotals | Failure>;
  /** What counts against each budget now. Fails only with `ledger-unavailable`. */
  standings(comparisonId: string, now: number): Promise<BudgetStandings | Failure>;
  /**
   * Output tokens that this model's answers to this kind of task typically have (their median), null when there were too
   * few. Fails only with `ledger-unavailable`.
   */
  typicalOutput(provider: Provider, model: string, kind: TaskKind): Promise<number | null | Failure>;
  /**
   * Makes budgets go on without what is in ledgers that were damaged and set aside so far: the person accepts that this
   * spend is not known. Those files stay. Fails only with `ledger-unavailable`.
   */
  acceptLosses(): Promise<Failure | null>;
  /** Called after every change made through this object or noticed from another window. */
  onDidChange(listener: () => void): { dispose(): void };
}

/** Hears of every request that was settled, for metrics. */
export interface RequestObserver {
  /** Never throws. */
  requestEnded(reservation: Reservation, settlement: Settlement): void;
}
