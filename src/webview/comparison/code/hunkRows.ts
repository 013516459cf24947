import type { Hunk } from '../../../core/diff/hunk.ts';
import { isTerminated, withoutTerminator } from '../../../core/diff/lines.ts';
import { markWords } from '../../../core/diff/wordMarks.ts';
import type { CodeRow, LineRange, LineSource } from './codeRow.ts';
import type { BaseRange } from './fileSections.ts';

/** Beyond this many characters on either side, changed words are not looked for: nobody would see them. */
const markLimit = 20_000;

/** Rows for unchanged lines of a base text. */
export function contextRows(path: string, baseLines: readonly string[], range: BaseRange): readonly CodeRow[] {
  return baseLines.slice(range.start, range.end).map((line, index) => {
    const number = range.start + index;
    return {
      kind: 'context',
      oldNumber: number + 1,
      newNumber: number + range.shift + 1,
      text: withoutTerminator(line),
      source: { kind: 'base', path, line: number },
      marks: [],
      endsWithoutNewline: false,
    };
  });
}

/** Rows for a hunk's own lines: what it takes away, then what it puts there. */
export function changeRows(baseLines: readonly string[], hunk: Hunk): readonly CodeRow[] {
  const oldLines = baseLines.slice(hunk.baseStart, hunk.baseEnd);
  return pairRows(oldLines, hunk.newLines, {
    oldNumber: hunk.baseStart + 1,
    newNumber: hunk.newStart + 1,
    oldSource: (line) => ({ kind: 'base', path: hunk.path, line: hunk.baseStart + line }),
    newSource: (line) => ({ kind: 'hunk', hunkId: hunk.id, line }),
  });
}

/** Where the lines of a pair come from. */
export interface PairPlaces {
  /** 1-based number of the first old line. */
  readonly oldNumber: number;
  readonly newNumber: number;
  /** Source of the old line with that index. */
  readonly oldSource: (line: number) => LineSource;
  readonly newSource: (line: number) => LineSource;
}

/** Old lines and what stands in their place, with the changed words marked. */
export function pairRows(
  oldLines: readonly string[],
  newLines: readonly string[],
  places: PairPlaces,
): readonly CodeRow[] {
  const showEndings = endingsDiffer(oldLines, newLines);
  const oldTexts = oldLines.map((line) => shownText(line, showEndings));
  const newTexts = newLines.map((line) => shownText(line, showEndings));
  const marks = wordMarks(oldTexts, newTexts);
  const removed = oldTexts.map(
    (text, line): CodeRow => ({
      kind: 'removed',
      oldNumber: places.oldNumber + line,
      newNumber: null,
      text,
      source: places.oldSource(line),
      marks: marks.old[line] ?? [],
      endsWithoutNewline: !isTerminated(oldLines[line] ?? ''),
    }),
  );
  const added = newTexts.map(
    (text, line): CodeRow => ({
      kind: 'added',
      oldNumber: null,
      newNumber: places.newNumber + line,
      text,
      source: places.newSource(line),
      marks: marks.new[line] ?? [],
      endsWithoutNewline: !isTerminated(newLines[line] ?? ''),
    }),
  );
  return [...removed, ...added];
}

interface Marks {
  readonly old: readonly (readonly LineRange[])[];
  readonly new: readonly (readonly LineRange[])[];
}

function wordMarks(oldTexts: readonly string[], newTexts: readonly string[]): Marks {
  if (oldTexts.length === 0 || newTexts.length === 0) return { old: [], new: [] };
  if (Math.max(lengthOf(oldTexts), lengthOf(newTexts)) > markLimit) return { old: [], new: [] };
  return markWords(oldTexts, newTexts);
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** True when a change is about line endings, which then have to be seen. */
function endingsDiffer(oldLines: readonly string[], newLines: readonly string[]): boolean {
  const kinds = (lines: readonly string[]) =>
    [...new Set(lines.filter(isTerminated).map((line) => line.slice(withoutTerminator(line).length)))].sort().join();
  return oldLines.length > 0 && newLines.length > 0 && kinds(oldLines) !== kinds(newLines);
}

/** Carriage returns stay when endings are shown, and are then written out as `[U+000D]`. */
function shownText(line: string, showEnding: boolean): string {
  return showEnding ? line.replace(/\n$/, '') : withoutTerminator(line);
}
