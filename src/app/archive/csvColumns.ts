import { exportVersion } from './exportFormat.ts';

/** How a cell is written: numbers and times as they are, texts guarded against spreadsheets, the rest as JSON. */
type CellKind = 'text' | 'plain' | 'json';

/** A column, and where its value is in an entry of a JSON export, for either record; null where a record has none. */
interface Column {
  readonly name: string;
  readonly kind: CellKind;
  readonly request: string | null;
  readonly change: string | null;
  /** True for a column that came later: files of before lack it. */
  readonly isOptional?: true;
}

const both = (name: string, path: string, kind: CellKind): Column => ({ name, kind, request: path, change: path });
const ofRequest = (name: string, path: string, kind: CellKind): Column => ({ name, kind, request: path, change: null });
const ofSettlement = (name: string, key: string, kind: CellKind) => ofRequest(name, `settlement.${key}`, kind);

/** The columns with a value of the entry, in order. */
export const columns: readonly Column[] = [
  { name: 'time', kind: 'plain', request: 'countedAt', change: 'acceptedAt' },
  both('provider', 'provider', 'text'),
  both('model', 'model', 'text'),
  both('task_kind', 'taskKind', 'text'),
  both('workspace', 'workspace.name', 'text'),
  ofSettlement('outcome', 'outcome', 'text'),
  ofSettlement('failure', 'failureKind', 'text'),
  ofSettlement('cost_nano_dollars', 'costNanoDollars', 'plain'),
  ofSettlement('uncached_input_tokens', 'usage.uncachedInput', 'plain'),
  ofSettlement('cache_read_tokens', 'usage.cacheRead', 'plain'),
  ofSettlement('cache_write_5m_tokens', 'usage.cacheWrite5m', 'plain'),
  ofSettlement('cache_write_1h_tokens', 'usage.cacheWrite1h', 'plain'),
  ofSettlement('output_tokens', 'usage.output', 'plain'),
  ofSettlement('reasoning_tokens', 'usage.reasoning', 'plain'),
  ofSettlement('cache_savings_nano_dollars', 'cacheSavingsNanoDollars', 'plain'),
  { name: 'hunks', kind: 'plain', request: null, change: 'hunks' },
  both('scripted', 'scripted', 'plain'),
  both('side', 'side', 'text'),
  ofRequest('attempt', 'attempt', 'plain'),
  ofRequest('request', 'request', 'plain'),
  ofRequest('started_at', 'startedAt', 'plain'),
  ofSettlement('first_token_at', 'firstTokenAt', 'plain'),
  ofSettlement('ended_at', 'endedAt', 'plain'),
  ofRequest('reserved_upper_bound_nano_dollars', 'upperBoundNanoDollars', 'plain'),
  ofSettlement('settled_upper_bound_nano_dollars', 'upperBoundNanoDollars', 'plain'),
  ofSettlement('returned_model', 'returnedModel', 'text'),
  ofSettlement('service_tier', 'serviceTier', 'text'),
  ofSettlement('region', 'region', 'text'),
  ofSettlement('price_source', 'priceSource', 'text'),
  ofSettlement('extras', 'extras', 'json'),
  ofSettlement('raw_usage', 'rawUsage', 'json'),
  { name: 'id', kind: 'text', request: 'requestId', change: 'changeId' },
  both('comparison_id', 'comparisonId', 'text'),
  ofRequest('session_id', 'sessionId', 'text'),
  both('workspace_id', 'workspace.id', 'text'),
  { ...ofSettlement('usage_is_final', 'usageIsFinal', 'plain'), isOptional: true },
];

/** Names of the columns that tell what a line is. */
export const recordColumn = 'record';
export const versionColumn = 'version';
/** The cost again for people, in dollars; reading goes by nano-dollars. */
const dollarsColumn = 'cost_dollars';

/** The first line of a CSV export. */
export const csvHeader: readonly string[] = [
  recordColumn,
  versionColumn,
  dollarsColumn,
  ...columns.map(({ name }) => name),
];

/** What each line begins with. */
export const csvVersion = String(exportVersion);
