import { composeText } from './compose.ts';
import { type ConflictRegion, conflictRegions } from './conflictRegion.ts';
import type { Hunk } from './hunk.ts';
import { isTerminated, splitLines, terminated } from './lines.ts';
import { rebaseHunks, rebaseOn } from './rebase.ts';
import { endedAs, hasFinalNewline } from './rebaseEndings.ts';
import { type RebaseTexts, rebaseTexts } from './rebaseTexts.ts';

/**
 * A place where hunks and what the person changed since meet: whole lines of both texts, no more than it has to be.
 * Lines are 0-based and half-open and keep their terminators, those of `theirs` being the current text's.
 */
export interface Conflict {
  /** From top to bottom; never empty. */
  readonly hunkIds: readonly string[];
  readonly path: string;
  /** What taking theirs does to the file. */
  readonly change: 'edit' | 'delete';
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly currentStart: number;
  readonly currentEnd: number;
  /** As it was when it was sent. */
  readonly base: readonly string[];
  /** As it is now. */
  readonly mine: readonly string[];
  /** As the hunks want it. */
  readonly theirs: readonly string[];
}

/**
 * The conflicts of hunks of one path, none of them colliding, with what the text became since: every hunk that rebasing
 * misses is in one of them, and none that lands. From top to bottom, with at least one line between two of them. A file
 * that is gone (null) has none: nothing is left to choose between.
 */
export function conflictsOf(baseText: string, currentText: string | null, hunks: readonly Hunk[]): readonly Conflict[] {
  if (currentText === null || currentText === baseText) {
    return [];
  }
  const texts = rebaseTexts(baseText, currentText);
  const { missed } = rebaseOn(texts, hunks);
  return conflictRegions(texts, missed).map((region) => conflictIn(texts, region));
}

/** The hunk of the current text that takes theirs: it replaces exactly the lines that are there now. */
export function resolvedHunk(conflict: Conflict): Hunk {
  return {
    id: conflict.hunkIds[0] ?? '',
    path: conflict.path,
    change: conflict.change,
    baseStart: conflict.currentStart,
    baseEnd: conflict.currentEnd,
    newStart: conflict.currentStart,
    newLines: conflict.theirs,
    newPath: null,
    tier: 'exact',
    edited: false,
  };
}

/**
 * Of hunks of one path and one side, the ids of those that would not land on the text as it is now. On a file that is
 * gone (null) nothing lands, but its deletion has nothing left to do.
 */
export function driftedHunkIds(
  baseText: string,
  currentText: string | null,
  hunks: readonly Hunk[],
): readonly string[] {
  const drifted =
    currentText === null
      ? hunks.filter((hunk) => hunk.change !== 'delete')
      : rebaseHunks(baseText, currentText, hunks).missed;
  return drifted.map((hunk) => hunk.id);
}

function conflictIn(texts: RebaseTexts, region: ConflictRegion): Conflict {
  const { baseStart, baseEnd, currentStart, currentEnd, hunks } = region;
  const base = texts.baseLines.slice(baseStart, baseEnd);
  const [first] = hunks;
  return {
    hunkIds: hunks.map((hunk) => hunk.id),
    path: first?.path ?? '',
    change: first?.change === 'delete' ? 'delete' : 'edit',
    baseStart,
    baseEnd,
    currentStart,
    currentEnd,
    base,
    mine: texts.currentLines.slice(currentStart, currentEnd),
    theirs: withCurrentEndings(texts, region, hunksApplied(base, region)),
  };
}

function hunksApplied(base: readonly string[], { baseStart, hunks }: ConflictRegion): readonly string[] {
  const within = hunks.map(({ newLines, ...hunk }) => ({
    baseStart: hunk.baseStart - baseStart,
    baseEnd: hunk.baseEnd - baseStart,
    newLines,
  }));
  return splitLines(composeText(base.join(''), within));
}

/** With the current text's line ending, and its final newline unless the hunks are about that. */
function withCurrentEndings(texts: RebaseTexts, region: ConflictRegion, lines: readonly string[]): readonly string[] {
  const converted = texts.isConverted
    ? lines.map((line) => (isTerminated(line) ? terminated(line, texts.ending) : line))
    : lines;
  const lastLine = lines.at(-1);
  if (lastLine === undefined) {
    return lines;
  }
  const isToEnd = region.currentEnd < texts.currentLines.length || wantsFinalNewline(texts, isTerminated(lastLine));
  return endedAs(converted, isToEnd, texts.ending);
}

function wantsFinalNewline(texts: RebaseTexts, isEnded: boolean): boolean {
  const isAboutThat = isEnded !== hasFinalNewline(texts.baseText);
  return isAboutThat || texts.currentText === '' ? isEnded : hasFinalNewline(texts.currentText);
}
