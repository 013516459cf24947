import type { Deadline } from '../contextGathering/withinTime.ts';
import type { FileText } from './fileText.ts';
import { readFileText } from './fileText.ts';
import { LineSearch } from './lineSearch.ts';
import type { FoundFile } from './walkFiles.ts';

/** How much a search may take. */
export interface SearchLimits {
  readonly files: number;
  readonly bytes: number;
  readonly hits: number;
  readonly hitsOfFile: number;
  readonly deadline: Deadline;
}

/** What a search came to. */
export interface SearchResult {
  /** `path:line: text`, by path. */
  readonly hits: readonly string[];
  /** Why not everything was looked through, in words for the model; null when it was. */
  readonly cut: string | null;
}

/** So many files are read at a time. */
const atOnce = 16;

/** Looks for a text in the lines of files, in their order, until one of the limits is met. */
export async function searchFiles(
  text: string,
  files: AsyncIterable<FoundFile>,
  limits: SearchLimits,
): Promise<SearchResult> {
  const search = new LineSearch(text, limits.hitsOfFile);
  const hits: string[] = [];
  let bytes = 0;
  let seen = 0;
  for await (const batch of batches(files)) {
    const texts = await limits.deadline.within(Promise.all(batch.map(({ uri }) => readFileText(uri))));
    for (const [index, { path }] of batch.entries()) {
      const found: FileText | null = texts?.[index] ?? null;
      bytes += found?.bytes ?? 0;
      if (found !== null) hits.push(...search.linesIn(path, found.text));
    }
    seen += batch.length;
    const cut = whyStopped(limits, { bytes, seen, hits: hits.length });
    if (cut !== null) return { hits: hits.slice(0, limits.hits), cut };
  }
  // The walk ends by itself once time is over, with what it found so far.
  return { hits, cut: whyStopped(limits, { bytes, seen: 0, hits: hits.length }) };
}

function whyStopped(
  limits: SearchLimits,
  so: { readonly bytes: number; readonly seen: number; readonly hits: number },
): string | null {
  if (so.hits > limits.hits) return `Only the first ${limits.hits} lines are shown. Search in one folder, or for more.`;
  if (limits.deadline.isOver()) return 'The search took too long and was stopped. Search in one folder.';
  const isTooMuch = so.seen >= limits.files || so.bytes > limits.bytes;
  return isTooMuch ? `The search was stopped after ${so.seen} files. Search in one folder.` : null;
}

async function* batches(files: AsyncIterable<FoundFile>): AsyncGenerator<readonly FoundFile[]> {
  let batch: FoundFile[] = [];
  for await (const file of files) {
    batch.push(file);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
