import { byPlace } from '../../../core/diff/compose.ts';
import type { Hunk } from '../../../core/diff/hunk.ts';

/** Lines of the base text, 0-based and half-open, and what to add to an old line number to get the new one. */
export interface BaseRange {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

/** A piece of a file's diff, from top to bottom. */
export type FileSection =
  | {
      readonly kind: 'gap';
      readonly key: string;
      readonly place: 'top' | 'middle' | 'bottom';
      readonly lines: BaseRange;
    }
  | { readonly kind: 'hunk'; readonly hunk: Hunk; readonly before: BaseRange; readonly after: BaseRange };

/** Unchanged lines shown on either side of a change. */
const contextLines = 3;

/** Fewer unchanged lines than this are shown rather than folded: the fold would take as much room. */
const fewestFolded = 4;

/**
 * Cuts one file into hunks with their context and the folded gaps between them. Every unchanged line is in exactly one
 * section, so nothing is shown twice; a gap so small that folding would not save a line becomes context.
 */
export function fileSections(path: string, baseLineCount: number, hunks: readonly Hunk[]): readonly FileSection[] {
  const sorted = hunks.filter(({ change }) => change !== 'rename').toSorted(byPlace);
  const nothing = { start: 0, end: 0, shift: 0 };
  const sections: FileSection[] = hunks
    .filter(({ change }) => change === 'rename')
    .map((hunk) => ({ kind: 'hunk', hunk, before: nothing, after: nothing }));
  const first = sorted[0];
  if (first === undefined) return sections;
  let beforeStart = foldTop(sections, path, first);
  sorted.forEach((hunk, index) => {
    const shift = hunk.newStart + hunk.newLines.length - hunk.baseEnd;
    const next = sorted[index + 1];
    const limit = next?.baseStart ?? baseLineCount;
    const free = limit - hunk.baseEnd;
    const small = free < (next === undefined ? contextLines : contextLines * 2) + fewestFolded;
    const afterEnd = small ? limit : hunk.baseEnd + contextLines;
    sections.push({
      kind: 'hunk',
      hunk,
      before: { start: beforeStart, end: hunk.baseStart, shift: hunk.newStart - hunk.baseStart },
      after: { start: hunk.baseEnd, end: afterEnd, shift },
    });
    beforeStart = small ? limit : limit - contextLines;
    if (small) return;
    const gapEnd = next === undefined ? limit : beforeStart;
    sections.push({
      kind: 'gap',
      key: `${path}:${afterEnd}`,
      place: next === undefined ? 'bottom' : 'middle',
      lines: { start: afterEnd, end: gapEnd, shift },
    });
  });
  return sections;
}

function foldTop(sections: FileSection[], path: string, first: Hunk): number {
  if (first.baseStart < contextLines + fewestFolded) return 0;
  const end = first.baseStart - contextLines;
  sections.push({ kind: 'gap', key: `${path}:0`, place: 'top', lines: { start: 0, end, shift: 0 } });
  return end;
}
