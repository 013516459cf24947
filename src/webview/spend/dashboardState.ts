import type { SpendEnvelope, SpendHostMessages } from '../../shared/spendMessages.ts';
import type { RawUsageView, SpendFilters, SpendView } from '../../shared/spendView.ts';

/** What the page knows. */
export interface DashboardState {
  /** Null before the host has posted anything. */
  readonly view: SpendView | null;
  /** What the person has chosen; the view's own are what its report is of. */
  readonly filters: SpendFilters | null;
  /** What the list of requests is of, which comes after the sums. */
  readonly listed: SpendFilters | null;
  /** By the request's id. */
  readonly raw: Readonly<Record<string, RawUsageView>>;
}

/** Before the host has posted anything. */
export const emptyDashboardState: DashboardState = { view: null, filters: null, listed: null, raw: {} };

/** What changes the page's state: a message of the host's, or the person's choice. */
export type DashboardEvent =
  | SpendEnvelope<SpendHostMessages>
  | { readonly type: 'filters-chosen'; readonly filters: SpendFilters };

/**
 * The state after a message of the host's or a choice of the person's. What the host tells of filters that the person
 * has left again is not shown.
 */
export function applyDashboardEvent(state: DashboardState, event: DashboardEvent): DashboardState {
  if (event.type === 'filters-chosen') return { ...state, filters: event.filters };
  if (event.type === 'view-replaced') {
    const { view } = event.payload;
    return { view, filters: view.filters, listed: view.filters, raw: state.raw };
  }
  const { view, filters } = state;
  if (view === null || filters === null) return state;
  switch (event.type) {
    case 'report-changed': {
      if (!areSameFilters(event.payload.filters, filters)) return state;
      const { report } = event.payload;
      return { ...state, view: { ...view, filters, report } };
    }
    case 'requests-changed':
      if (!areSameFilters(event.payload.filters, filters)) return state;
      return { ...state, listed: filters, view: { ...view, requests: event.payload.requests } };
    case 'requests-added': {
      const { rows, hasMore } = event.payload;
      if (view.requests.kind !== 'told' || !areSameFilters(event.payload.filters, filters)) return state;
      return {
        ...state,
        view: { ...view, requests: { kind: 'told', rows: [...view.requests.rows, ...rows], hasMore } },
      };
    }
    case 'raw-told':
      return { ...state, raw: { ...state.raw, [event.payload.requestId]: event.payload.raw } };
  }
}

/** Whether the figures shown are those of an earlier choice. */
export function isBehind({ view, filters }: DashboardState): boolean {
  return view !== null && filters !== null && !areSameFilters(view.filters, filters);
}

/** Whether the requests shown are those of an earlier choice. */
export function isListBehind({ filters, listed }: DashboardState): boolean {
  return listed !== null && filters !== null && !areSameFilters(listed, filters);
}

/** Filters are small, and made of plain values in one order. */
function areSameFilters(one: SpendFilters, other: SpendFilters): boolean {
  const inOrder = ({ period, scripted, model, taskKind, workspaceId, outcome }: SpendFilters) =>
    JSON.stringify([
      period.kind,
      period.kind === 'custom' ? [period.from, period.to] : null,
      scripted,
      model === null ? null : [model.provider, model.model, model.scripted],
      taskKind,
      workspaceId,
      outcome,
    ]);
  return inOrder(one) === inOrder(other);
}
