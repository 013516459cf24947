import { relate } from '../../core/diff/alignment.ts';
import { otherSide, type Side } from '../../core/side.ts';
import { type NamedHunk, othersOf } from './hunkNames.ts';
import type { PanelView } from './panelState.ts';
import type { ComparisonRow } from './rows/comparisonRows.ts';

type Names = ReadonlyMap<string, NamedHunk>;

/** The hunk after or before the current one on its side; the first one when there is none, and it stops at the ends. */
export function stepWithinSide(names: Names, currentId: string | null, side: Side, by: 1 | -1): string | null {
  const current = currentId === null ? undefined : names.get(currentId);
  const hunks = [...names.values()].filter((named) => named.side === (current?.side ?? side));
  if (hunks.length === 0) return [...names.keys()][0] ?? null;
  if (current === undefined) return hunks[0]?.hunk.id ?? null;
  return (hunks.find(({ number }) => number === current.number + by) ?? current).hunk.id;
}

/** The hunk to go to on a side: the one related to the current one, else the nearest in the same file, else the first. */
export function stepToSide(names: Names, currentId: string | null, side: Side, view: PanelView): string | null {
  const current = currentId === null ? undefined : names.get(currentId);
  const there = [...names.values()].filter((named) => named.side === side);
  if (current === undefined) return there[0]?.hunk.id ?? null;
  if (current.side === side) return current.hunk.id;
  const related = relate(current.hunk, othersOf(view, otherSide(side)))[0];
  if (related !== undefined) return related.hunkId;
  const sameFile = there.filter(({ hunk }) => hunk.path === current.hunk.path);
  const distance = (named: NamedHunk) => Math.abs(named.hunk.baseStart - current.hunk.baseStart);
  const nearest = (sameFile.length > 0 ? sameFile : there).toSorted((one, other) => distance(one) - distance(other))[0];
  return nearest?.hunk.id ?? null;
}

/** The hunk to go to in the row after or before the current one, on the same side where it has one; it stops at the ends. */
export function stepByRow(
  rows: readonly ComparisonRow[],
  currentId: string | null,
  side: Side,
  by: 1 | -1,
): string | null {
  const index = rows.findIndex(({ left, right }) => [...left, ...right].some(({ id }) => id === currentId));
  const row = index === -1 ? rows[0] : (rows[index + by] ?? rows[index]);
  return (row?.[side][0] ?? row?.[otherSide(side)][0])?.id ?? null;
}
