import type { DatabaseSync } from 'node:sqlite';
import type { PeriodCount } from '../../app/archivePorts.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import { localDay } from '../../core/spend/localPeriods.ts';
import type { Row } from '../columns.ts';
import { integer, integerOrNull } from '../columns.ts';
import { safeSum } from '../safeSums.ts';
import { quarterHour, sumPlaces, sumsWithin } from '../sumPlaces.ts';

/** How much a period holds: from the sums, and from the rows where it begins or ends within a quarter of an hour. */
export function countPeriod(database: DatabaseSync, { start, end }: Period): PeriodCount {
  const whole = {
    start: Math.ceil(start / quarterHour) * quarterHour,
    end: Math.floor(end / quarterHour) * quarterHour,
  };
  const accepted = database
    .prepare('SELECT count(*) AS count FROM accepted_changes WHERE accepted_at >= ? AND accepted_at < ?')
    .get(start, end);
  const pieces =
    whole.start >= whole.end
      ? [countRows(database, { start, end })]
      : [
          countRows(database, { start, end: whole.start }),
          countSums(database, whole),
          countRows(database, { start: whole.end, end }),
        ];
  const isUnbounded = pieces.some((piece) => piece.unknownUpperBound === null);
  return {
    requests: sumOf(pieces, 'requests'),
    scriptedRequests: sumOf(pieces, 'scriptedRequests'),
    accepted: accepted === undefined ? 0 : integer(accepted, 'count'),
    nanoDollars: sumOf(pieces, 'nanoDollars'),
    unknownRequests: sumOf(pieces, 'unknownRequests'),
    unknownUpperBound: isUnbounded ? null : sumOf(pieces, 'unknownUpperBound'),
  };
}

type RequestCount = Omit<PeriodCount, 'accepted'>;

function sumOf(pieces: readonly RequestCount[], figure: keyof RequestCount): number {
  return pieces.reduce((sum, piece) => sum + (piece[figure] ?? 0), 0);
}

function countSums(database: DatabaseSync, whole: Period): RequestCount {
  const row = database
    .prepare(`
      SELECT ifnull(sum(requests), 0) AS requests, ifnull(sum(requests * scripted), 0) AS scripted_requests,
        ${safeSum('nano_dollars * (scripted = 0)')} AS nano_dollars,
        ifnull(sum(unknown_requests * (scripted = 0)), 0) AS unknown_requests,
        ${safeSum('unknown_bound * (scripted = 0)')} AS unknown_bound,
        ifnull(sum(unbounded_requests * (scripted = 0)), 0) AS unbounded_requests
      FROM (${sumsWithin})`)
    .get(sumPlaces(whole));
  return row === undefined ? nothing : requestCount(row);
}

function countRows(database: DatabaseSync, { start, end }: Period): RequestCount {
  const row = database
    .prepare(`
      SELECT count(*) AS requests, ifnull(sum(scripted), 0) AS scripted_requests,
        ${safeSum('nano_dollars * (scripted = 0)')} AS nano_dollars,
        ifnull(sum(is_unknown * (scripted = 0)), 0) AS unknown_requests,
        ${safeSum('unknown_bound * (scripted = 0)')} AS unknown_bound,
        ifnull(sum(is_unbounded * (scripted = 0)), 0) AS unbounded_requests
      FROM requests WHERE counted_at >= ? AND counted_at < ?`)
    .get(start, end);
  return row === undefined ? nothing : requestCount(row);
}

const nothing: RequestCount = {
  requests: 0,
  scriptedRequests: 0,
  nanoDollars: 0,
  unknownRequests: 0,
  unknownUpperBound: 0,
};

function requestCount(row: Row): RequestCount {
  return {
    requests: integer(row, 'requests'),
    scriptedRequests: integer(row, 'scripted_requests'),
    nanoDollars: integer(row, 'nano_dollars'),
    unknownRequests: integer(row, 'unknown_requests'),
    unknownUpperBound: integer(row, 'unbounded_requests') > 0 ? null : integer(row, 'unknown_bound'),
  };
}

/** From the first entry to the end of the day of the latest; null when there is none. */
export function readExtent(database: DatabaseSync): Period | null {
  // Scalar subqueries: only there is a minimum or maximum looked up in an index.
  const row = database
    .prepare(`
      SELECT (SELECT min(counted_at) FROM reservations) AS first_request,
        (SELECT max(counted_at) FROM reservations) AS last_request,
        (SELECT min(accepted_at) FROM accepted_changes) AS first_accepted,
        (SELECT max(accepted_at) FROM accepted_changes) AS last_accepted`)
    .get();
  if (row === undefined) return null;
  const columns = ['first_request', 'last_request', 'first_accepted', 'last_accepted'];
  const instants = columns.map((column) => integerOrNull(row, column)).filter((instant) => instant !== null);
  return instants.length === 0 ? null : { start: Math.min(...instants), end: localDay(Math.max(...instants)).end };
}
