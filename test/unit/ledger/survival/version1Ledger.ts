import { DatabaseSync } from 'node:sqlite';
import { version1 } from '../../../../src/ledger/schema/version1.ts';

/** A request of an old ledger; without a cost it was never settled. */
export interface Version1Request {
  readonly id: string;
  readonly bound: number;
  readonly cost: number | null;
}

/** Writes a ledger as version 0.2.0 left it. @param at when all was sent, in milliseconds since the epoch */
export function writeVersion1(path: string, requests: readonly Version1Request[], at: number): void {
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA journal_mode = WAL; BEGIN; ${version1}; PRAGMA user_version = 1`);
  const insert = database.prepare(`
    INSERT INTO requests (
      request_id, session_id, comparison_id, task_kind, side, attempt, request, provider, model, scripted, started_at,
      counted_at, upper_bound, outcome, ended_at, uncached_input, output, nano_dollars, raw_usage
    ) VALUES (?, 's', 'comparison', 'fix', 'left', 1, 1, 'openai', 'gpt-5.5', 0, ?, ?, ?, ?, ?, 100, 20, ?, '{"a":1}')`);
  for (const { id, bound, cost } of requests) {
    insert.run(id, at, at, bound, cost === null ? null : 'complete', cost === null ? null : at, cost);
  }
  database.exec('COMMIT');
  database.close();
}
