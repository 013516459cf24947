import type { AcceptedSum, DaySpend, KindSpend, SpendReport, WorkspaceSpend } from '../../app/archivePorts.ts';
import type { AcceptedChanges, WorkspaceName } from '../../app/ledgerPorts.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import type { TaskKind } from '../../core/task.ts';
import type { DetailedSpend } from './daySums.ts';
import { ModelSums, modelKey, sortedEntries } from './modelSums.ts';

/** A report as it grows, day by day. Each request is in each part of it once. */
export class ReportSums {
  private readonly days: DaySpend[] = [];
  private readonly kinds = new Map<TaskKind, ModelSums>();
  private readonly workspaces = new Map<string, ModelSums>();
  private readonly models = new ModelSums();
  private readonly accepted = new Map<string, AcceptedSum>();
  private readonly comparisons = new Set<string>();

  /** Days are given in order of time. */
  addDay(day: Period, spend: readonly DetailedSpend[]): void {
    const sums = new ModelSums();
    for (const { row, taskKind, workspaceId } of spend) {
      sums.add(row);
      this.models.add(row);
      sumsOf(this.kinds, taskKind).add(row);
      sumsOf(this.workspaces, workspaceId).add(row);
    }
    this.days.push({ ...day, rows: sums.rows() });
  }

  addAccepted(changes: AcceptedChanges): void {
    const { provider, model, scripted, comparisonId } = changes;
    const key = modelKey(changes);
    const { hunks, comparisons } = this.accepted.get(key) ?? { hunks: 0, comparisons: 0 };
    const comparison = `${key}\n${comparisonId}`;
    const isFirst = !this.comparisons.has(comparison);
    this.comparisons.add(comparison);
    const counts = { hunks: hunks + changes.hunks, comparisons: comparisons + (isFirst ? 1 : 0) };
    this.accepted.set(key, { provider, model, scripted, ...counts });
  }

  /** @param names of workspaces, by their ids */
  report(period: Period, names: ReadonlyMap<string, string>): SpendReport {
    const workspaces = sortedEntries(this.workspaces).map(
      ([id, sums]): WorkspaceSpend => ({ workspace: workspaceName(id, names), rows: sums.rows() }),
    );
    return {
      period,
      days: this.days,
      kinds: sortedEntries(this.kinds).map(([taskKind, sums]): KindSpend => ({ taskKind, rows: sums.rows() })),
      workspaces,
      models: this.models.rows(),
      accepted: sortedEntries(this.accepted).map(([, sum]) => sum),
    };
  }
}

function sumsOf<Key>(all: Map<Key, ModelSums>, key: Key): ModelSums {
  const sums = all.get(key) ?? new ModelSums();
  all.set(key, sums);
  return sums;
}

function workspaceName(id: string, names: ReadonlyMap<string, string>): WorkspaceName | null {
  return id === '' ? null : { id, name: names.get(id) ?? id };
}
