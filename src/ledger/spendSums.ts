import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Reservation, SpendRow, SpendTotals } from '../app/ledgerPorts.ts';
import type { BudgetStanding, BudgetStandings } from '../core/spend/budget.ts';
import { localDay, localMonth } from '../core/spend/localPeriods.ts';
import type { Row } from './columns.ts';
import { integer } from './columns.ts';
import { notImported } from './requestRows.ts';
import { withRunning } from './runningRequests.ts';
import { safeSum } from './safeSums.ts';
import { spendColumns, spendRow } from './spendRow.ts';
import { sumPlaces, sumsWithin } from './sumPlaces.ts';

const byModel = 'GROUP BY scripted, provider, model HAVING sum(requests) > 0 ORDER BY scripted, provider, model';

/** Whose spend totals are of. */
export interface SpendPlace {
  readonly sessionId: string;
  /** Null for a window without a folder. */
  readonly workspaceId: string | null;
}

/**
 * The sums of the ledger, read from the table that the schema's triggers keep. A day and a month end with the day of this
 * ledger's latest request: what was counted at a later time, before the clock was put back, belongs to them too, so that
 * no budget begins anew. Imported requests that are ahead of the clock belong to neither.
 */
export class SpendSums {
  private readonly lastCounted: StatementSync;
  private readonly within: StatementSync;
  private readonly ofPlace: StatementSync;
  private readonly ofComparison: StatementSync;
  private readonly openRequest: StatementSync;

  constructor(database: DatabaseSync) {
    this.lastCounted = database.prepare(`
      SELECT counted_at FROM reservations WHERE counted_at > ? AND ${notImported} ORDER BY counted_at DESC LIMIT 1`);
    this.within = database.prepare(`SELECT ${spendColumns} FROM (${sumsWithin}) ${byModel}`);
    this.ofPlace = database.prepare(`
      SELECT ${spendColumns} FROM spend_sums WHERE span = :span AND place = :place ${byModel}`);
    this.ofComparison = database.prepare(`
      SELECT ${safeSum('nano_dollars')} AS nano_dollars, ${safeSum('unknown_bound')} AS unknown_bound,
        ${safeSum('is_unbounded')} AS unbounded_requests
      FROM requests WHERE comparison_id = ? AND scripted = 0`);
    this.openRequest = database.prepare('SELECT counted_at FROM requests WHERE request_id = ? AND outcome IS NULL');
  }

  /**
   * Belongs into a transaction: the rows and what of them is under way are read one after the other.
   *
   * @param now milliseconds since the epoch
   * @param running this session's requests that are under way
   */
  totals(now: number, { sessionId, workspaceId }: SpendPlace, running: readonly Reservation[]): SpendTotals {
    const asOf = Number(this.lastCounted.get(now)?.counted_at ?? now);
    const { end } = localDay(asOf);
    // By the time that a request counts at, and only where this file has it: so it is in exactly these sums.
    const counted = running.flatMap((reservation) => {
      const row = this.openRequest.get(reservation.requestId);
      return row === undefined ? [] : [{ reservation, countedAt: integer(row, 'counted_at') }];
    });
    const runningIf = (isMeant: (request: (typeof counted)[number]) => boolean) =>
      counted.filter(isMeant).map(({ reservation }) => reservation);
    const since = (start: number) =>
      withRunning(
        this.between(start, end),
        runningIf(({ countedAt }) => countedAt >= start && countedAt < end),
      );
    const ofPlace = (span: 'session' | 'workspace', place: string) =>
      this.ofPlace.all({ span, place }).map((row) => spendRow(row));
    return {
      session: withRunning(
        ofPlace('session', sessionId),
        runningIf(() => true),
      ),
      today: since(localDay(now).start),
      month: since(localMonth(now).start),
      workspace: withRunning(
        ofPlace('workspace', workspaceId ?? ''),
        runningIf(({ reservation }) => (reservation.workspace?.id ?? null) === workspaceId),
      ),
      asOf,
    };
  }

  /** What counts against each budget. @param now milliseconds since the epoch */
  standings(comparisonId: string, now: number): BudgetStandings {
    const { end } = localDay(Number(this.lastCounted.get(now)?.counted_at ?? now));
    const comparison = this.ofComparison.get(comparisonId);
    return {
      comparison: comparison === undefined ? { settled: 0, reserved: 0 } : standing(comparison),
      day: standingOf(this.between(localDay(now).start, end)),
      month: standingOf(this.between(localMonth(now).start, end)),
    };
  }

  private between(start: number, end: number): readonly SpendRow[] {
    return this.within.all(sumPlaces({ start, end })).map(spendRow);
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
