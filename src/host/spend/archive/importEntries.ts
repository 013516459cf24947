import { entryTimes } from '../../../app/archive/entryTimes.ts';
import type { ExportEntry, ImportFault } from '../../../app/archive/exportFormat.ts';
import type { ArchivePart, ImportCount, LedgerArchive } from '../../../app/archivePorts.ts';
import type { Failure } from '../../../core/failure.ts';
import type { Period } from '../../../core/spend/localPeriods.ts';
import { readCsvExport } from './readCsvExport.ts';
import { readJsonExport } from './readJsonExport.ts';

/** What is read for an import: twice from its beginning, the first time to look whether all of it is right. */
export interface ImportSource {
  /** In bytes. */
  readonly size: number;
  /** The most that can be read from there, in bytes. */
  readonly limit: number;
  chunks(): AsyncIterable<Uint8Array>;
}

/** How an import ended. What was added before it was cancelled, or before the ledger failed, stays. */
export type ImportEnd =
  | ({ readonly kind: 'imported' } & ImportSums)
  | ({ readonly kind: 'cancelled' } & ImportSums)
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly cause: string }
  | ImportFault
  | Failure;

/** What an import added, requests and accepted changes apart. */
export interface ImportSums {
  readonly requests: number;
  readonly accepted: number;
  readonly settled: number;
  readonly known: number;
}

/** Heard of while importing. */
export interface ImportWatch {
  readonly isCancelled: () => boolean;
  /** @param share of the bytes, of both readings together, from 0 to 1 */
  readonly progress: (share: number) => void;
}

/** How many entries are added in one transaction: some milliseconds' work. */
const partLength = 200;

/**
 * Adds an export to the ledger, once all of it was read and found right: a file with one mistake adds nothing.
 *
 * @param now milliseconds since the epoch: nothing was much later
 */
export async function importEntries(
  source: ImportSource,
  archive: LedgerArchive,
  watch: ImportWatch,
  now: number,
): Promise<ImportEnd> {
  const times = entryTimes(now);
  if (source.size > source.limit) return { kind: 'too-large', size: source.size, limit: source.limit };
  try {
    const fault = await check(source, times, watch);
    return fault ?? (await addAll(source, times, archive, watch));
  } catch (error) {
    if (isNoText(error)) return { kind: 'broken-text', line: null };
    return { kind: 'unreadable', cause: error instanceof Error ? error.message : String(error) };
  }
}

async function check(source: ImportSource, times: Period, watch: ImportWatch): Promise<ImportEnd | null> {
  for await (const entry of entriesOf(source, times, (share) => watch.progress(share / 2))) {
    if ('kind' in entry) return entry;
    if (watch.isCancelled()) return { kind: 'cancelled', ...new Sums().now };
  }
  return null;
}

async function addAll(
  source: ImportSource,
  times: Period,
  archive: LedgerArchive,
  watch: ImportWatch,
): Promise<ImportEnd> {
  const sums = new Sums();
  for await (const part of partsOf(entriesOf(source, times, (share) => watch.progress(0.5 + share / 2)))) {
    if ('kind' in part) return part;
    if (watch.isCancelled()) return { kind: 'cancelled', ...sums.now };
    const count = await archive.add(part);
    if ('kind' in count) return count;
    sums.add(part, count);
  }
  return { kind: 'imported', ...sums.now };
}

/** Each part is of requests or of accepted changes alone, so that each count is of one or the other. */
async function* partsOf(entries: AsyncIterable<ExportEntry | ImportFault>): AsyncGenerator<ArchivePart | ImportFault> {
  let part: ExportEntry[] = [];
  for await (const entry of entries) {
    if ('kind' in entry) return yield entry;
    if (part.length >= partLength || (part[0] !== undefined && part[0].record !== entry.record)) {
      yield archivePart(part);
      part = [];
    }
    part.push(entry);
  }
  if (part.length > 0) yield archivePart(part);
}

function archivePart(entries: readonly ExportEntry[]): ArchivePart {
  return {
    requests: entries.flatMap((entry) => (entry.record === 'request' ? [entry.request] : [])),
    accepted: entries.flatMap((entry) => (entry.record === 'accepted-change' ? [entry.changes] : [])),
  };
}

class Sums {
  now: ImportSums = { requests: 0, accepted: 0, settled: 0, known: 0 };

  add(part: ArchivePart, count: ImportCount): void {
    const isRequests = part.requests.length > 0;
    this.now = {
      requests: this.now.requests + (isRequests ? count.added : 0),
      accepted: this.now.accepted + (isRequests ? 0 : count.added),
      settled: this.now.settled + count.settled,
      known: this.now.known + count.known,
    };
  }
}

/** A JSON export begins with a brace; a CSV export never does. */
async function* entriesOf(
  source: ImportSource,
  times: Period,
  progress: (share: number) => void,
): AsyncGenerator<ExportEntry | ImportFault> {
  const texts = textsOf(source, progress);
  let beginning = '';
  while (beginning.trim() === '') {
    const next = await texts.next();
    if (next.done === true) return yield { kind: 'not-an-export' };
    beginning += next.value;
  }
  const all = startingWith(beginning, texts);
  yield* beginning.trimStart().startsWith('{') ? readJsonExport(all, times) : readCsvExport(all, times);
}

async function* startingWith(beginning: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield beginning;
  yield* rest;
}

async function* textsOf(source: ImportSource, progress: (share: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  for await (const chunk of source.chunks()) {
    read += chunk.byteLength;
    progress(source.size === 0 ? 1 : Math.min(1, read / source.size));
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function isNoText(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}
