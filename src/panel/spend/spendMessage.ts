import { isPlausibleDate, type NamedPeriod, type PeriodChoice } from '../../core/spend/periodChoice.ts';
import { taskKinds } from '../../core/task.ts';
import type { OutcomeChoice } from '../../shared/outcomeChoice.ts';
import type { SpendAction, SpendEnvelope, SpendPanelMessages } from '../../shared/spendMessages.ts';
import type { SpendFilters, SpendModel } from '../../shared/spendView.ts';

type Data = Readonly<Record<string, unknown>>;
type Read<Payload> = (payload: Data, now: number) => Payload | null;

/** Ids are UUIDs and hashes; models' names are a few words. */
const longestId = 200;

const readNothing: Read<Record<string, never>> = () => ({});

const readers: { readonly [Name in keyof SpendPanelMessages]: Read<SpendPanelMessages[Name]> } = {
  'panel-ready': readNothing,
  'filters-changed': (payload, now) => {
    const filters = readSpendFilters(payload.filters, now);
    return filters === null ? null : { filters };
  },
  'page-asked': readNothing,
  'raw-asked': ({ requestId }) => (isShort(requestId, longestId) ? { requestId } : null),
  'report-asked': readNothing,
  'action-chosen': ({ action }) => (isOneOf(action, actions) ? { action } : null),
};

/**
 * What the dashboard posted, if it is one of its messages, of the right shape and size; null for anything else.
 *
 * @param now milliseconds since the epoch; no period of the person's choice lies beyond it
 */
export function readSpendMessage(data: unknown, now: number): SpendEnvelope<SpendPanelMessages> | null {
  if (!isRecord(data) || !isRecord(data.payload) || !isOneOf(data.type, readers)) return null;
  return readPayload(data.type, data.payload, now);
}

function readPayload<Name extends keyof SpendPanelMessages>(
  type: Name,
  data: Data,
  now: number,
): SpendEnvelope<Pick<SpendPanelMessages, Name>> | null {
  const payload = readers[type](data, now);
  return payload === null ? null : { type, payload };
}

/** Filters that a page posted or had VS Code keep; null when they are none. @param now as above */
export function readSpendFilters(data: unknown, now: number): SpendFilters | null {
  if (!isRecord(data)) return null;
  const { scripted, taskKind, workspaceId, outcome } = data;
  const period = readPeriod(data.period, now);
  const model = data.model === null ? null : readModel(data.model);
  const isWhole =
    typeof scripted === 'boolean' &&
    (taskKind === null || isOneOf(taskKind, taskKinds)) &&
    (workspaceId === null || isShort(workspaceId, longestId)) &&
    (outcome === null || isOneOf(outcome, outcomes));
  if (!isWhole || period === null || model === undefined) return null;
  return { period, scripted, model, taskKind, workspaceId, outcome };
}

function readPeriod(data: unknown, now: number): PeriodChoice | null {
  if (!isRecord(data)) return null;
  const { kind, from, to } = data;
  if (isOneOf(kind, namedPeriods)) return { kind };
  const isCustom = kind === 'custom' && isDate(from, now) && isDate(to, now);
  return isCustom ? { kind, from, to } : null;
}

/** Undefined for what is no model. */
function readModel(data: unknown): SpendModel | undefined {
  if (!isRecord(data)) return undefined;
  const { provider, model, scripted } = data;
  const isWhole = (provider === 'openai' || provider === 'anthropic') && typeof scripted === 'boolean';
  return isWhole && isShort(model, longestId) ? { provider, model, scripted } : undefined;
}

const actions: Readonly<Record<SpendAction, true>> = {
  export: true,
  import: true,
  delete: true,
  'try-scripted': true,
  'change-budget': true,
  'accept-loss': true,
  'show-log': true,
};

const namedPeriods: Readonly<Record<NamedPeriod, true>> = {
  'last-7-days': true,
  'last-30-days': true,
  'this-month': true,
  'last-month': true,
  'this-year': true,
  everything: true,
};

const outcomes: Readonly<Record<OutcomeChoice, true>> = { complete: true, failed: true, cancelled: true, open: true };

function isOneOf<Names extends object>(value: unknown, names: Names): value is keyof Names {
  return typeof value === 'string' && Object.hasOwn(names, value);
}

function isDate(value: unknown, now: number): value is string {
  return typeof value === 'string' && isPlausibleDate(value, now);
}

function isShort(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
