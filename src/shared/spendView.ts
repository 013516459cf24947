import type { Provider } from '../core/contender.ts';
import type { BillingTerms, ExtraUsage } from '../core/spend/billing.ts';
import type { BudgetLevel, BudgetPeriod, BudgetStanding } from '../core/spend/budget.ts';
import type { EfficiencyReading } from '../core/spend/efficiency.ts';
import type { Period } from '../core/spend/localPeriods.ts';
import type { PeriodChoice } from '../core/spend/periodChoice.ts';
import type { SpendFigures } from '../core/spend/spendFigures.ts';
import type { BucketUnit } from '../core/spend/timeBuckets.ts';
import type { Usage } from '../core/spend/usage.ts';
import type { TaskKind } from '../core/task.ts';
import type { OutcomeChoice } from './outcomeChoice.ts';
import type { SpendTexts } from './spendTexts.ts';

/** A model as spend tells them apart. */
export interface SpendModel {
  readonly provider: Provider;
  readonly model: string;
  readonly scripted: boolean;
}

/** What the person wants to see; the last four are of the list of requests alone, null for all. */
export interface SpendFilters {
  readonly period: PeriodChoice;
  /** Scripted answers too, in rows of their own: nothing was spent on them. */
  readonly scripted: boolean;
  readonly model: SpendModel | null;
  readonly taskKind: TaskKind | null;
  /** A workspace's id, empty for windows without a folder. */
  readonly workspaceId: string | null;
  readonly outcome: OutcomeChoice | null;
}

/** Everything that the dashboard shows. */
export interface SpendView {
  readonly texts: SpendTexts;
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA name of the zone that days and times are of: the extension's own, where the ledger is kept. */
  readonly timeZone: string;
  readonly filters: SpendFilters;
  readonly report: ReportState;
  readonly requests: RequestsState;
}

/** The sums, as far as they are there. */
export type ReportState =
  | { readonly kind: 'loading' }
  /** The ledger cannot be read; the sentence says why. */
  | { readonly kind: 'failed'; readonly sentence: string }
  /** Nothing was ever requested. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'told'; readonly report: ReportView };

/** Sums of one period. What is scripted is never in a sum with what is not. */
export interface ReportView {
  readonly period: Period;
  readonly total: SpendFigures;
  /** Requests that scripted answers stood in for; they are not in `total`. */
  readonly scriptedRequests: number;
  readonly budgets: readonly BudgetView[];
  /** By which prices money is counted, in sentences: the list's date, and models that the person's own count for. */
  readonly priceNotes: readonly string[];
  /** The models with a colour of their own, at most five; the rest is summed up behind them. */
  readonly series: readonly Omit<SpendModel, 'scripted'>[];
  /** Whether there are models beyond `series`. */
  readonly hasOthers: boolean;
  readonly timeline: TimelineView;
  /** The dearest first, then scripted ones where they are wanted. */
  readonly models: readonly ModelSpendView[];
  readonly reading: EfficiencyReading | null;
  readonly kinds: readonly KindSpendView[];
  readonly workspaces: readonly WorkspaceSpendView[];
}

/** Where a budget stands now, whatever the period shown. */
export interface BudgetView extends BudgetStanding {
  readonly period: Exclude<BudgetPeriod, 'comparison'>;
  /** Nano-dollars. */
  readonly budget: number;
  readonly level: BudgetLevel;
}

/** Known money over time, of real requests. */
export interface TimelineView {
  readonly unit: BucketUnit;
  /** Where each bar begins, in milliseconds since the epoch. */
  readonly starts: readonly number[];
  /** Nano-dollars by series (the others last), then by bar. */
  readonly amounts: readonly (readonly number[])[];
  /** By bar: how many requests of unknown cost it leaves out. */
  readonly unknownRequests: readonly number[];
}

/** One model over the period. */
export interface ModelSpendView extends SpendModel {
  readonly figures: SpendFigures;
  /** Hunks of its answers that were written. */
  readonly acceptedHunks: number;
  /** What a million tokens of output cost now, in nano-dollars; null where that is not known (yet). */
  readonly outputPrice: number | null;
}

/** Spend on something, by series. */
interface GroupSpendView {
  readonly scripted: boolean;
  readonly total: SpendFigures;
  /** By series, the others last. */
  readonly cells: readonly Pick<SpendFigures, 'requests' | 'nanoDollars' | 'unknownRequests'>[];
}

/** Spend on one kind of task. */
export interface KindSpendView extends GroupSpendView {
  readonly taskKind: TaskKind;
}

/** Spend in one workspace. */
interface WorkspaceSpendView extends GroupSpendView {
  /** Empty for windows without a folder. */
  readonly workspaceId: string;
  /** Null for windows without a folder. */
  readonly name: string | null;
}

/** The list of requests, as far as it is there. */
export type RequestsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'told'; readonly rows: readonly RequestView[]; readonly hasMore: boolean };

/** One request. */
export interface RequestView extends SpendModel {
  readonly requestId: string;
  readonly comparisonId: string;
  readonly sessionId: string;
  readonly side: 'left' | 'right';
  readonly attempt: number;
  readonly request: number;
  readonly taskKind: TaskKind;
  /** Null for a window without a folder. */
  readonly workspaceName: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** The most it can cost, in nano-dollars, as it was reserved; null when not known. */
  readonly reserved: number | null;
  /** Null while it is open. */
  readonly ending: RequestEnding | null;
}

/** How a request ended. */
export interface RequestEnding {
  readonly outcome: Exclude<OutcomeChoice, 'open'>;
  /** The kind of failure, as the log names it. */
  readonly failureKind: string | null;
  readonly endedAt: number;
  readonly firstTokenAt: number | null;
  readonly returnedModel: string | null;
  readonly usage: Usage | null;
  /** Whether the provider did not come to report all of it, so that it is what was seen. */
  readonly usageIsEstimate: boolean;
  /** What such an estimate comes to, in nano-dollars; null where it is none, or has no known price. */
  readonly estimatedNanoDollars: number | null;
  readonly extras: readonly ExtraUsage[];
  readonly terms: BillingTerms;
  /** Null when it is not known. */
  readonly costNanoDollars: number | null;
  readonly upperBound: number | null;
  readonly cacheSavings: number | null;
  /** `own` are the person's prices, a date is that of a list; null when the cost is not known. */
  readonly priceSource: 'own' | { readonly date: string } | null;
}

/** The provider's own usage object of a request, once it was asked for. */
export type RawUsageView =
  | { readonly kind: 'failed'; readonly sentence: string }
  /** Null when the provider sent none. */
  | { readonly kind: 'told'; readonly json: string | null };
