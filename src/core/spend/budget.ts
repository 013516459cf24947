import type { Provider } from '../contender.ts';

/** What a budget is for. */
export type BudgetPeriod = 'comparison' | 'day' | 'month';

/** The person's limits, in nano-dollars; null where there is none. */
export interface Budgets extends Readonly<Record<BudgetPeriod, number | null>> {
  /** From this share of a budget on (0 to 1) there is a warning. */
  readonly warnShare: number;
}

/** No limits at all. */
export const noBudgets: Budgets = { comparison: null, day: null, month: null, warnShare: 0.8 };

/** What counts against a budget, in nano-dollars: money that is known, and the most that everything else can have cost. */
export interface BudgetStanding {
  readonly settled: number;
  /** Upper bounds of requests under way or of unknown cost; null when one of them has no bound. */
  readonly reserved: number | null;
  /**
   * When a damaged ledger was set aside that holds a part of what counts here, in milliseconds since the epoch: what was
   * spent before is not known. Absent where nothing is missing.
   */
  readonly lostAt?: number;
}

/** What counts against each budget. */
export type BudgetStandings = Readonly<Record<BudgetPeriod, BudgetStanding>>;

/** Why a request may not be sent under the person's budgets. */
export type BudgetRefusal =
  | {
      readonly kind: 'budget-reached';
      readonly period: BudgetPeriod;
      readonly budget: number;
      readonly settled: number;
      readonly reserved: number;
      /** The most that the request itself can cost. */
      readonly needed: number;
    }
  /** A budget is set, but the request, or one before it, has no price: it cannot be kept. */
  | {
      readonly kind: 'budget-unpriced';
      readonly period: BudgetPeriod;
      readonly provider: Provider;
      readonly model: string;
    }
  /** The ledger was damaged, so what was spent before is not known: the budget cannot be kept. */
  | {
      readonly kind: 'budget-unknown';
      readonly period: BudgetPeriod;
      /** When the damaged ledger was set aside, in milliseconds since the epoch. */
      readonly lostAt: number;
    };

/** Whether a failure of this kind means that a budget held the request back: nothing was sent, and nothing was spent. */
export function isHeldBackByBudget(kind: string | null): boolean {
  return kind !== null && Object.hasOwn(refusals, kind);
}

const refusals: Readonly<Record<BudgetRefusal['kind'], true>> = {
  'budget-reached': true,
  'budget-unpriced': true,
  'budget-unknown': true,
};

/** How much of a budget is gone. */
export type BudgetLevel = 'below' | 'warning' | 'reached';

const periods: readonly BudgetPeriod[] = ['comparison', 'day', 'month'];

/** True when any budget is set. */
export function hasBudget(budgets: Budgets): boolean {
  return periods.some((period) => budgets[period] !== null);
}

/**
 * Whether a request may be sent: what is settled, what is reserved and the most that it can cost itself must stay within
 * each budget. What has no bound counts as too much.
 *
 * @param needed nano-dollars, or null when the request's price is not known
 * @returns null when it may
 */
export function checkBudgets(
  budgets: Budgets,
  standings: BudgetStandings,
  request: { readonly provider: Provider; readonly model: string; readonly needed: number | null },
): BudgetRefusal | null {
  const { provider, model, needed } = request;
  for (const period of periods) {
    const budget = budgets[period];
    if (budget === null) continue;
    const { settled, reserved, lostAt } = standings[period];
    if (lostAt !== undefined) return { kind: 'budget-unknown', period, lostAt };
    if (needed === null || reserved === null) return { kind: 'budget-unpriced', period, provider, model };
    if (settled + reserved + needed > budget)
      return { kind: 'budget-reached', period, budget, settled, reserved, needed };
  }
  return null;
}

/** How much of a budget is gone, what is reserved included; `below` where there is none. */
export function budgetLevel(budget: number | null, standing: BudgetStanding, warnShare: number): BudgetLevel {
  if (budget === null) return 'below';
  if (standing.reserved === null || standing.lostAt !== undefined) return 'reached';
  const gone = standing.settled + standing.reserved;
  if (gone >= budget) return 'reached';
  return gone >= budget * warnShare ? 'warning' : 'below';
}
