import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { disagreements } from '../ledgerFixture.ts';
import type { RequestFacts } from './facts.ts';

interface StoredRequest {
  readonly bound: number;
  /** Null without a settlement. */
  readonly outcome: string | null;
  readonly cost: number | null;
}

/**
 * Holds a ledger's file against what the windows knew, past all code of the ledger: every confirmed reservation is there
 * exactly once, every confirmed settlement with its figures, no request came from nowhere, the sums are those of the
 * rows, and SQLite finds the file whole.
 *
 * @param readFacts what the windows know now: read before the file and after it, since running windows go on
 * @returns what does not hold, a sentence each
 */
export function ledgerViolations(path: string, readFacts: () => ReadonlyMap<string, RequestFacts>): readonly string[] {
  const facts = readFacts();
  if (!existsSync(path)) return lostRequests(new Map(), facts);
  return inDatabase(path, (query) => {
    const version = Number(query('PRAGMA user_version')[0]?.user_version);
    const between = halfMigrated(query, version);
    if (between.length > 0) return between;
    const { stored, doubles } = storedRequests(version === 0 ? [] : query(requestsOf[version] ?? ''));
    return [
      ...doubles.map((id) => `request ${id} is there twice`),
      ...lostRequests(stored, facts),
      ...lostSettlements(stored, facts),
      ...wrongRows(stored, readFacts()),
      ...(version === tablesOf.length - 1 ? disagreements({ query }) : []).map(
        (row) => `a sum is not that of its rows: ${JSON.stringify(row)}`,
      ),
      ...query('PRAGMA foreign_key_check').map((row) => `a settlement without reservation: ${JSON.stringify(row)}`),
    ];
  });
}

/** What is wrong with the copy of a ledger that was upgraded. @param requests how many it held */
export function copyViolations(path: string, requests: number): readonly string[] {
  if (!existsSync(path)) return ['no copy was kept of the ledger that was upgraded'];
  return inDatabase(path, (query) => {
    const version = query('PRAGMA user_version')[0]?.user_version;
    const count = query('SELECT count(*) AS count FROM requests')[0]?.count;
    return version === 1 && count === requests ? [] : [`the copy is at schema ${version}, with ${count} requests`];
  });
}

type Query = (sql: string) => readonly Record<string, unknown>[];

/** What each schema version has, and where its requests are. */
const tablesOf = [
  '',
  'requests spend_sums',
  'accepted_changes reservations settlements spend_sums workspaces',
  'accepted_changes imported_requests reservations settlements spend_sums workspaces',
  'accepted_changes imported_requests reservations settlements spend_sums workspaces',
] as const;
const inTwoTables =
  'SELECT request_id, upper_bound, outcome, nano_dollars FROM reservations LEFT JOIN settlements USING (sequence)';
const requestsOf: readonly string[] = [
  '',
  'SELECT request_id, upper_bound, outcome, nano_dollars FROM requests',
  inTwoTables,
  inTwoTables,
  inTwoTables,
];

/** Looks into a file that SQLite finds whole; else tells what it found. */
function inDatabase(path: string, look: (query: Query) => readonly string[]): readonly string[] {
  const database = new DatabaseSync(path);
  try {
    // Ten windows that write without a pause leave a reader waiting, the longer the busier the machine is.
    database.exec('PRAGMA busy_timeout = 60000');
    const query: Query = (sql) => database.prepare(sql).all();
    const verdict = query('PRAGMA integrity_check').map((row) => String(row.integrity_check));
    return verdict.join() === 'ok' ? look(query) : [`integrity_check of ${basename(path)}: ${verdict.join('; ')}`];
  } finally {
    database.close();
  }
}

function halfMigrated(query: Query, version: number): readonly string[] {
  const tables = query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map((row) => row.name);
  return tables.join(' ') === tablesOf[version] ? [] : [`schema ${version} with the tables ${tables.join(' ')}`];
}

/** Names of what was set aside as damaged beside a ledger. */
export function setAsideFiles(path: string): readonly string[] {
  return readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.corrupt-`));
}

function storedRequests(rows: readonly Record<string, unknown>[]) {
  const stored = new Map<string, StoredRequest>();
  const doubles: string[] = [];
  for (const { request_id: id, upper_bound: bound, outcome, nano_dollars: cost } of rows) {
    if (stored.has(String(id))) doubles.push(String(id));
    stored.set(String(id), {
      bound: Number(bound),
      outcome: outcome === null ? null : String(outcome),
      cost: cost === null ? null : Number(cost),
    });
  }
  return { stored, doubles };
}

function lostRequests(
  stored: ReadonlyMap<string, StoredRequest>,
  facts: ReadonlyMap<string, RequestFacts>,
): readonly string[] {
  return [...facts].flatMap(([id, { step, bound }]) => {
    const row = stored.get(id);
    if (row === undefined) return step === 'reserving' ? [] : [`request ${id} was ${step}, and is lost`];
    return row.bound === bound ? [] : [`request ${id} is bounded by ${row.bound}, not by ${bound}`];
  });
}

function lostSettlements(
  stored: ReadonlyMap<string, StoredRequest>,
  facts: ReadonlyMap<string, RequestFacts>,
): readonly string[] {
  return [...facts].flatMap(([id, { step }]) =>
    step === 'settled' && stored.get(id)?.outcome === null ? [`request ${id} was settled, which is lost`] : [],
  );
}

function wrongRows(
  stored: ReadonlyMap<string, StoredRequest>,
  facts: ReadonlyMap<string, RequestFacts>,
): readonly string[] {
  return [...stored].flatMap(([id, { outcome, cost }]) => {
    const known = facts.get(id);
    if (known === undefined) return [`request ${id} came from nowhere`];
    if (outcome === null) return [];
    if (known.cost === null) return [`request ${id} has a settlement that nobody wrote`];
    return cost === known.cost && outcome === 'complete'
      ? []
      : [`request ${id} cost ${known.cost}, and ${cost} stands`];
  });
}
