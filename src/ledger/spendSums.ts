import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SpendRow, SpendTotals } from '../app/ledgerPorts.ts';
import type { BudgetStanding, BudgetStandings } from '../core/spend/budget.ts';
import { localDay, localMonth } from '../core/spend/localPeriods.ts';
import type { Row } from './columns.ts';
import { integer, provider, text } from './columns.ts';

const quarterHour = 15 * 60 * 1000;
const quartersPerDay = 96;

const sums = `
  SELECT provider, model, scripted, sum(requests) AS requests, sum(uncached_input) AS uncached_input,
    sum(cache_read) AS cache_read, sum(cache_write_5m) AS cache_write_5m, sum(cache_write_1h) AS cache_write_1h,
    sum(output) AS output, sum(reasoning) AS reasoning, sum(nano_dollars) AS nano_dollars,
    sum(cache_savings) AS cache_savings, sum(unknown_requests) AS unknown_requests,
    sum(unknown_bound) AS unknown_bound, sum(unbounded_requests) AS unbounded_requests`;

const byModel = 'GROUP BY scripted, provider, model HAVING sum(requests) > 0 ORDER BY scripted, provider, model';

/** Whose spend totals are of. */
export interface SpendPlace {
  readonly sessionId: string;
  /** Null for a window without a folder. */
  readonly workspaceId: string | null;
}

/**
 * The sums of the ledger, read from the table that the schema's triggers keep. A day and a month have no end here: what
 * was counted at a later time, before the clock was put back, belongs to them too, so that no budget begins anew.
 */
export class SpendSums {
  private readonly lastCounted: StatementSync;
  private readonly since: StatementSync;
  private readonly ofPlace: StatementSync;
  private readonly ofComparison: StatementSync;

  constructor(database: DatabaseSync) {
    this.lastCounted = database.prepare('SELECT max(counted_at) AS counted_at FROM reservations');
    this.since = database.prepare(`
      ${sums} FROM (
        SELECT * FROM spend_sums WHERE span = 'quarter-hour' AND place >= :start AND place < :firstWhole
        UNION ALL SELECT * FROM spend_sums WHERE span = 'day' AND place >= :firstDay
      ) ${byModel}`);
    this.ofPlace = database.prepare(`${sums} FROM spend_sums WHERE span = :span AND place = :place ${byModel}`);
    this.ofComparison = database.prepare(`
      SELECT ifnull(sum(nano_dollars), 0) AS nano_dollars, ifnull(sum(unknown_bound), 0) AS unknown_bound,
        ifnull(sum(is_unbounded), 0) AS unbounded_requests
      FROM requests WHERE comparison_id = ? AND scripted = 0`);
  }

  /** @param now milliseconds since the epoch */
  totals(now: number, { sessionId, workspaceId }: SpendPlace): SpendTotals {
    return {
      session: this.ofPlace.all({ span: 'session', place: sessionId }).map(spendRow),
      today: this.from(localDay(now).start),
      month: this.from(localMonth(now).start),
      workspace: this.ofPlace.all({ span: 'workspace', place: workspaceId ?? '' }).map(spendRow),
      asOf: Math.max(now, Number(this.lastCounted.get()?.counted_at ?? now)),
    };
  }

  /** What counts against each budget. @param now milliseconds since the epoch */
  standings(comparisonId: string, now: number): BudgetStandings {
    const comparison = this.ofComparison.get(comparisonId);
    return {
      comparison: comparison === undefined ? { settled: 0, reserved: 0 } : standing(comparison),
      day: standingOf(this.from(localDay(now).start)),
      month: standingOf(this.from(localMonth(now).start)),
    };
  }

  /** Whole days of UTC from their sums, and from quarters of an hour what is before the first of them. */
  private from(instant: number): readonly SpendRow[] {
    const start = Math.floor(instant / quarterHour);
    const firstDay = Math.ceil(start / quartersPerDay);
    return this.since.all({ start, firstWhole: firstDay * quartersPerDay, firstDay }).map(spendRow);
  }
}

function standing(row: Row): BudgetStanding {
  const reserved = integer(row, 'unbounded_requests') > 0 ? null : integer(row, 'unknown_bound');
  return { settled: integer(row, 'nano_dollars'), reserved };
}

function standingOf(rows: readonly SpendRow[]): BudgetStanding {
  return rows
    .filter((row) => !row.scripted)
    .reduce<BudgetStanding>(
      ({ settled, reserved }, row) => ({
        settled: settled + row.nanoDollars,
        reserved: reserved === null || row.unknownUpperBound === null ? null : reserved + row.unknownUpperBound,
      }),
      { settled: 0, reserved: 0 },
    );
}

function spendRow(row: Row): SpendRow {
  return {
    provider: provider(row),
    model: text(row, 'model'),
    scripted: integer(row, 'scripted') !== 0,
    requests: integer(row, 'requests'),
    usage: {
      uncachedInput: integer(row, 'uncached_input'),
      cacheRead: integer(row, 'cache_read'),
      cacheWrite5m: integer(row, 'cache_write_5m'),
      cacheWrite1h: integer(row, 'cache_write_1h'),
      output: integer(row, 'output'),
      reasoning: integer(row, 'reasoning'),
    },
    nanoDollars: integer(row, 'nano_dollars'),
    cacheSavings: integer(row, 'cache_savings'),
    unknownRequests: integer(row, 'unknown_requests'),
    unknownUpperBound: integer(row, 'unbounded_requests') > 0 ? null : integer(row, 'unknown_bound'),
  };
}
