import type { ArchivedRequest } from '../archivePorts.ts';
import type { AcceptedChanges } from '../ledgerPorts.ts';
import { writeAccepted } from './acceptedFields.ts';
import { columns, csvVersion } from './csvColumns.ts';
import type { ExportEntry } from './exportFormat.ts';
import { writeRequest } from './requestFields.ts';

const nanoDollarsPerDollar = 1_000_000_000;

/**
 * A text beginning with one of these is a formula to a spreadsheet (owasp.org/www-community/attacks/CSV_Injection), in
 * full width to those of East Asian languages. An
 * apostrophe before it makes it a text; so the apostrophe itself needs one, and the empty text, to be told from nothing.
 */
const guarded = /^(?:[=+\-@＝＋－＠\t\r\n']|$)/;

/** A request as a line of a CSV export. */
export function requestCells(request: ArchivedRequest): readonly string[] {
  const cost = request.settlement?.costNanoDollars ?? null;
  const entry = writeRequest(request);
  return ['request', csvVersion, cost === null ? '' : exactDollars(cost), ...cellsOf(entry, 'request')];
}

/** Accepted changes as a line of a CSV export. */
export function acceptedCells(changes: AcceptedChanges): readonly string[] {
  return ['accepted-change', csvVersion, '', ...cellsOf(writeAccepted(changes), 'change')];
}

/** Every digit of an amount: `0.002385` for 2,385,000 nano-dollars. */
export function exactDollars(nanoDollars: number): string {
  const digits = String(nanoDollars % nanoDollarsPerDollar).padStart(9, '0');
  const fraction = digits.replace(/0+$/, '');
  const whole = Math.floor(nanoDollars / nanoDollarsPerDollar);
  return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}

/**
 * An entry of a JSON export from a line of a CSV export, to be read with the same care. A part of an entry is null when
 * all its cells are empty.
 *
 * @param cell the line's text of a column, undefined where there is no such column
 */
export function entryOfCells(record: ExportEntry['record'], cell: (column: string) => string | undefined): unknown {
  const entry = new Map<string, unknown>();
  for (const { name, kind, request, change, isOptional = false } of columns) {
    const path = record === 'request' ? request : change;
    if (path === null) continue;
    const text = cell(name);
    if (text === undefined && isOptional) continue;
    entry.set(path, text === undefined ? undefined : cellValue(text, kind));
  }
  return treeOf(entry);
}

/** The column of a path within an entry; the path itself where there is none. */
export function columnOf(record: ExportEntry['record'], path: string): string {
  const found = columns.find(({ request, change }) => {
    const own = record === 'request' ? request : change;
    return own !== null && (own === path || path.startsWith(`${own}[`) || own.startsWith(`${path}.`));
  });
  return found?.name ?? path;
}

function cellsOf(entry: object, record: 'request' | 'change'): readonly string[] {
  return columns.map((column) => {
    const path = column[record];
    const value = path === null ? null : valueAt(entry, path);
    if (value === null || value === undefined) return '';
    if (column.kind === 'plain') return String(value);
    return guard(column.kind === 'json' ? JSON.stringify(value) : String(value));
  });
}

function guard(text: string): string {
  return guarded.test(text) ? `'${text}` : text;
}

function valueAt(entry: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : null;
  }, entry);
}

function cellValue(text: string, kind: 'text' | 'plain' | 'json'): unknown {
  if (text === '') return null;
  if (kind === 'plain') return plainValue(text);
  const bare = text.startsWith("'") ? text.slice(1) : text;
  return kind === 'text' ? bare : parsed(bare);
}

function plainValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,16}$/.test(text) ? Number(text) : text;
}

/** Undefined, which no field may be, where it is no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Objects from paths with dots in them. */
function treeOf(values: ReadonlyMap<string, unknown>): unknown {
  if (values.size > 0 && [...values].every(([path, value]) => path !== '' && value === null)) return null;
  const parts = new Map<string, Map<string, unknown>>();
  const tree = new Map<string, unknown>();
  for (const [path, value] of values) {
    const dot = path.indexOf('.');
    if (dot < 0) {
      tree.set(path, value);
      continue;
    }
    const part = parts.get(path.slice(0, dot)) ?? new Map<string, unknown>();
    part.set(path.slice(dot + 1), value);
    parts.set(path.slice(0, dot), part);
  }
  for (const [key, part] of parts) tree.set(key, treeOf(part));
  return Object.fromEntries(tree);
}
