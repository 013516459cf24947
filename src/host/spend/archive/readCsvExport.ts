import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { readAccepted } from '../../../app/archive/acceptedFields.ts';
import { columnOf, entryOfCells } from '../../../app/archive/csvCells.ts';
import { recordColumn, versionColumn } from '../../../app/archive/csvColumns.ts';
import type { ExportEntry, ImportFault } from '../../../app/archive/exportFormat.ts';
import { exportVersion } from '../../../app/archive/exportFormat.ts';
import { FieldReader } from '../../../app/archive/fieldReader.ts';
import { readRequest } from '../../../app/archive/requestFields.ts';
import type { Period } from '../../../core/spend/localPeriods.ts';

/** The longest line, in bytes; a quote that is never closed ends there. */
const longestLine = 16 * 1024 * 1024;

/**
 * The entries of a CSV export, read as its text comes. Ends with the fault.
 *
 * @param times when entries can have been
 */
export async function* readCsvExport(
  texts: AsyncIterable<string>,
  times: Period,
): AsyncGenerator<ExportEntry | ImportFault> {
  const parser = parse({
    info: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: longestLine,
  });
  const source = pipeline(Readable.from(texts), parser);
  // What fails there also ends the loop below, which tells it.
  source.catch(() => undefined);
  let header: ReadonlyMap<string, number> | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedLine>) {
      if (header === null) {
        header = new Map(record.map((name, index) => [name, index]));
        if (!header.has(recordColumn) || !header.has(versionColumn)) return yield { kind: 'not-an-export' };
        continue;
      }
      if (record.length !== header.size) return yield { kind: 'broken-text', line: info.lines };
      const entry = readLine(record, header, info.lines, times);
      yield entry;
      if ('kind' in entry) return;
    }
    if (header === null) yield { kind: 'not-an-export' };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : null;
    yield { kind: 'broken-text', line };
  }
}

interface ParsedLine {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readLine(
  record: readonly string[],
  header: ReadonlyMap<string, number>,
  line: number,
  times: Period,
): ExportEntry | ImportFault {
  const cell = (column: string) => {
    const index = header.get(column);
    return index === undefined ? undefined : record[index];
  };
  const version = cell(versionColumn) ?? '';
  if (/^\d{1,9}$/.test(version) && Number(version) > exportVersion) {
    return { kind: 'newer-version', version: Number(version) };
  }
  if (version !== String(exportVersion)) return { kind: 'malformed-line', line, column: versionColumn };
  const name = cell(recordColumn);
  if (name !== 'request' && name !== 'accepted-change') return { kind: 'malformed-line', line, column: recordColumn };
  const fields = new FieldReader(entryOfCells(name, cell), times);
  const entry: ExportEntry =
    name === 'request'
      ? { record: name, request: readRequest(fields) }
      : { record: name, changes: readAccepted(fields) };
  if (fields.firstFault === null) return entry;
  return { kind: 'malformed-line', line, column: columnOf(name, fields.firstFault) };
}
