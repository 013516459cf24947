import * as vscode from 'vscode';
import type { WorkspaceReader } from '../../app/ports.ts';
import type { Reading, ReadRequest } from '../../core/edits/toolCall.ts';
import type { UnsuitableReason } from '../../core/failure.ts';
import type { SourceFile } from '../../core/task.ts';
import type { Deadline } from '../contextGathering/withinTime.ts';
import { deadlineIn } from '../contextGathering/withinTime.ts';
import { diagnosticText } from '../diagnosticText.ts';
import { openReadable } from '../readableDocument.ts';
import { sourceFile } from '../taskFromEditor.ts';
import { whyUntrusted } from '../trust.ts';
import { problemsOf } from './problemsOf.ts';
import type { ReadablePlace, Refusal } from './readablePlace.ts';
import { pathOfPlace, readablePlace, readablePlaces } from './readablePlace.ts';
import { searchFiles } from './searchFiles.ts';
import type { FoundFile } from './walkFiles.ts';
import { walkFiles } from './walkFiles.ts';

/** What is found out for a model, before the person's account of it. */
interface Found {
  readonly text: string;
  readonly found: number;
}

const timeLimitMs = 5_000;
const searchLimits = { files: 5_000, bytes: 64 * 1024 * 1024, hits: 100, hitsOfFile: 20 };
const mostListed = 500;
const mostProblems = 100;
const longestSearch = 1_000;

const untrusted: Refusal = { refused: 'The person has not trusted this workspace, so nothing of it is shown.' };

const takenOut: Refusal = { refused: 'The person took this file out of what you are shown. Do without it.' };

/** Reads the workspace for models, and never more of it than they may see. Nothing is shown to the person or changed. */
export function createWorkspaceReader(): WorkspaceReader {
  return { readFile, look };
}

async function readFile(path: string, near: SourceFile): Promise<SourceFile | Refusal> {
  if (whyUntrusted() !== null) return untrusted;
  const place = await readablePlace(path, near);
  if ('refused' in place) return place;
  if (place.isFolder) return { refused: 'This is a folder. List its files, or read one of them.' };
  const document = await openReadable(place.uri);
  return 'kind' in document ? { refused: unsuitableTexts[document.reason] } : sourceFile(document);
}

async function look(
  request: ReadRequest,
  near: SourceFile,
  withheld: readonly string[],
): Promise<{ readonly text: string; readonly reading: Reading }> {
  const found = whyUntrusted() === null ? await answer(request, near, withheld) : untrusted;
  const isRefused = 'refused' in found;
  const text = isRefused ? found.refused : found.text;
  const reading = {
    request,
    succeeded: !isRefused,
    lines: null,
    found: isRefused ? null : found.found,
    characters: text.length,
  };
  return { text, reading };
}

async function answer(request: ReadRequest, near: SourceFile, withheld: readonly string[]): Promise<Found | Refusal> {
  switch (request.kind) {
    case 'search':
      return await search(request.text, request.path, near, withheld);
    case 'list':
    case 'view':
      return await list(request.path, near);
    case 'diagnostics':
      return await diagnostics(request.path, near, withheld);
  }
}

async function search(
  text: string,
  path: string | null,
  near: SourceFile,
  withheld: readonly string[],
): Promise<Found | Refusal> {
  if (text.trim() === '' || text.length > longestSearch || /[\r\n]/.test(text)) {
    return { refused: `Search for a text within one line, of at most ${longestSearch} characters.` };
  }
  const places = await readablePlaces(path, near);
  if ('refused' in places) return places;
  const limits = { ...searchLimits, deadline: deadlineIn(timeLimitMs) };
  const { hits, cut } = await searchFiles(text, without(filesOfAll(places, limits.deadline), withheld), limits);
  const lines = hits.length === 0 ? ['No line has this text.'] : hits;
  return { text: [...lines, ...(cut === null ? [] : [`[${cut}]`])].join('\n'), found: hits.length };
}

async function list(path: string | null, near: SourceFile): Promise<Found | Refusal> {
  const places = await readablePlaces(path, near);
  if ('refused' in places) return places;
  const [only] = places;
  if (only !== undefined && !only.isFolder) return { refused: 'This is a file, not a folder. Read it instead.' };
  const deadline = deadlineIn(timeLimitMs);
  const files: string[] = [];
  let isCut = false;
  for await (const file of filesOfAll(places, deadline)) {
    isCut = files.length === mostListed || deadline.isOver();
    if (isCut) break;
    files.push(file.path);
  }
  isCut ||= deadline.isOver();
  if (files.length === 0) return { text: 'There are no files to be shown.', found: 0 };
  const folders = isCut ? places.map(pathOfPlace).filter((folder) => folder !== '') : [];
  const where = folders.length === 0 ? 'the workspace' : folders.join(', ');
  const note = `[Cut after ${files.length} files; ${where} has more. List one of its folders.]`;
  return { text: [...files, ...(isCut ? [note] : [])].join('\n'), found: files.length };
}

async function diagnostics(path: string, near: SourceFile, withheld: readonly string[]): Promise<Found | Refusal> {
  const place = await readablePlace(path, near);
  if ('refused' in place) return place;
  if (place.isFolder) return { refused: 'This is a folder. Ask for the problems of one file.' };
  if (withheld.includes(pathOfPlace(place))) return takenOut;
  const { uri } = place;
  const wasOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  const document = await openReadable(uri);
  if ('kind' in document) return { refused: unsuitableTexts[document.reason] };
  const problems = await problemsOf(uri, wasOpen);
  const more = problems.length - mostProblems;
  const texts = problems.slice(0, mostProblems).map(diagnosticText);
  if (more > 0) texts.push(`[And ${more} more.]`);
  return { text: texts.length === 0 ? 'The editor reports no problems.' : texts.join('\n'), found: problems.length };
}

/** What the person took out of what models are shown must not come back as a line that was found. */
async function* without(files: AsyncIterable<FoundFile>, withheld: readonly string[]): AsyncGenerator<FoundFile> {
  for await (const file of files) if (!withheld.includes(file.path)) yield file;
}

async function* filesOfAll(places: readonly ReadablePlace[], deadline: Deadline): AsyncGenerator<FoundFile> {
  for (const place of places) yield* walkFiles(place, deadline);
}

const unsuitableTexts: Readonly<Record<UnsuitableReason, string>> = {
  secret: 'Files that hold secrets are not shown.',
  binary: 'This is a binary file, which cannot be shown.',
  'too-large': 'This file is too large to be shown.',
  notebook: 'Notebooks cannot be shown.',
  'no-document': 'There is no such file.',
  'no-folder': 'There is no such file.',
  unreadable: 'This file cannot be read.',
};
