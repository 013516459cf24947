import { byPlace } from '../../../core/diff/compose.ts';
import type { Hunk } from '../../../core/diff/hunk.ts';
import type { Side } from '../../../core/side.ts';
import { fill } from '../format.ts';

/** A stretch of a base text that one or both sides change, with every hunk that reaches into it. */
export interface Cluster {
  readonly path: string;
  /** 0-based lines of the base text, half-open. */
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly left: readonly Hunk[];
  readonly right: readonly Hunk[];
}

/** A line of a text that was put together, and where it came from. */
export interface ComposedLine {
  readonly text: string;
  /** The hunk it is from, or null for a line of the base text. */
  readonly hunk: Hunk | null;
  /** Its index within the hunk's lines or the base text. */
  readonly line: number;
}

/** Groups the hunks of both sides that overlap or touch the same place, file by file and from top to bottom. */
export function clusterHunks(left: readonly Hunk[], right: readonly Hunk[]): readonly Cluster[] {
  const all = [
    ...left.map((hunk) => ({ hunk, side: 'left' as Side })),
    ...right.map((hunk) => ({ hunk, side: 'right' as Side })),
  ];
  const order = [...new Set(all.map(({ hunk }) => hunk.path))];
  const sorted = all.sort(
    (one, other) =>
      order.indexOf(one.hunk.path) - order.indexOf(other.hunk.path) || one.hunk.baseStart - other.hunk.baseStart,
  );
  const clusters: Cluster[] = [];
  for (const { hunk, side } of sorted) {
    const last = clusters.at(-1);
    if (last !== undefined && last.path === hunk.path && meets(last, hunk)) {
      clusters[clusters.length - 1] = {
        ...last,
        baseEnd: Math.max(last.baseEnd, hunk.baseEnd),
        [side]: [...last[side], hunk],
      };
    } else {
      const { path, baseStart, baseEnd } = hunk;
      clusters.push({ path, baseStart, baseEnd, left: [], right: [], [side]: [hunk] });
    }
  }
  return clusters;
}

/** The lines of a stretch of a base text as they are with some hunks in place. */
export function composeLines(
  baseLines: readonly string[],
  hunks: readonly Hunk[],
  stretch: { readonly baseStart: number; readonly baseEnd: number },
): readonly ComposedLine[] {
  const lines: ComposedLine[] = [];
  let at = stretch.baseStart;
  const copyTo = (end: number) => {
    for (; at < end; at += 1) lines.push({ text: baseLines[at] ?? '', hunk: null, line: at });
  };
  for (const hunk of hunks.toSorted(byPlace)) {
    copyTo(hunk.baseStart);
    hunk.newLines.forEach((text, line) => {
      lines.push({ text, hunk, line });
    });
    at = Math.max(at, hunk.baseEnd);
  }
  copyTo(stretch.baseEnd);
  return lines;
}

/** What to add to a line number of the base text to get the one in a side's text, where no hunk is in between. */
export function shiftAt(hunks: readonly Hunk[], path: string, baseLine: number): number {
  return hunks
    .filter((hunk) => hunk.path === path && hunk.baseEnd <= baseLine && hunk.baseStart < baseLine)
    .reduce((sum, { baseStart, baseEnd, newLines }) => sum + newLines.length - (baseEnd - baseStart), 0);
}

/** Where a stretch of a base text is, in 1-based lines. */
export function placeOf(
  { baseStart, baseEnd }: Pick<Cluster, 'baseStart' | 'baseEnd'>,
  one: string,
  many: string,
): string {
  return baseEnd - baseStart <= 1 ? fill(one, baseStart + 1) : fill(many, baseStart + 1, baseEnd);
}

/** Two changes meet when they share a line, or when one inserts where the other changes or inserts too. */
function meets(cluster: Cluster, hunk: Hunk): boolean {
  if (hunk.baseStart < cluster.baseEnd) return true;
  return (
    hunk.baseStart === cluster.baseEnd && (hunk.baseStart === hunk.baseEnd || cluster.baseStart === cluster.baseEnd)
  );
}
