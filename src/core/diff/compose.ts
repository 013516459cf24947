import type { Hunk, LineChange } from './hunk.ts';
import { splitLines } from './lines.ts';

/**
 * The text as it would be with these changes of it, byte for byte the base everywhere else. They may come in any order
 * but must not collide.
 */
export function composeText(base: string, accepted: readonly Omit<LineChange, 'newStart'>[]): string {
  const baseLines = splitLines(base);
  const pieces: string[] = [];
  let at = 0;
  for (const hunk of accepted.toSorted(byPlace)) {
    pieces.push(...baseLines.slice(at, hunk.baseStart), ...hunk.newLines);
    at = hunk.baseEnd;
  }
  pieces.push(...baseLines.slice(at));
  return pieces.join('');
}

/** Hunks by their file, in the order in which files and hunks come. */
export function hunksByPath(hunks: readonly Hunk[]): ReadonlyMap<string, readonly Hunk[]> {
  const files = new Map<string, Hunk[]>();
  for (const hunk of hunks) {
    const own = files.get(hunk.path);
    if (own === undefined) {
      files.set(hunk.path, [hunk]);
    } else {
      own.push(hunk);
    }
  }
  return files;
}

/** From top to bottom; an insertion comes before the change of the line it stands above. */
export function byPlace(one: Omit<LineChange, 'newStart'>, other: Omit<LineChange, 'newStart'>): number {
  return one.baseStart - other.baseStart || one.baseEnd - other.baseEnd;
}
