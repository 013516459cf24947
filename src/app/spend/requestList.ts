import type { Failure } from '../../core/failure.ts';
import type { Period } from '../../core/spend/localPeriods.ts';
import type { RequestView, SpendFilters } from '../../shared/spendView.ts';
import type { LedgerArchive } from '../archivePorts.ts';
import { requestView } from './requestView.ts';

/** Requests of a filter, the latest first, and where to go on. */
export interface RequestList {
  readonly rows: readonly RequestView[];
  /** Null when there are no more. */
  readonly next: number | null;
}

/** Reads some of the requests that the person's filters find. @param before where to go on; null from the latest on */
export async function readRequests(
  archive: LedgerArchive,
  period: Period,
  filters: SpendFilters,
  before: number | null,
  limit: number,
): Promise<RequestList | Failure> {
  const { model, taskKind, workspaceId, outcome } = filters;
  const filter = { period, model, taskKind, workspaceId, outcome };
  let rows: readonly RequestView[] = [];
  let next = before;
  do {
    const page = await archive.requests(filter, next, limit);
    if ('kind' in page) return page;
    const found = page.requests.filter(({ scripted }) => filters.scripted || !scripted);
    rows = [...rows, ...found.map(requestView)];
    next = page.next;
  } while (rows.length < limit && next !== null);
  return { rows, next };
}
