import type { Conflict } from './diff/conflict.ts';
import { conflictsOf, driftedHunkIds } from './diff/conflict.ts';
import type { Hunk } from './diff/hunk.ts';
import type { SourceFile } from './task.ts';

/** Which lines a conflict is resolved with. Holds only as long as the person's own lines are still these. */
export interface Resolution {
  readonly take: 'mine' | 'theirs';
  /** The person's lines at the time, joined. */
  readonly mine: string;
}

/** A place where accepted hunks and the person's own later changes meet. */
export interface OpenConflict extends Conflict {
  /** The conflict's first hunk, by which it is resolved. */
  readonly hunkId: string;
  /** Null while it is open. */
  readonly resolution: Resolution | null;
}

/** Texts of files that are no longer what hunks are against, by path; null for a file that is gone. */
export type Drift = Readonly<Record<string, string | null>>;

/** The drift once a file says this; the same object when that was known, or no hunk can be against the file. */
export function driftAfter(files: readonly SourceFile[], drift: Drift, path: string, text: string | null): Drift {
  const base = files.find((file) => file.path === path);
  const { [path]: former, ...others } = drift;
  const isBack = base !== undefined && base.text === text;
  if (base === undefined || former === text || (former === undefined && isBack)) return drift;
  return isBack ? others : { ...others, [path]: text };
}

/** The conflicts of accepted hunks with drifted files. A file that is gone has none: nothing is left to choose between. */
export function openConflicts(
  files: readonly SourceFile[],
  drift: Drift,
  accepted: readonly Hunk[],
  resolutions: Readonly<Record<string, Resolution>>,
): readonly OpenConflict[] {
  return driftedFiles(files, drift).flatMap(({ path, base, current }) => {
    const own = accepted.filter((hunk) => hunk.path === path);
    if (current === null || own.length === 0) return [];
    return conflictsOf(base, current, own).map((conflict): OpenConflict => {
      const hunkId = conflict.hunkIds[0] ?? '';
      const given = resolutions[hunkId];
      const resolution = given !== undefined && given.mine === conflict.mine.join('') ? given : null;
      return { ...conflict, hunkId, resolution };
    });
  });
}

/** Of one side's hunks, the ids of those that would not land on the drifted files as they are. */
export function driftedIds(files: readonly SourceFile[], drift: Drift, hunks: readonly Hunk[]): readonly string[] {
  return driftedFiles(files, drift).flatMap(({ path, base, current }) => {
    const own = hunks.filter((hunk) => hunk.path === path);
    if (own.length === 0) return [];
    // What was to be deleted and is gone is no loss.
    if (current === null) return own.filter((hunk) => hunk.change !== 'delete').map((hunk) => hunk.id);
    return driftedHunkIds(base, current, own);
  });
}

function driftedFiles(files: readonly SourceFile[], drift: Drift) {
  return files.flatMap(({ path, text }) => {
    const current = drift[path];
    return current === undefined || current === text ? [] : [{ path, base: text, current }];
  });
}
