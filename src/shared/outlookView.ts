import type { BudgetLevel, BudgetPeriod, BudgetRefusal } from '../core/spend/budget.ts';
import type { PriceSource } from '../core/spend/priceSource.ts';

/** What sending would come to, before anything is sent. */
export interface OutlookView {
  /** Null for a side that scripted answers stand in for, which costs nothing. */
  readonly left: SideOutlookView | null;
  readonly right: SideOutlookView | null;
  /** What each budget's period would stand at with both sides; null when what was spent cannot be read. */
  readonly periods: readonly PeriodOutlookView[] | null;
  /** Why nothing will be sent whatever it costs, in one sentence; null where nothing stands against it. */
  readonly heldBack: string | null;
  /** True once a text went to its provider to be counted, even one that would not be sent any more. */
  readonly wasSentToBeCounted: boolean;
}

/** What one side's first request would come to. Money is in nano-dollars, null where no price is known. */
export interface SideOutlookView {
  readonly inputTokens: number;
  /** Who says so: a rule of thumb of ours, one while the provider is counting, or the provider. */
  readonly countedBy: 'estimate' | 'counting' | 'provider';
  /** Why the provider could not count, in one sentence; null when it was not asked or could. */
  readonly countFailure: string | null;
  readonly expected: number | null;
  /** Tokens that `expected` goes by, and whether earlier answers of the model say so. */
  readonly expectedOutput: number;
  readonly outputIsTypical: boolean;
  /** With input at its worst and output up to the limit. */
  readonly worst: number | null;
  readonly prices: PriceSource | null;
  /** Input tokens from which on a request is dearer by the token, where this one comes near; null otherwise. */
  readonly dearerFrom: number | null;
  /** Input tokens there is room for beside the output, where this request has more; null otherwise. */
  readonly roomExceeded: number | null;
}

/** What a budget's period would stand at, in nano-dollars. */
export interface PeriodOutlookView {
  readonly period: BudgetPeriod;
  /** Settled so far. */
  readonly spent: number;
  /** With what both sides are expected to cost; null when that is not known. */
  readonly expected: number | null;
  /** With everything that is reserved and the most that both can cost; null when any of it has no bound. */
  readonly worst: number | null;
  readonly budget: number | null;
  readonly level: BudgetLevel;
  /** Why the budget would hold the requests back; null when it would not. */
  readonly refusal: BudgetRefusal['kind'] | null;
}
