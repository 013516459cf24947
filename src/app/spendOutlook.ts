import type { Contender } from '../core/contender.ts';
import type { ImageSize } from '../core/images/image.ts';
import { expectedTerms } from '../core/spend/billing.ts';
import type { BudgetPeriod, BudgetStandings, Budgets } from '../core/spend/budget.ts';
import { budgetLevel } from '../core/spend/budget.ts';
import { estimateInput, upperBoundUsage } from '../core/spend/estimate.ts';
import type { Usage } from '../core/spend/usage.ts';
import { noUsage } from '../core/spend/usage.ts';
import type { TextSize } from '../core/textSize.ts';
import type { PeriodOutlookView, SideOutlookView } from '../shared/outlookView.ts';
import type { PriceBook } from './ledgerPorts.ts';

/**
 * Output tokens that an answer is taken to have while the ledger knows too few of its kind: a diagnosis of a few
 * sentences, some reasoning and an edit of about a hundred lines.
 */
const assumedOutput = 1_500;

/** An estimate within this share of a limit may lie on either side of it. */
const nearShare = 0.2;

/** One side's first request before it is sent. */
export interface ForecastSubject {
  readonly contender: Contender;
  /** The host that is asked, e.g. `eu.api.openai.com`. */
  readonly host: string;
  /** How much is sent. */
  readonly input: TextSize;
  /** The pictures that go along. */
  readonly images: readonly ImageSize[];
  /** Input tokens as the provider counted them; null when it was not asked or could not. */
  readonly countedTokens: number | null;
  /** Output tokens that such answers of the model typically have; null when there were too few. */
  readonly typicalOutput: number | null;
  /** Input and output together, in tokens; null when not known. */
  readonly contextTokens: number | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What one side's request would come to, and what the ledger would reserve for it. Money in nano-dollars. */
export interface Forecast extends Omit<SideOutlookView, 'countedBy' | 'countFailure'> {
  /** Null when no price is known. */
  readonly reservation: number | null;
}

/**
 * The arithmetic of one side's request. Input goes at the provider's count where there is one, else at the estimate;
 * a count also makes the worst case tighter, but not what is reserved, which goes by the size alone.
 */
export function forecast(subject: ForecastSubject, prices: PriceBook): Forecast {
  const { contender, host, input, images, countedTokens, contextTokens, at } = subject;
  const { provider, model, maxOutputTokens } = contender;
  const terms = expectedTerms(provider, host);
  const priceOf = (usage: Usage) =>
    prices.price({ provider, model, returnedModel: null, usage, extras: [], terms, at });
  const estimate = estimateInput(contender, input.characters, images);
  const inputTokens = countedTokens ?? estimate;
  const expectedOutput = Math.min(subject.typicalOutput ?? assumedOutput, maxOutputTokens);
  const expected = priceOf({ ...noUsage, uncachedInput: inputTokens, output: expectedOutput });
  const reservation = priceOf(upperBoundUsage(input.bytes, maxOutputTokens, images))?.nanoDollars ?? null;
  const counted = priceOf({ ...noUsage, uncachedInput: inputTokens, output: maxOutputTokens })?.nanoDollars ?? null;
  const tier = prices.nextTier(provider, model, at);
  const room = roomFor(contextTokens, maxOutputTokens);
  return {
    inputTokens,
    expected: expected?.nanoDollars ?? null,
    expectedOutput,
    outputIsTypical: subject.typicalOutput !== null,
    worst: countedTokens === null ? reservation : counted,
    reservation,
    prices: expected?.source ?? null,
    dearerFrom: tier !== null && inputTokens >= tier * (1 - nearShare) ? tier : null,
    roomExceeded: room !== null && inputTokens > room ? room : null,
  };
}

/** Whether an estimate comes so near to a price tier or the context limit that only the provider's count tells. */
export function needsCount(subject: Omit<ForecastSubject, 'countedTokens'>, prices: PriceBook): boolean {
  const { contender, input, images, contextTokens, at } = subject;
  const { provider, model, maxOutputTokens } = contender;
  const estimate = estimateInput(contender, input.characters, images);
  const tier = prices.nextTier(provider, model, at);
  const room = roomFor(contextTokens, maxOutputTokens);
  const isNearTier = tier !== null && Math.abs(estimate - tier) <= tier * nearShare;
  return isNearTier || (room !== null && estimate >= room * (1 - nearShare));
}

/**
 * What the day, the month and, where it has a budget, the comparison would stand at with these requests. A budget
 * counts as reached when it would hold any of them back.
 */
export function periodOutlooks(
  forecasts: readonly Forecast[],
  standings: BudgetStandings,
  budgets: Budgets,
): readonly PeriodOutlookView[] {
  const expected = sum(forecasts.map((each) => each.expected));
  const worst = sum(forecasts.map((each) => each.worst));
  const reservation = sum(forecasts.map((each) => each.reservation));
  const periods: readonly BudgetPeriod[] =
    budgets.comparison === null ? ['day', 'month'] : ['comparison', 'day', 'month'];
  return periods.map((period) => {
    const { settled, reserved, lostAt } = standings[period];
    const budget = budgets[period];
    const taken = sum([settled, reserved, reservation]);
    const isLost = lostAt !== undefined;
    const refusal = budget === null ? null : isLost ? 'budget-unknown' : refusalFor(taken, budget);
    const standing = { settled: settled + (expected ?? 0), reserved };
    return {
      period,
      spent: settled,
      expected: sum([settled, expected]),
      worst: sum([settled, reserved, worst]),
      budget,
      level: refusal === null ? budgetLevel(budget, standing, budgets.warnShare) : 'reached',
      refusal,
    };
  });
}

/** @param taken nano-dollars, or null when they are not known */
function refusalFor(taken: number | null, budget: number): PeriodOutlookView['refusal'] {
  if (taken === null) return 'budget-unpriced';
  return taken > budget ? 'budget-reached' : null;
}

/** Input tokens there is room for beside the output; null when not known. */
function roomFor(contextTokens: number | null, maxOutputTokens: number): number | null {
  return contextTokens === null ? null : Math.max(0, contextTokens - maxOutputTokens);
}

/** Null as soon as one is not known. */
function sum(amounts: readonly (number | null)[]): number | null {
  return amounts.reduce<number | null>(
    (total, amount) => (total === null || amount === null ? null : total + amount),
    0,
  );
}
