import type { FileChange, Hunk, LineChange } from '../../../../src/core/diff/hunk.ts';
import { diffLines } from '../../../../src/core/diff/lineDiff.ts';
import { splitLines } from '../../../../src/core/diff/lines.ts';

const plain = { newPath: null, tier: 'exact', edited: false } as const;

/** A hunk that puts a text in the place of the lines from `start` to `end`. */
export function hunk(id: string, start: number, end: number, text: string, more: Partial<Hunk> = {}): Hunk {
  return {
    id,
    path: 'a.ts',
    change: 'edit',
    baseStart: start,
    baseEnd: end,
    newStart: start,
    newLines: splitLines(text),
    ...plain,
    ...more,
  };
}

/** The hunks from one text to another, as the host makes them. */
export function hunksBetween(base: string, next: string, prefix = 'left-1', path = 'a.ts'): readonly Hunk[] {
  return identified(diffLines(base, next), prefix, path, 'edit');
}

function identified(changes: readonly LineChange[], prefix: string, path: string, change: FileChange): readonly Hunk[] {
  return changes.map((lineChange, index) => ({ ...lineChange, ...plain, id: `${prefix}-${index + 1}`, path, change }));
}
