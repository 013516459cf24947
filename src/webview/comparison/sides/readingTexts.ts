import type { Reading } from '../../../core/edits/toolCall.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { showHiddenCharacters } from '../code/visibleText.ts';
import { fill, formatCount, joinList } from '../format.ts';

/** What was read, in one line, e.g. `Read 2 files and searched once`. A file that was viewed twice counts once. */
export function readingsSummary(readings: readonly Reading[], texts: PanelTexts, locale: string): string {
  const shown = readings.filter(({ succeeded }) => succeeded);
  const of = (kind: Reading['request']['kind']) => shown.filter(({ request }) => request.kind === kind);
  const files = (kind: 'view' | 'diagnostics') => new Set(of(kind).map(({ request }) => pathOf(request))).size;
  const parts = [
    part(files('view'), texts.readOneFile, texts.readFiles),
    part(of('search').length, texts.searchedOnce, texts.searchedTimes),
    part(of('list').length, texts.listedOnce, texts.listedTimes),
    part(files('diagnostics'), texts.askedProblemsOnce, texts.askedProblems),
    part(readings.length - shown.length, texts.turnedDownOnce, texts.turnedDownTimes),
  ].filter((words) => words !== '');
  const [first = '', ...rest] = joinList(parts, texts.listPair);
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** One thing that was read. */
export function readingText({ request, lines }: Reading, texts: PanelTexts): string {
  const path = showHiddenCharacters(pathOf(request) ?? texts.wholeWorkspace);
  switch (request.kind) {
    case 'view':
      return lines === null ? path : fill(texts.readingLines, path, lines[0], lines[1]);
    case 'search': {
      const text = showHiddenCharacters(request.text);
      return request.path === null ? fill(texts.readingSearch, text) : fill(texts.readingSearchIn, text, path);
    }
    case 'list':
      return fill(texts.readingList, path);
    case 'diagnostics':
      return fill(texts.readingProblems, path);
  }
}

/** What came of it: how much was found, or that it was not shown. */
export function readingDetail({ succeeded, found }: Reading, texts: PanelTexts): string {
  if (!succeeded) return texts.readingRefused;
  return found === null ? '' : formatCount(found, texts.foundOne, texts.foundMany);
}

function pathOf(request: Reading['request']): string | null {
  return request.path;
}

function part(count: number, one: string, many: string): string {
  return count === 0 ? '' : formatCount(count, one, many);
}
