import type { SpendTotals, TotalsRow } from '../../../../src/app/ledgerPorts.ts';
import type { BudgetUse } from '../../../../src/core/spend/budgetUse.ts';
import { noOwnPrices } from '../../../../src/core/spend/ownPrices.ts';
import { priceData } from '../../../../src/core/spend/priceData.ts';
import type { Localizer } from '../../../../src/host/spend/localizer.ts';
import type { PricesInUse } from '../../../../src/host/spend/priceNotes.ts';

/** English texts with their places filled in, as VS Code gives them without a language pack. */
export const english: Localizer = {
  t: (message, ...values) => message.replaceAll(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)])),
};

/** A settled row of GPT-5.5, but for what a test is about. */
export function spendRow(changes: Partial<TotalsRow> = {}): TotalsRow {
  return {
    provider: 'openai',
    model: 'gpt-5.5',
    scripted: false,
    requests: 1,
    usage: { uncachedInput: 1_200, cacheRead: 800, cacheWrite5m: 30, cacheWrite1h: 4, output: 700, reasoning: 300 },
    nanoDollars: 42_100_000,
    cacheSavings: 0,
    runningRequests: 0,
    unknownRequests: 0,
    unknownUpperBound: 0,
    ...changes,
  };
}

/** A day's budget of five dollars, but for what a test is about. */
export function budgetUse(changes: Partial<BudgetUse> = {}): BudgetUse {
  return { period: 'day', budget: 5_000_000_000, settled: 0, reserved: 0, level: 'below', ...changes };
}

/** Totals without any spend, but for what a test is about. */
export function spendTotals(changes: Partial<SpendTotals> = {}): SpendTotals {
  return { session: [], today: [], month: [], workspace: [], asOf: 0, ...changes };
}

/** The list prices that come with the package, and none of the person's own. */
export const listPrices: PricesInUse = { listDate: priceData.publishedOn, own: noOwnPrices };
