import type { RawUsageView, ReportState, RequestsState, RequestView, SpendFilters, SpendView } from './spendView.ts';

/** What the host tells the dashboard: nothing before `panel-ready`, then one `view-replaced`, then what changed. */
export interface SpendHostMessages {
  'view-replaced': { readonly view: SpendView };
  /** The sums for these filters. */
  'report-changed': { readonly filters: SpendFilters; readonly report: ReportState };
  /** The list of requests for these filters, from the latest on. */
  'requests-changed': { readonly filters: SpendFilters; readonly requests: RequestsState };
  /** What comes behind the requests that are shown. */
  'requests-added': {
    readonly filters: SpendFilters;
    readonly rows: readonly RequestView[];
    readonly hasMore: boolean;
  };
  'raw-told': { readonly requestId: string; readonly raw: RawUsageView };
}

/** What the dashboard tells the host: intents and ids, never text. */
export interface SpendPanelMessages {
  'panel-ready': Record<string, never>;
  'filters-changed': { readonly filters: SpendFilters };
  /** The next page of requests is wanted. */
  'page-asked': Record<string, never>;
  /** The provider's own usage object of a request is wanted. */
  'raw-asked': { readonly requestId: string };
  /** The ledger is to be read again. */
  'report-asked': Record<string, never>;
  'action-chosen': { readonly action: SpendAction };
}

/** What the dashboard offers beside itself. */
export type SpendAction =
  | 'export'
  | 'import'
  | 'delete'
  | 'try-scripted'
  | 'change-budget'
  /** Budgets are to go on without what is in a damaged ledger. */
  | 'accept-loss'
  | 'show-log';

/** How a message of either direction travels. */
export type SpendEnvelope<Messages> = {
  readonly [Name in keyof Messages]: { readonly type: Name; readonly payload: Messages[Name] };
}[keyof Messages];
