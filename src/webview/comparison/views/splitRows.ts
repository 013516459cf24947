import type { Hunk } from '../../../core/diff/hunk.ts';
import { diffLines } from '../../../core/diff/lineDiff.ts';
import type { Side } from '../../../core/side.ts';
import type { CodeRow } from '../code/codeRow.ts';
import { pairRows } from '../code/hunkRows.ts';
import { type Cluster, type ComposedLine, composeLines, shiftAt } from './clusters.ts';

/** Two lines that stand beside each other; null where one side has none. */
export interface SplitRow {
  readonly left: CodeRow | null;
  readonly right: CodeRow | null;
}

/** Unchanged lines shown above and below. */
const contextLines = 2;

/** What both sides make of a stretch of the base text, laid side by side, with some lines around it. */
export function splitRows(
  cluster: Cluster,
  baseLines: readonly string[],
  hunks: Readonly<Record<Side, readonly Hunk[]>>,
): readonly SplitRow[] {
  const stretch = {
    baseStart: Math.max(0, cluster.baseStart - contextLines),
    baseEnd: Math.min(Math.max(baseLines.length, cluster.baseEnd), cluster.baseEnd + contextLines),
  };
  const composed = {
    left: composeLines(baseLines, cluster.left, stretch),
    right: composeLines(baseLines, cluster.right, stretch),
  };
  const first = {
    left: stretch.baseStart + shiftAt(hunks.left, cluster.path, stretch.baseStart) + 1,
    right: stretch.baseStart + shiftAt(hunks.right, cluster.path, stretch.baseStart) + 1,
  };
  const sourceOf = (side: Side) => (line: number) => sourceOfLine(cluster.path, composed[side][line]);
  const between = (from: readonly [number, number], to: readonly [number, number]): readonly CodeRow[] =>
    pairRows(textsOf(composed.left.slice(from[0], to[0])), textsOf(composed.right.slice(from[1], to[1])), {
      oldNumber: first.left + from[0],
      newNumber: first.right + from[1],
      oldSource: (line) => sourceOf('left')(from[0] + line),
      newSource: (line) => sourceOf('right')(from[1] + line),
    });
  const rows: SplitRow[] = [];
  let left = 0;
  let right = 0;
  const copy = (count: number) => {
    const pair = between([left, right], [left + count, right + count]).map(asContext);
    rows.push(...sideBySide(pair.slice(0, count), pair.slice(count)));
    left += count;
    right += count;
  };
  for (const change of diffLines(textsOf(composed.left).join(''), textsOf(composed.right).join(''))) {
    copy(change.baseStart - left);
    const ends = [change.baseEnd, change.newStart + change.newLines.length] as const;
    const pair = between([left, right], ends);
    rows.push(
      ...sideBySide(
        pair.filter(({ kind }) => kind === 'removed'),
        pair.filter(({ kind }) => kind === 'added'),
      ),
    );
    [left, right] = ends;
  }
  copy(composed.left.length - left);
  return rows;
}

function sideBySide(left: readonly CodeRow[], right: readonly CodeRow[]): readonly SplitRow[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    left: left[index] ?? null,
    right: right[index] ?? null,
  }));
}

function asContext(row: CodeRow): CodeRow {
  return { ...row, kind: 'context', marks: [], endsWithoutNewline: false };
}

function textsOf(lines: readonly ComposedLine[]): readonly string[] {
  return lines.map(({ text }) => text);
}

function sourceOfLine(path: string, line: ComposedLine | undefined): CodeRow['source'] {
  return line === undefined || line.hunk === null
    ? { kind: 'base', path, line: line?.line ?? 0 }
    : { kind: 'hunk', hunkId: line.hunk.id, line: line.line };
}
