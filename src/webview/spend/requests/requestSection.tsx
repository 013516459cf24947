import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ReportView, RequestsState } from '../../../shared/spendView.ts';
import { ActionButton } from '../../comparison/actionButton.tsx';
import { useDashboard } from '../dashboardContext.ts';
import { RequestFilters } from './requestFilters.tsx';
import { RequestTable } from './requestTable.tsx';

interface RequestSectionProps {
  readonly requests: RequestsState;
  readonly report: ReportView;
  /** Whether the list is that of an earlier choice, while the new one is being read. */
  readonly isBehind: boolean;
}

/** The single requests of the period, filtered, with what the provider reported behind each. */
export function RequestSection({ requests, report, isBehind }: RequestSectionProps): JSX.Element | null {
  const { texts, filters, changeFilters, send } = useDashboard();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const showMore = useShowMore(requests, list);
  if (report.models.length === 0) return null;
  const isFiltered = [filters.model, filters.taskKind, filters.workspaceId, filters.outcome].some(
    (one) => one !== null,
  );
  // The button that was pressed will be gone.
  const goOn = (act: () => void) => () => {
    heading.current?.focus();
    act();
  };
  const isBusy = isBehind || requests.kind === 'loading';
  return (
    <section aria-labelledby={id} class="requests">
      <h2 id={id} ref={heading} tabIndex={-1}>
        {texts.requestList}
      </h2>
      <RequestFilters report={report} />
      <div aria-busy={isBusy} class={isBehind ? 'request-list behind' : 'request-list'} ref={list}>
        {requests.kind === 'loading' && <p class="nothing">{texts.loading}</p>}
        {requests.kind === 'failed' && (
          <div class="nothing" role="alert">
            <p>{requests.sentence}</p>
            <ActionButton look="secondary" onPress={goOn(() => send('report-asked', {}))}>
              {texts.readAgain}
            </ActionButton>
          </div>
        )}
        {requests.kind === 'told' && requests.rows.length === 0 && (
          <div class="nothing">
            <p>{texts.noRequests}</p>
            {isFiltered && (
              <ActionButton
                look="secondary"
                onPress={goOn(() => changeFilters({ model: null, taskKind: null, workspaceId: null, outcome: null }))}
              >
                {texts.clearFilters}
              </ActionButton>
            )}
          </div>
        )}
        {requests.kind === 'told' && requests.rows.length > 0 && <RequestTable rows={requests.rows} />}
        {requests.kind === 'told' && requests.hasMore && (
          <ActionButton look="secondary" className="more" onPress={showMore}>
            {texts.showMore}
          </ActionButton>
        )}
      </div>
    </section>
  );
}

/** Asks for the next page, and puts the focus on the first of its rows once they are there. */
function useShowMore(requests: RequestsState, list: { readonly current: HTMLElement | null }): () => void {
  const { send } = useDashboard();
  const lastBefore = useRef<string | null>(null);
  const rows = requests.kind === 'told' ? requests.rows : [];
  useLayoutEffect(() => {
    if (requests.kind !== 'told') lastBefore.current = null;
    const place = rows.findIndex(({ requestId }) => requestId === lastBefore.current);
    if (place < 0 || place === rows.length - 1) return;
    lastBefore.current = null;
    list.current?.querySelectorAll<HTMLElement>('.row-toggle')[place + 1]?.focus();
  }, [requests, list]);
  return () => {
    lastBefore.current = rows.at(-1)?.requestId ?? null;
    send('page-asked', {});
  };
}
