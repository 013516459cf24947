import type { Failure } from '../../core/failure.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import type { RequestView, SpendFilters } from '../../shared/spendView.ts';
import type { LedgerArchive, LedgerRequest } from '../archivePorts.ts';
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
}

/**
 * Reads some of the requests that the person's filters find. Where they find little, a large ledger takes several looks.
 *
 * @param isWanted asked before each look; what was found so far is given when it is not any more
 */
export async function readRequests(
  archive: LedgerArchive,
  { period, filters, before, limit }: RequestQuestion,
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
  return { rows: rows.map(requestView), next: found.length > limit ? (rows.at(-1)?.sequence ?? null) : null };
}
