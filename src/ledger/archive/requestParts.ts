import type { DatabaseSync } from 'node:sqlite';
import type { ArchivedRequest } from '../../app/archivePorts.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import { integer } from '../columns.ts';
import { archivedRequest, requestColumns, requestTables } from './requestRecord.ts';

/** Where a request is in the order of time, in which requests of the same moment are told apart by their sequence. */
export interface RequestPlace {
  readonly countedAt: number;
  readonly sequence: number;
}

/** Some requests of a period; `last` says where to go on, null at the end. */
export interface RequestPart {
  readonly requests: readonly ArchivedRequest[];
  readonly last: RequestPlace | null;
}

/** The requests of a period in order of time with everything that is known of them, some at a time. */
export function readRequests(
  database: DatabaseSync,
  period: Period,
  after: RequestPlace | null,
  limit: number,
): RequestPart {
  const rows = database
    .prepare(`
      SELECT ${requestColumns}, raw_usage FROM ${requestTables}
      WHERE (counted_at, reservations.sequence) > (:at, :sequence) AND counted_at < :end
      ORDER BY counted_at, reservations.sequence LIMIT :limit`)
    .all({ at: after?.countedAt ?? period.start, sequence: after?.sequence ?? 0, end: period.end, limit });
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    requests: rows.map(archivedRequest),
    last: last === undefined ? null : { countedAt: integer(last, 'counted_at'), sequence: integer(last, 'sequence') },
  };
}
