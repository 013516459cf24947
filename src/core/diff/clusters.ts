import type { Hunk } from './hunk.ts';

/** Half-open lines of a text. */
interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Hunks that belong together, and all the lines that they and what touches them take. */
export interface Cluster extends Lines {
  /** From top to bottom. */
  readonly hunks: readonly Hunk[];
}

/**
 * Hunks together with the changes that touch them or each other, from top to bottom, with a line in between. Those that
 * nothing touches are left out.
 *
 * @param linesOf where a hunk is in the text that the touches are about
 */
export function touchedClusters(
  hunks: readonly Hunk[],
  linesOf: (hunk: Hunk) => Lines,
  touches: readonly Lines[],
): readonly Cluster[] {
  interface Part {
    start: number;
    end: number;
    isTouched: boolean;
    readonly hunks: Hunk[];
  }
  const parts: Part[] = [
    ...hunks.map((hunk) => ({ ...linesOf(hunk), isTouched: false, hunks: [hunk] })),
    ...touches.map(({ start, end }) => ({ start, end, isTouched: true, hunks: [] })),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
  const clusters: Part[] = [];
  for (const part of parts) {
    const before = clusters.at(-1);
    if (before !== undefined && part.start <= before.end) {
      before.end = Math.max(before.end, part.end);
      before.isTouched ||= part.isTouched;
      before.hunks.push(...part.hunks);
    } else {
      clusters.push(part);
    }
  }
  return clusters.filter(({ isTouched }) => isTouched);
}
