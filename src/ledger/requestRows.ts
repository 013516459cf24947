import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Reservation, Settlement } from '../app/ledgerPorts.ts';

/** What a settlement found. */
type SettleResult = 'settled' | 'settled-before' | 'missing';

/** The rows of the ledger: one per request. Every method belongs into a transaction. */
export class RequestRows {
  private readonly insert: StatementSync;
  private readonly update: StatementSync;
  private readonly outcome: StatementSync;

  constructor(database: DatabaseSync) {
    // Rows are counted at a time that never goes back, even when the clock does: what was spent today stays today's.
    // A row that exists already is left alone, so that an attempt whose success got lost can be made again.
    this.insert = database.prepare(`
      INSERT INTO requests (
        request_id, session_id, comparison_id, task_kind, side, attempt, request, provider, model, scripted,
        started_at, counted_at, upper_bound
      ) VALUES (
        :requestId, :sessionId, :comparisonId, :taskKind, :side, :attempt, :request, :provider, :model, :scripted,
        :startedAt, max(:startedAt, ifnull((SELECT counted_at FROM requests ORDER BY sequence DESC LIMIT 1), 0)),
        :upperBound
      ) ON CONFLICT (request_id) DO NOTHING`);
    // A bound that the reservation knew still holds when the ending knows none.
    this.update = database.prepare(`
      UPDATE requests SET
        outcome = :outcome, failure_kind = :failureKind, first_token_at = :firstTokenAt, ended_at = :endedAt,
        returned_model = :returnedModel, uncached_input = :uncachedInput, cache_read = :cacheRead,
        cache_write_5m = :cacheWrite5m, cache_write_1h = :cacheWrite1h, output = :output, reasoning = :reasoning,
        nano_dollars = :nanoDollars, upper_bound = ifnull(:upperBound, upper_bound), raw_usage = :rawUsage
      WHERE request_id = :requestId AND outcome IS NULL`);
    this.outcome = database.prepare('SELECT outcome FROM requests WHERE request_id = ?');
  }

  reserve(reservation: Reservation, sessionId: string): void {
    this.insert.run({
      requestId: reservation.requestId,
      sessionId,
      comparisonId: reservation.comparisonId,
      taskKind: reservation.taskKind,
      side: reservation.side,
      attempt: reservation.attempt,
      request: reservation.request,
      provider: reservation.provider,
      model: reservation.model,
      scripted: reservation.scripted ? 1 : 0,
      startedAt: reservation.startedAt,
      upperBound: reservation.upperBound,
    });
  }

  settle(settlement: Settlement): SettleResult {
    const { usage } = settlement;
    const { changes } = this.update.run({
      requestId: settlement.requestId,
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
      nanoDollars: settlement.costNanoDollars,
      upperBound: settlement.upperBound,
      rawUsage: settlement.rawUsage === null ? null : (JSON.stringify(settlement.rawUsage) ?? null),
    });
    if (Number(changes) > 0) return 'settled';
    return this.outcome.get(settlement.requestId) === undefined ? 'missing' : 'settled-before';
  }
}
