import { stringify } from 'csv-stringify/sync';
import { writeAccepted } from '../../../app/archive/acceptedFields.ts';
import { acceptedCells, requestCells } from '../../../app/archive/csvCells.ts';
import { csvHeader } from '../../../app/archive/csvColumns.ts';
import type { ExportKind } from '../../../app/archive/exportFormat.ts';
import { exportFormat, exportVersion } from '../../../app/archive/exportFormat.ts';
import { writeRequest } from '../../../app/archive/requestFields.ts';
import { isoOf } from '../../../app/archive/sharedFields.ts';
import type { ArchivePart, LedgerArchive } from '../../../app/archivePorts.ts';
import type { Failure } from '../../../core/failure.ts';
import type { Period } from '../../../core/spend/localPeriods.ts';

/** A piece of an export's text. */
export interface ExportPiece {
  readonly text: string;
  /** How many entries it has. */
  readonly entries: number;
}

/**
 * An export of a period, piece by piece, so that a large one is never in memory as a whole. Ends with the ledger's failure
 * when one occurs: the text so far is worth nothing then.
 *
 * @param exportedAt milliseconds since the epoch
 */
export function exportText(
  archive: LedgerArchive,
  kind: ExportKind,
  period: Period,
  exportedAt: number,
): AsyncGenerator<ExportPiece | Failure> {
  const parts = archive.entries(period);
  return kind === 'json' ? jsonText(parts, period, exportedAt) : csvText(parts);
}

/** One object, each entry on a line of its own. */
async function* jsonText(
  parts: AsyncIterable<ArchivePart | Failure>,
  period: Period,
  exportedAt: number,
): AsyncGenerator<ExportPiece | Failure> {
  const about = {
    format: exportFormat,
    version: exportVersion,
    exportedAt: isoOf(exportedAt),
    period: { start: isoOf(period.start), end: isoOf(period.end) },
  };
  yield { text: `${JSON.stringify(about).slice(0, -1)},\n"requests":[`, entries: 0 };
  let separator = '\n';
  let inRequests = true;
  const lines = (entries: readonly object[]) => {
    const text = entries.map((entry) => JSON.stringify(entry)).join(',\n');
    const piece = text === '' ? '' : separator + text;
    if (text !== '') separator = ',\n';
    return piece;
  };
  const endRequests = () => {
    inRequests = false;
    separator = '\n';
    return '\n],\n"acceptedChanges":[';
  };
  for await (const part of parts) {
    if ('kind' in part) {
      yield part;
      return;
    }
    let text = lines(part.requests.map(writeRequest));
    if (part.accepted.length > 0 && inRequests) text += endRequests();
    text += lines(part.accepted.map(writeAccepted));
    yield { text, entries: part.requests.length + part.accepted.length };
  }
  yield { text: `${inRequests ? endRequests() : ''}\n]}\n`, entries: 0 };
}

/** Lines as RFC 4180 has them. */
async function* csvText(parts: AsyncIterable<ArchivePart | Failure>): AsyncGenerator<ExportPiece | Failure> {
  // A line break of either half within a text would end the line for some readers.
  const options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
  const lines = (rows: readonly (readonly string[])[]) => stringify([...rows], options);
  yield { text: lines([csvHeader]), entries: 0 };
  for await (const part of parts) {
    if ('kind' in part) {
      yield part;
      return;
    }
    const rows = [...part.requests.map(requestCells), ...part.accepted.map(acceptedCells)];
    yield { text: lines(rows), entries: rows.length };
  }
}
