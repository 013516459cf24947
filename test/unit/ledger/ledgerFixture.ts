import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Reservation, Settlement, SpendRow, SpendTotals } from '../../../src/app/ledgerPorts.ts';
import type { Clock, Log } from '../../../src/app/ports.ts';
import type { Failure } from '../../../src/core/failure.ts';
import { standardTerms } from '../../../src/core/spend/billing.ts';
import type { LedgerOptions } from '../../../src/ledger/sqliteLedger.ts';
import { SqliteLedger } from '../../../src/ledger/sqliteLedger.ts';

/** The machine's own clock; its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Says nothing. */
export const quietLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A folder of its own, and every ledger opened in it; `cleanUp` ends both. */
export class LedgerFolder {
  readonly directory = mkdtempSync(join(tmpdir(), 'tiebreak-ledger-'));
  readonly path = join(this.directory, 'ledger.sqlite');
  private readonly ledgers: SqliteLedger[] = [];

  /** A window of its own session. */
  open(options: Partial<LedgerOptions> = {}): SqliteLedger {
    const ledger = new SqliteLedger({
      directory: this.directory,
      clock: systemClock,
      log: quietLog,
      sessionId: randomUUID(),
      workspace: null,
      ...options,
    });
    this.ledgers.push(ledger);
    return ledger;
  }

  /** Looks into the file past the ledger. */
  query(sql: string): readonly Record<string, unknown>[] {
    const database = new DatabaseSync(this.path);
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  }

  cleanUp(): void {
    for (const ledger of this.ledgers) ledger.dispose();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** A plain request of GPT-5.5, but for what a test is about. */
export function reservation(changes: Partial<Reservation> = {}): Reservation {
  return {
    requestId: randomUUID(),
    comparisonId: 'comparison',
    taskKind: 'fix',
    workspace: null,
    side: 'left',
    attempt: 1,
    request: 1,
    provider: 'openai',
    model: 'gpt-5.5',
    scripted: false,
    startedAt: Date.now(),
    upperBound: 960_000_000,
    ...changes,
  };
}

/** Its proper ending, but for what a test is about. */
export function settlement(requestId: string, changes: Partial<Settlement> = {}): Settlement {
  return {
    requestId,
    endedAt: Date.now(),
    firstTokenAt: null,
    returnedModel: 'gpt-5.5-2026-04-23',
    outcome: 'complete',
    failureKind: null,
    usage: { uncachedInput: 63, cacheRead: 10, cacheWrite5m: 5, cacheWrite1h: 3, output: 69, reasoning: 26 },
    usageIsFinal: true,
    extras: [],
    terms: standardTerms,
    cacheSavings: 40_000,
    priceSource: { kind: 'list', date: '2026-09-23' },
    rawUsage: { input_tokens: 63, output_tokens: 69 },
    costNanoDollars: 2_385_000,
    upperBound: null,
    ...changes,
  };
}

/** The totals, where a failure would be a mistake. */
export function known(totals: SpendTotals | Failure): SpendTotals {
  if ('kind' in totals) throw new Error(`The ledger is unavailable: ${JSON.stringify(totals)}`);
  return totals;
}

/** The only row. */
export function only<Row extends SpendRow>(rows: readonly Row[]): Row {
  const [row, ...others] = rows;
  if (row === undefined || others.length > 0) throw new Error(`One row was expected: ${JSON.stringify(rows)}`);
  return row;
}

/** Every sum that differs between the running sums and the rows themselves; empty when all agree. */
export function disagreements(folder: Pick<LedgerFolder, 'query'>): readonly unknown[] {
  const counts = ['uncached_input', 'cache_read', 'cache_write_5m', 'cache_write_1h', 'output', 'reasoning'];
  const money = ['nano_dollars', 'cache_savings'];
  const bound = '(CASE WHEN outcome IS NULL THEN upper_bound ELSE narrower_bound END)';
  const columns = `sum(1), ${[...counts, ...money].map((name) => `sum(ifnull(${name}, 0))`).join(', ')},
    sum(nano_dollars IS NULL),
    sum(CASE WHEN nano_dollars IS NULL THEN ifnull(${bound}, 0) ELSE 0 END),
    sum(nano_dollars IS NULL AND ${bound} IS NULL)`;
  return [
    ["'session'", 'session_id'],
    ["'quarter-hour'", 'counted_at / 900000'],
    ["'day'", 'counted_at / 86400000'],
    ["'workspace'", 'workspace_id'],
  ].flatMap(([span, place]) => {
    const fromRows = `SELECT ${span}, ${place}, provider, model, scripted, task_kind, workspace_id, ${columns}
      FROM requests GROUP BY 2, 3, 4, 5, 6, 7`;
    const kept = `SELECT * FROM spend_sums WHERE span = ${span}`;
    return [...folder.query(`${kept} EXCEPT ${fromRows}`), ...folder.query(`${fromRows} EXCEPT ${kept}`)];
  });
}
