import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Reservation, Settlement } from '../../src/app/ledgerPorts.ts';
import type { Clock, Log } from '../../src/app/ports.ts';
import { standardTerms } from '../../src/core/spend/billing.ts';
import { SqliteLedger } from '../../src/ledger/sqliteLedger.ts';
import type { Measures } from './measure.ts';
import { measured, percentile } from './measure.ts';

const writes = 300;
const reads = 100;
const rowCount = 1_000_000;
const oneDay = 24 * 60 * 60 * 1000;

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Measures the ledger against plain SQLite with the same pragmas on the same disk: a durable reservation against one
 * durable insert of the same columns, and the status bar's totals, without and with budgets, from a million rows of one
 * year against the sum of one column over the rows of a month.
 */
export async function measureLedger(): Promise<Measures> {
  const directory = mkdtempSync(join(tmpdir(), 'tiebreak-bench-'));
  const plain = new DatabaseSync(join(directory, 'plain.sqlite'));
  try {
    const insertPlainly = plainInsert(plain);
    const empty = new SqliteLedger(optionsFor(join(directory, 'empty')));
    await empty.totals(Date.now());
    const inserts = await alternate(() => empty.reserve(reservationAt(Date.now()), null), insertPlainly);
    empty.dispose();

    const full = new SqliteLedger(optionsFor(join(directory, 'full')));
    await full.totals(Date.now());
    const now = fillLedger(join(directory, 'full', 'ledger.sqlite'), rowCount, 365);
    await full.settle(settlementOf(await reserved(full, now)));
    const fullInserts = await alternate(() => full.reserve(reservationAt(now), null), insertPlainly);
    const totals = await timed(reads, () => full.totals(now));
    const withBudgets = await timed(reads, () => Promise.all([full.totals(now), full.standings('', now)]));
    full.dispose();
    const plainSums = await sumPlainly(join(directory, 'full', 'ledger.sqlite'), now);

    const p95 = (times: readonly number[]) => percentile(times, 0.95);
    return {
      'ledger insert p95': measured(p95(inserts.ours), 'ms', p95(inserts.plain)),
      'ledger insert p95 at 1,000,000 rows': measured(p95(fullInserts.ours), 'ms', p95(fullInserts.plain)),
      'ledger totals p95 at 1,000,000 rows': measured(p95(totals), 'ms', percentile(plainSums, 0.5)),
      'ledger totals and budgets p95 at 1,000,000 rows': measured(p95(withBudgets), 'ms', percentile(plainSums, 0.5)),
    };
  } finally {
    plain.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function optionsFor(directory: string) {
  return { directory, clock: systemClock, log: quiet, sessionId: 'bench', workspace: null };
}

function reservationAt(startedAt: number): Reservation {
  return {
    requestId: randomUUID(),
    comparisonId: randomUUID(),
    taskKind: 'fix',
    workspace: null,
    side: 'left',
    attempt: 1,
    request: 1,
    provider: 'openai',
    model: 'gpt-5.5',
    scripted: false,
    startedAt,
    upperBound: 960_000_000,
  };
}

async function reserved(ledger: SqliteLedger, now: number): Promise<Reservation> {
  const reservation = reservationAt(now);
  const failure = await ledger.reserve(reservation, null);
  if (failure !== null) throw new Error(`The ledger refuses: ${JSON.stringify(failure)}`);
  return reservation;
}

function settlementOf(reservation: Reservation): Settlement {
  return {
    requestId: reservation.requestId,
    endedAt: reservation.startedAt + 9_000,
    firstTokenAt: reservation.startedAt + 800,
    returnedModel: reservation.model,
    outcome: 'complete',
    failureKind: null,
    extras: [],
    terms: standardTerms,
    cacheSavings: 0,
    priceSource: { kind: 'list', date: '2026-09-23' },
    usage: { uncachedInput: 900, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 700, reasoning: 300 },
    usageIsFinal: true,
    rawUsage: { input_tokens: 900, output_tokens: 700 },
    costNanoDollars: 25_500_000,
    upperBound: null,
  };
}

/** Settled rows, two models in turn, spread evenly over so many days that end now. @returns that moment */
export function fillLedger(path: string, rowCount: number, days: number): number {
  const database = new DatabaseSync(path);
  const now = Date.now();
  const step = Math.floor((days * oneDay) / rowCount);
  const reserve = database.prepare(`
    INSERT INTO reservations
    VALUES (:sequence, :id, 'earlier', :comparison, 'fix', '', :side, 1, 1, :provider, :model, 0, :at, :at, 1)`);
  const settle = database.prepare(`
    INSERT INTO settlements
    VALUES (:sequence, 'complete', NULL, :at + 800, :at + 9000, :model, 900, 0, 0, 0, 700, 300, '[]', 'default', NULL,
      :cost, NULL, 0, '2026-09-23', '{}')`);
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN IMMEDIATE');
  for (let row = 0; row < rowCount; row += 1) {
    const left = row % 2 === 0;
    const at = now - (rowCount - row) * step;
    const model = left ? 'gpt-5.5' : 'claude-opus-4-7';
    // Ids in order are faster to build; what is measured afterwards adds random ones.
    const id = `00000000-0000-4000-8000-${String(row).padStart(12, '0')}`;
    const [side, provider] = left ? ['left', 'openai'] : ['right', 'anthropic'];
    const sequence = row + 1;
    reserve.run({ sequence, id, comparison: `c${row >> 1}`, side, provider, model, at });
    settle.run({ sequence, at, model, cost: left ? 25_500_000 : 22_000_000 });
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return now;
}

function plainInsert(database: DatabaseSync): () => void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec(`CREATE TABLE IF NOT EXISTS rows (
    a TEXT PRIMARY KEY, b TEXT, c TEXT, d TEXT, e TEXT, f INTEGER, g INTEGER, h TEXT, i TEXT, j INTEGER, k INTEGER,
    l INTEGER, m INTEGER)`);
  const insert = database.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return () => {
    const now = Date.now();
    insert.run(randomUUID(), 's', randomUUID(), 'fix', 'left', 1, 1, 'openai', 'gpt-5.5', 0, now, now, 960_000_000);
  };
}

async function sumPlainly(path: string, now: number): Promise<readonly number[]> {
  const database = new DatabaseSync(path);
  const select = database.prepare(
    'SELECT provider, model, sum(nano_dollars) FROM requests WHERE counted_at >= ? GROUP BY provider, model',
  );
  const times = await timed(10, () => select.all(now - 30 * oneDay));
  database.close();
  return times;
}

/** Times two ways by turns, so that whatever else the machine does meets both. */
async function alternate(ours: () => Promise<unknown>, plain: () => void) {
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let count = 0; count < writes; count += 1) {
    times.ours.push(...(await timed(1, ours)));
    times.plain.push(...(await timed(1, plain)));
  }
  return times;
}

/** Milliseconds that each run took. */
async function timed(count: number, run: () => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (let done = 0; done < count; done += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}
