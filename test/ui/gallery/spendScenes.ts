import type { SpendReport } from '../../../src/app/archivePorts.ts';
import { reportView } from '../../../src/app/spend/reportView.ts';
import { firstFilters } from '../../../src/app/spend/spendProjection.ts';
import { localDay } from '../../../src/core/spend/localPeriods.ts';
import { periodOf } from '../../../src/core/spend/periodChoice.ts';
import { priceNotes } from '../../../src/host/spend/priceNotes.ts';
import { readingSentence } from '../../../src/panel/spend/readingSentence.ts';
import { spendTexts } from '../../../src/panel/spend/spendTexts.ts';
import type { BudgetView, ReportState, RequestsState, SpendFilters, SpendView } from '../../../src/shared/spendView.ts';
import { english, listPrices } from '../../unit/host/spend/spendFixture.ts';
import { busyReport, emptyReport, pictureTime, reportOf, sixModels, spendRow, twoModels } from './spendReports.ts';
import { picturedRaw, picturedRequest } from './spendRequests.ts';

/** Something the dashboard can show. */
export interface SpendScene {
  readonly name: string;
  readonly view: SpendView;
  /** What is opened: a table of figures by its summary, the first so many requests. */
  readonly openTable?: boolean;
  readonly openRequests?: number;
}

/** The dashboard's words in English. */
export const spendEnglish = spendTexts({ t: (message) => message });

const outputPrices: Readonly<Record<string, number>> = Object.fromEntries(
  sixModels.map(({ model, output }) => [model, output * 1_000_000]),
);

const budgets: readonly BudgetView[] = [
  { period: 'day', budget: 5_000_000_000, settled: 1_912_400_000, reserved: 480_000_000, level: 'below' },
  { period: 'month', budget: 40_000_000_000, settled: 33_412_000_000, reserved: 0, level: 'warning' },
];

/** A day whose budget cannot be known, and a month whose budget a damaged ledger took a part of. */
const unknowableBudgets: readonly BudgetView[] = [
  { period: 'day', budget: 5_000_000_000, settled: 1_912_400_000, reserved: null, level: 'reached' },
  {
    period: 'month',
    budget: 40_000_000_000,
    settled: 3_412_000_000,
    reserved: 0,
    lostAt: pictureTime - 5 * 24 * 60 * 60_000,
    level: 'reached',
  },
];

/** The view of a report, as the host would post it. */
function spendView(
  report: SpendReport,
  requests: RequestsState,
  filters: SpendFilters = firstFilters,
  shownBudgets: readonly BudgetView[] = [],
): SpendView {
  const told: ReportState = {
    kind: 'told',
    report: reportView(report, {
      scripted: filters.scripted,
      budgets: shownBudgets,
      priceNotes: priceNotes(report.models, listPrices, english, 'history'),
      outputPrice: ({ model }) => outputPrices[model] ?? null,
    }),
  };
  return stateView(told, requests, filters);
}

function stateView(report: ReportState, requests: RequestsState, filters: SpendFilters = firstFilters): SpendView {
  return {
    texts: spendEnglish,
    locale: 'en',
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    filters,
    report,
    requests,
  };
}

const listOf = (count: number, hasMore: boolean): RequestsState => ({
  kind: 'told',
  rows: Array.from({ length: count }, (_, index) => picturedRequest(index)),
  hasMore,
});

const noRequests: RequestsState = { kind: 'told', rows: [], hasMore: false };
const month = periodOf({ kind: 'last-30-days' }, pictureTime, null);
const year = periodOf({ kind: 'custom', from: '2025-11-28', to: '2026-11-27' }, pictureTime, null);
const today = localDay(pictureTime);
const oneRow = reportOf(month, [{ ...today, rows: twoModels.slice(0, 1).map((model) => spendRow(model, 1)) }]);
const oneOnly: SpendReport = {
  ...oneRow,
  kinds: oneRow.kinds.slice(0, 1).map((kind) => ({ ...kind, rows: oneRow.models })),
  workspaces: oneRow.workspaces.slice(0, 1).map((place) => ({ ...place, rows: oneRow.models })),
};
const allUnknown = reportOf(month, [{ ...today, rows: twoModels.map((model) => spendRow(model, 2, 2)) }]);
const scriptedDays = [
  {
    ...today,
    rows: [...twoModels.map((model) => spendRow(model, 3)), ...twoModels.map((model) => spendRow(model, 2, 0, true))],
  },
];
const yearly: SpendFilters = { ...firstFilters, period: { kind: 'custom', from: '2025-11-28', to: '2026-11-27' } };

/** Every state of the dashboard. */
export const spendScenes: readonly SpendScene[] = [
  { name: 'spend-loading', view: stateView({ kind: 'loading' }, { kind: 'loading' }) },
  { name: 'spend-empty', view: stateView({ kind: 'empty' }, noRequests) },
  {
    name: 'spend-unreadable',
    view: stateView(
      {
        kind: 'failed',
        sentence: readingSentence({ kind: 'ledger-unavailable', cause: 'database is locked' }, english),
      },
      { kind: 'loading' },
    ),
  },
  { name: 'spend-nothing-in-period', view: spendView(emptyReport(month), noRequests) },
  { name: 'spend-one', view: spendView(oneOnly, { kind: 'told', rows: [picturedRequest(2)], hasMore: false }) },
  { name: 'spend-unknown', view: spendView(allUnknown, listOf(4, false)) },
  {
    name: 'spend-month',
    view: spendView(busyReport(month, twoModels), listOf(14, true), firstFilters, budgets),
    openRequests: 2,
  },
  { name: 'spend-year', view: spendView(busyReport(year, twoModels), listOf(50, true), yearly, budgets) },
  { name: 'spend-six-models', view: spendView(busyReport(month, sixModels, false), listOf(6, true)), openTable: true },
  {
    name: 'spend-scripted',
    view: spendView(reportOf(month, scriptedDays), listOf(6, false), { ...firstFilters, scripted: true }),
  },
  {
    name: 'spend-budgets-unknowable',
    view: spendView(busyReport(month, twoModels), listOf(4, false), firstFilters, unknowableBudgets),
  },
  {
    name: 'spend-filtered-to-nothing',
    view: spendView(busyReport(month, twoModels, false), noRequests, { ...firstFilters, outcome: 'failed' }),
  },
];

/** What the host tells of a request's raw usage. */
export const picturedRawUsage = { kind: 'told', json: picturedRaw } as const;
