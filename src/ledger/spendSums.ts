import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SpendRow, SpendTotals } from '../app/ledgerPorts.ts';
import type { Provider } from '../core/contender.ts';
import type { Period } from '../core/spend/localPeriods.ts';
import { localDay, localMonth } from '../core/spend/localPeriods.ts';

const quarterHour = 15 * 60 * 1000;
const quartersPerDay = 96;

const sums = `
  SELECT provider, model, scripted, sum(requests) AS requests, sum(uncached_input) AS uncached_input,
    sum(cache_read) AS cache_read, sum(cache_write_5m) AS cache_write_5m, sum(cache_write_1h) AS cache_write_1h,
    sum(output) AS output, sum(reasoning) AS reasoning, sum(nano_dollars) AS nano_dollars,
    sum(unknown_requests) AS unknown_requests, sum(unknown_bound) AS unknown_bound,
    sum(unbounded_requests) AS unbounded_requests`;

const byModel = 'GROUP BY scripted, provider, model ORDER BY scripted, provider, model';

/** The sums of the ledger, read from the table that the schema's triggers keep. */
export class SpendSums {
  private readonly lastCounted: StatementSync;
  private readonly ofPeriod: StatementSync;
  private readonly ofSession: StatementSync;

  constructor(database: DatabaseSync) {
    this.lastCounted = database.prepare('SELECT counted_at FROM requests ORDER BY sequence DESC LIMIT 1');
    this.ofPeriod = database.prepare(`
      ${sums} FROM (
        SELECT * FROM spend_sums WHERE span = 'quarter-hour' AND place >= :start AND place < :firstWhole
        UNION ALL SELECT * FROM spend_sums WHERE span = 'day' AND place >= :firstDay AND place < :lastDay
        UNION ALL SELECT * FROM spend_sums WHERE span = 'quarter-hour' AND place >= :lastWhole AND place < :end
      ) ${byModel}`);
    this.ofSession = database.prepare(`${sums} FROM spend_sums WHERE span = 'session' AND place = ? ${byModel}`);
  }

  /** @param now milliseconds since the epoch; a clock that went back is taken to stand at the last row's time */
  totals(now: number, sessionId: string): SpendTotals {
    const last = this.lastCounted.get();
    const present = last === undefined ? now : Math.max(now, integer(last, 'counted_at'));
    return {
      session: this.ofSession.all(sessionId).map(spendRow),
      today: this.inPeriod(localDay(present)),
      month: this.inPeriod(localMonth(present)),
    };
  }

  /** Whole days of UTC from their sums, and from quarters of an hour what the period has before and after them. */
  private inPeriod(period: Period): readonly SpendRow[] {
    const start = Math.floor(period.start / quarterHour);
    const end = Math.floor(period.end / quarterHour);
    const firstDay = Math.ceil(start / quartersPerDay);
    const lastDay = Math.max(firstDay, Math.floor(end / quartersPerDay));
    const places = {
      start,
      firstWhole: Math.min(end, firstDay * quartersPerDay),
      firstDay,
      lastDay,
      lastWhole: lastDay * quartersPerDay,
      end,
    };
    return this.ofPeriod.all(places).map(spendRow);
  }
}

type Row = Record<string, SQLOutputValue>;

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
    unknownRequests: integer(row, 'unknown_requests'),
    unknownUpperBound: integer(row, 'unbounded_requests') > 0 ? null : integer(row, 'unknown_bound'),
  };
}

function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`The ledger's column ${column} holds no number.`);
  return value;
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`The ledger's column ${column} holds no text.`);
  return value;
}

function provider(row: Row): Provider {
  const name = text(row, 'provider');
  if (name === 'openai' || name === 'anthropic') return name;
  throw new TypeError('The ledger names a provider that this version of Tiebreak does not know.');
}
