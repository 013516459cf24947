import type { DatabaseSync } from 'node:sqlite';
import type { SpendRow } from '../../app/ledgerPorts.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import { localDay } from '../../core/spend/localPeriods.ts';
import type { TaskKind } from '../../core/task.ts';
import { integer, taskKind, text } from '../columns.ts';
import { spendColumns, spendRow } from '../spendRow.ts';
import { quarterHour, sumPlaces, sumsWithin } from '../sumPlaces.ts';
import { beginTurn } from './turns.ts';

/** Spend of one model on one kind of task in one workspace. */
export interface DetailedSpend {
  readonly row: SpendRow;
  readonly taskKind: TaskKind;
  /** Empty for windows without a folder. */
  readonly workspaceId: string;
}

/** The sums of some days in a row. */
interface DaySums {
  readonly days: readonly { readonly day: Period; readonly spend: readonly DetailedSpend[] }[];
  /** Where to go on; null when the period is done. */
  readonly next: number | null;
}

/**
 * The sums of the days of the person's time zone, as many as one turn has time for. Days without a request are jumped
 * over. Reads the sums alone, never a request.
 *
 * @param period begins with a day
 */
export function readDaySums(database: DatabaseSync, period: Period): DaySums {
  const isOver = beginTurn();
  const ahead = database.prepare(`
    SELECT place FROM spend_sums WHERE span = 'quarter-hour' AND place >= ? ORDER BY place LIMIT 1`);
  const ofDay = database.prepare(`
    SELECT ${spendColumns}, task_kind, workspace_id FROM (${sumsWithin})
    GROUP BY provider, model, scripted, task_kind, workspace_id HAVING sum(requests) > 0`);
  const days: DaySums['days'][number][] = [];
  let start = period.start;
  while (start < period.end) {
    if (days.length > 0 && isOver()) return { days, next: start };
    const found = ahead.get(Math.floor(start / quarterHour));
    if (found === undefined) break;
    const day = localDay(Math.max(start, integer(found, 'place') * quarterHour));
    if (day.start >= period.end) break;
    const spend = ofDay.all(sumPlaces(day)).map((row) => ({
      row: spendRow(row),
      taskKind: taskKind(row),
      workspaceId: text(row, 'workspace_id'),
    }));
    if (spend.length > 0) days.push({ day, spend });
    start = day.end;
  }
  return { days, next: null };
}
