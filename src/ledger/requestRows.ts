import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Reservation, Settlement } from '../app/ledgerPorts.ts';
import type { Provider } from '../core/contender.ts';
import type { PriceSource } from '../core/spend/priceSource.ts';
import type { TaskKind } from '../core/task.ts';
import { integer } from './columns.ts';
import { WorkspaceRows } from './workspaceRows.ts';

/** What a settlement found. */
type SettleResult = 'settled' | 'settled-before' | 'missing';

/** A clock that goes back by more than this, in milliseconds, was wrong before: then its time is believed again. */
const longestStepBack = 31 * 24 * 60 * 60 * 1000;

/** Leaves out requests that came by import: their times are another clock's. */
export const notImported =
  'NOT EXISTS (SELECT 1 FROM imported_requests WHERE imported_requests.sequence = reservations.sequence)';

/**
 * Writes a reservation. Rows are counted at a time that does not go back when the clock does: what was spent today stays
 * today's. A row that exists already is left alone, so that an attempt whose success got lost can be made again. The
 * latest time is looked for from the clock's own on, so that no row of the past is read.
 */
export const reserving = `
  INSERT INTO reservations (
    request_id, session_id, comparison_id, task_kind, workspace_id, side, attempt, request, provider, model, scripted,
    started_at, counted_at, upper_bound
  )
  SELECT
    :requestId, :sessionId, :comparisonId, :taskKind, :workspaceId, :side, :attempt, :request, :provider, :model,
    :scripted, :startedAt, ifnull(latest, :startedAt), :upperBound
  FROM (SELECT (
    SELECT counted_at FROM reservations
    WHERE counted_at BETWEEN :startedAt AND :startedAt + ${longestStepBack} AND ${notImported}
    ORDER BY counted_at DESC LIMIT 1
  ) AS latest)
  WHERE true ON CONFLICT (request_id) DO NOTHING`;

/** How many of the latest requests are looked through for a model's answers, so that the look is short. */
const looked = 5_000;
/** How many answers are enough to tell a typical length, and how many are looked at. */
const enough = 3;
const most = 50;

/** The rows of the ledger: a reservation per request, and a settlement once it has ended. Belongs into a transaction. */
export class RequestRows {
  private readonly workspaces: WorkspaceRows;
  private readonly insert: StatementSync;
  private readonly insertSettlement: StatementSync;
  private readonly find: StatementSync;
  private readonly outputs: StatementSync;

  constructor(database: DatabaseSync) {
    this.workspaces = new WorkspaceRows(database);
    this.insert = database.prepare(reserving);
    this.insertSettlement = database.prepare(`
      INSERT INTO settlements VALUES (
        :sequence, :outcome, :failureKind, :firstTokenAt, :endedAt, :returnedModel, :uncachedInput, :cacheRead,
        :cacheWrite5m, :cacheWrite1h, :output, :reasoning, :extras, :serviceTier, :region, :nanoDollars,
        :narrowerBound, :cacheSavings, :priceSource, :rawUsage, :usageIsFinal
      ) ON CONFLICT DO NOTHING`);
    this.find = database.prepare('SELECT sequence FROM reservations WHERE request_id = ?');
    this.outputs = database.prepare(`
      SELECT output FROM reservations JOIN settlements USING (sequence)
      WHERE sequence > (SELECT max(sequence) FROM reservations) - ${looked} AND provider = :provider AND model = :model
        AND task_kind = :kind AND outcome = 'complete' AND output > 0
      ORDER BY sequence DESC LIMIT ${most}`);
  }

  isReserved(requestId: string): boolean {
    return this.find.get(requestId) !== undefined;
  }

  reserve(reservation: Reservation, sessionId: string): void {
    const { workspace, scripted, ...rest } = reservation;
    this.insert.run({
      requestId: rest.requestId,
      sessionId,
      comparisonId: rest.comparisonId,
      taskKind: rest.taskKind,
      workspaceId: this.workspaces.idOf(workspace),
      side: rest.side,
      attempt: rest.attempt,
      request: rest.request,
      provider: rest.provider,
      model: rest.model,
      scripted: scripted ? 1 : 0,
      startedAt: rest.startedAt,
      upperBound: rest.upperBound,
    });
  }

  settle(settlement: Settlement): SettleResult {
    const reserved = this.find.get(settlement.requestId);
    if (reserved === undefined) return 'missing';
    const { usage, terms } = settlement;
    const { changes } = this.insertSettlement.run({
      sequence: integer(reserved, 'sequence'),
      outcome: settlement.outcome,
      failureKind: settlement.failureKind,
      firstTokenAt: settlement.firstTokenAt,
      endedAt: settlement.endedAt,
      returnedModel: settlement.returnedModel,
      uncachedInput: usage?.uncachedInput ?? null,
      cacheRead: usage?.cacheRead ?? null,
      cacheWrite5m: usage?.cacheWrite5m ?? null,
      cacheWrite1h: usage?.cacheWrite1h ?? null,
      output: usage?.output ?? null,
      reasoning: usage?.reasoning ?? null,
      extras: JSON.stringify(settlement.extras),
      serviceTier: terms.serviceTier,
      region: terms.region,
      nanoDollars: settlement.costNanoDollars,
      narrowerBound: settlement.upperBound,
      cacheSavings: settlement.cacheSavings,
      priceSource: priceSourceText(settlement.priceSource),
      rawUsage: settlement.rawUsage === null ? null : (JSON.stringify(settlement.rawUsage) ?? null),
      usageIsFinal: settlement.usageIsFinal === null ? null : Number(settlement.usageIsFinal),
    });
    return Number(changes) > 0 ? 'settled' : 'settled-before';
  }

  /** The median of what this model's latest answers to this kind of task were long, in output tokens; null for too few. */
  typicalOutput(provider: Provider, model: string, kind: TaskKind): number | null {
    const outputs = this.outputs.all({ provider, model, kind }).map((row) => integer(row, 'output'));
    if (outputs.length < enough) return null;
    return outputs.sort((one, other) => one - other)[Math.floor(outputs.length / 2)] ?? null;
  }
}

/** `own`, or the date of the list. */
function priceSourceText(source: PriceSource | null): string | null {
  return source === null ? null : source.kind === 'own' ? 'own' : source.date;
}
