import type { Failure } from '../../core/failure.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import type { RequestView, SpendFilters } from '../../shared/spendView.ts';
import type { LedgerArchive, LedgerRequest } from '../archivePorts.ts';
import type { PriceBook } from '../ledgerPorts.ts';
import { requestView } from './requestView.ts';

/** Requests of a filter, the latest first, and where to go on. */
export interface RequestList {
  readonly rows: readonly RequestView[];
  /** Null when there are no more. */
  readonly next: number | null;
}

/** Which requests are to be read. */
export interface RequestQuestion {
  readonly period: Period;
  readonly filters: SpendFilters;
  /** Where to go on; null from the latest on. */
  readonly before: number | null;
  readonly limit: number;
  /** To price what was seen of answers that were cut off; null while there are none. */
  readonly prices: PriceBook | null;
}

/**
 * Reads some of the requests that the person's filters find. Where they find little, a large ledger takes several looks.
 *
 * @param isWanted asked before each look; what was found so far is given when it is not any more
 */
export async function readRequests(
  archive: LedgerArchive,
  { period, filters, before, limit, prices }: RequestQuestion,
  isWanted: () => boolean,
): Promise<RequestList | Failure> {
  const { model, taskKind, workspaceId, outcome } = filters;
  const filter = { period, model, taskKind, workspaceId, outcome };
  let found: readonly LedgerRequest[] = [];
  let next = before;
  // One more than wanted tells whether there is any more.
  do {
    const page = await archive.requests(filter, next, limit + 1 - found.length);
    if ('kind' in page) return page;
    found = [...found, ...page.requests.filter(({ scripted }) => filters.scripted || !scripted)];
    next = page.next;
  } while (found.length <= limit && next !== null && isWanted());
  const rows = found.slice(0, limit);
  return {
    rows: rows.map((row) => requestView(row, prices)),
    next: found.length > limit ? (rows.at(-1)?.sequence ?? null) : null,
  };
}

/**
 * A long list with its latest part read anew: what stands behind that part stays, since it is history. Null where the two
 * do not meet, so that what lies between them is not known.
 */
export function withLatest(
  shown: readonly RequestView[],
  latest: readonly RequestView[],
): readonly RequestView[] | null {
  const last = latest.at(-1);
  const place = last === undefined ? -1 : shown.findIndex(({ requestId }) => requestId === last.requestId);
  return place < 0 ? null : [...latest, ...shown.slice(place + 1)];
}
