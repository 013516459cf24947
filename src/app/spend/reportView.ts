import { readEfficiency } from '../../core/spend/efficiency.ts';
import { sumFigures } from '../../core/spend/spendFigures.ts';
import { timeBuckets } from '../../core/spend/timeBuckets.ts';
import type { BudgetView, ModelSpendView, ReportView, TimelineView } from '../../shared/spendView.ts';
import type { AcceptedSum, SpendReport } from '../archivePorts.ts';
import type { SpendRow } from '../ledgerPorts.ts';
import { type SpendSeries, spendSeries } from './spendSeries.ts';

/** What a report is shown with. */
export interface ReportSurroundings {
  /** Whether scripted answers are shown, in rows of their own. */
  readonly scripted: boolean;
  readonly budgets: readonly BudgetView[];
  /** By which prices money is counted, in sentences. */
  readonly priceNotes: readonly string[];
  /** What a million tokens of a model's output cost, in nano-dollars; null where it is not known. */
  readonly outputPrice: (model: Pick<SpendRow, 'provider' | 'model'>) => number | null;
}

/** What the dashboard shows of a report. */
export function reportView(report: SpendReport, surroundings: ReportSurroundings): ReportView {
  const real = report.models.filter((row) => !row.scripted);
  const shownScripted = surroundings.scripted ? report.models.filter((row) => row.scripted) : [];
  const series = spendSeries([...real, ...shownScripted]);
  const models = [...byCost(real), ...byCost(shownScripted)].map((row) =>
    modelView(row, report.accepted, surroundings),
  );
  return {
    period: report.period,
    total: sumFigures(real),
    scriptedRequests: report.models.reduce((sum, row) => sum + (row.scripted ? row.requests : 0), 0),
    budgets: surroundings.budgets,
    priceNotes: surroundings.priceNotes,
    series: series.models,
    hasOthers: series.hasOthers,
    timeline: timelineView(report, series),
    models,
    reading: readEfficiency(
      models
        .filter(({ scripted }) => !scripted)
        .map(({ model, figures, acceptedHunks }) => ({ model, figures, acceptedHunks })),
    ),
    kinds: groups(report.kinds, series, surroundings.scripted).map(({ group, ...view }) => ({
      taskKind: group.taskKind,
      ...view,
    })),
    workspaces: groups(report.workspaces, series, surroundings.scripted).map(({ group, ...view }) => ({
      workspaceId: group.workspace?.id ?? '',
      name: group.workspace?.name ?? null,
      ...view,
    })),
  };
}

function byCost(rows: readonly SpendRow[]): readonly SpendRow[] {
  return [...rows].sort((one, other) => other.nanoDollars - one.nanoDollars);
}

function modelView(
  row: SpendRow,
  accepted: readonly AcceptedSum[],
  { outputPrice }: ReportSurroundings,
): ModelSpendView {
  const { provider, model, scripted } = row;
  const sum = accepted.find((one) => one.provider === provider && one.model === model && one.scripted === scripted);
  return {
    provider,
    model,
    scripted,
    figures: sumFigures([row]),
    acceptedHunks: sum?.hunks ?? 0,
    outputPrice: outputPrice(row),
  };
}

function timelineView({ period, days }: SpendReport, series: SpendSeries): TimelineView {
  const { unit, starts, indexOf } = timeBuckets(period);
  const amounts = Array.from({ length: series.models.length + (series.hasOthers ? 1 : 0) }, () => starts.map(() => 0));
  const unknownRequests = starts.map(() => 0);
  for (const day of days) {
    const bucket = indexOf(day.start);
    for (const row of day.rows.filter(({ scripted }) => !scripted)) {
      const ofModel = amounts[series.indexOf(row)];
      if (ofModel !== undefined) ofModel[bucket] = (ofModel[bucket] ?? 0) + row.nanoDollars;
      unknownRequests[bucket] = (unknownRequests[bucket] ?? 0) + row.unknownRequests;
    }
  }
  return { unit, starts, amounts, unknownRequests };
}

/** The dearest first; scripted rows of a group are a group of their own, behind all real ones. */
function groups<Group extends { readonly rows: readonly SpendRow[] }>(
  all: readonly Group[],
  series: SpendSeries,
  withScripted: boolean,
) {
  const ofKind = (scripted: boolean) =>
    all
      .map((group) => ({ group, scripted, rows: group.rows.filter((row) => row.scripted === scripted) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ rows, ...rest }) => ({ ...rest, total: sumFigures(rows), cells: series.cells(rows) }))
      .sort((one, other) => other.total.nanoDollars - one.total.nanoDollars);
  return [...ofKind(false), ...(withScripted ? ofKind(true) : [])];
}
