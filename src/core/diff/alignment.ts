import type { Hunk } from './hunk.ts';
import { HunkIndex } from './hunkIndex.ts';
import { isTerminated } from './lines.ts';

/** How a hunk stands to one of the other side's. Hunks that have nothing to do with each other have no relation. */
export interface Relation {
  readonly kind: 'agrees' | 'conflicts';
  /** The other side's hunk. */
  readonly hunkId: string;
}

/** The other side's hunks that say the same as this one or that cannot be had together with it, in their order. */
export function relate(hunk: Hunk, hunksOfOtherSide: readonly Hunk[]): readonly Relation[] {
  return hunksOfOtherSide.flatMap((other): readonly Relation[] => {
    if (agree(hunk, other)) {
      return [{ kind: 'agrees', hunkId: other.id }];
    }
    return collide(hunk, other) ? [{ kind: 'conflicts', hunkId: other.id }] : [];
  });
}

/** What {@link relate} gives for every hunk of a side, by its id, in time that hardly grows faster than the hunks do. */
export function relateAll(
  hunks: readonly Hunk[],
  hunksOfOtherSide: readonly Hunk[],
): ReadonlyMap<string, readonly Relation[]> {
  const index = new HunkIndex(hunksOfOtherSide);
  return new Map(hunks.map((hunk) => [hunk.id, relate(hunk, index.near(hunk))]));
}

/** Whether two hunks do the very same thing to the same lines of the same file, however their places were found. */
export function agree(one: Hunk, other: Hunk): boolean {
  return (
    one.path === other.path &&
    one.change === other.change &&
    one.newPath === other.newPath &&
    one.baseStart === other.baseStart &&
    one.baseEnd === other.baseEnd &&
    one.newLines.length === other.newLines.length &&
    one.newLines.every((line, index) => line === other.newLines[index])
  );
}

/**
 * Whether two hunks touch the same lines, so that at most one of them can be applied. Hunks that agree collide too.
 * Whole files (created, deleted) collide with everything in the same file; side by side is not a collision, unless
 * the upper one would leave a line without its end for the lower one to stick to. A rename goes together with edits of
 * the same file, but not with another rename of it, its deletion, or a file that comes to be where it goes.
 */
export function collide(one: Hunk, other: Hunk): boolean {
  if (one.path !== other.path) {
    return meetAtNewPath(one, other) || meetAtNewPath(other, one);
  }
  if (one.change !== 'edit' || other.change !== 'edit') {
    return !isRenameBesideEdit(one, other) && !isRenameBesideEdit(other, one);
  }
  const isOneInsertion = one.baseStart === one.baseEnd;
  const isOtherInsertion = other.baseStart === other.baseEnd;
  if (isOneInsertion && isOtherInsertion) {
    return one.baseStart === other.baseStart;
  }
  if (one.baseStart < other.baseEnd && other.baseStart < one.baseEnd) {
    return true;
  }
  const [upper, lower] = one.baseStart < other.baseStart || one.baseEnd < other.baseEnd ? [one, other] : [other, one];
  const lastLine = upper.newLines.at(-1);
  return lastLine !== undefined && !isTerminated(lastLine) && lower.newLines.length > 0;
}

function isRenameBesideEdit(one: Hunk, other: Hunk): boolean {
  return one.change === 'rename' && other.change === 'edit';
}

/** Whether a file is renamed to where the other hunk has or brings one. What leaves the place makes room. */
function meetAtNewPath(rename: Hunk, other: Hunk): boolean {
  if (rename.newPath === null) {
    return false;
  }
  const makesRoom = other.change === 'delete' || other.change === 'rename';
  return rename.newPath === other.newPath || (rename.newPath === other.path && !makesRoom);
}
