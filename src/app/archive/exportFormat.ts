import type { ArchivedRequest } from '../archivePorts.ts';
import type { AcceptedChanges } from '../ledgerPorts.ts';

/** What an export calls itself; `media/spend-export.schema.json` describes it. */
export const exportFormat = 'tiebreak-spend';

/** The version of the format that this build writes, and the latest that it reads. */
export const exportVersion = 1;

/** How an export is written. */
export type ExportKind = 'json' | 'csv';

/** One entry of an export that was read. */
export type ExportEntry =
  | { readonly record: 'request'; readonly request: ArchivedRequest }
  | { readonly record: 'accepted-change'; readonly changes: AcceptedChanges };

/** Why a file is refused as an import, as a whole. */
export type ImportFault =
  | { readonly kind: 'not-an-export' }
  | { readonly kind: 'newer-version'; readonly version: number }
  /** Not JSON or not CSV at all. `line` is 1-based, null where it is not known. */
  | { readonly kind: 'broken-text'; readonly line: number | null }
  /** A field of the whole, e.g. `period.start`. */
  | { readonly kind: 'malformed-field'; readonly field: string }
  /** An entry of a list, counted from 1, and which of its fields; an empty field is the entry itself. */
  | { readonly kind: 'malformed-entry'; readonly list: string; readonly number: number; readonly field: string }
  /** A line of a CSV file, and which of its columns. */
  | { readonly kind: 'malformed-line'; readonly line: number; readonly column: string };
