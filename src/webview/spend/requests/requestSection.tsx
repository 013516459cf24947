import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ReportView, RequestsState } from '../../../shared/spendView.ts';
import { ActionButton } from '../../comparison/actionButton.tsx';
import { useDashboard } from '../dashboardContext.ts';
import { RequestFilters } from './requestFilters.tsx';
import { RequestTable } from './requestTable.tsx';

interface RequestSectionProps {
  readonly requests: RequestsState;
  readonly report: ReportView;
}

/** The single requests of the period, filtered, with what the provider reported behind each. */
export function RequestSection({ requests, report }: RequestSectionProps): JSX.Element | null {
  const { texts, filters, changeFilters, send } = useDashboard();
  const heading = useId();
  if (report.models.length === 0) return null;
  const isFiltered = [filters.model, filters.taskKind, filters.workspaceId, filters.outcome].some(
    (one) => one !== null,
  );
  return (
    <section aria-labelledby={heading} class="requests">
      <h2 id={heading}>{texts.requestList}</h2>
      <RequestFilters report={report} />
      <div aria-busy={requests.kind === 'loading'} class="request-list">
        {requests.kind === 'loading' && (
          <p class="nothing" role="status">
            {texts.loading}
          </p>
        )}
        {requests.kind === 'failed' && (
          <div class="nothing" role="alert">
            <p>{requests.sentence}</p>
            <ActionButton look="secondary" onPress={() => send('report-asked', {})}>
              {texts.readAgain}
            </ActionButton>
          </div>
        )}
        {requests.kind === 'told' && requests.rows.length === 0 && (
          <div class="nothing" role="status">
            <p>{texts.noRequests}</p>
            {isFiltered && (
              <ActionButton
                look="secondary"
                onPress={() => changeFilters({ model: null, taskKind: null, workspaceId: null, outcome: null })}
              >
                {texts.clearFilters}
              </ActionButton>
            )}
          </div>
        )}
        {requests.kind === 'told' && requests.rows.length > 0 && <RequestTable rows={requests.rows} />}
        {requests.kind === 'told' && requests.hasMore && (
          <ActionButton look="secondary" className="more" onPress={() => send('page-asked', {})}>
            {texts.showMore}
          </ActionButton>
        )}
      </div>
    </section>
  );
}
