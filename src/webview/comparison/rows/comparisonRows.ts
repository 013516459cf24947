import { agree, collide } from '../../../core/diff/alignment.ts';
import type { Choices } from '../../../core/diff/choices.ts';
import type { Hunk } from '../../../core/diff/hunk.ts';
import { type Side, sides } from '../../../core/side.ts';

/** How both answers stand to each other in one row. */
export type RowKind = 'agreed' | 'conflicting' | 'left' | 'right';

/** All kinds, in the order in which they are counted. */
export const rowKinds: readonly RowKind[] = ['agreed', 'conflicting', 'left', 'right'];

/**
 * One decision: hunks that say the same, hunks of which not all can be had together, or a hunk that the other side has
 * nothing to set against.
 */
export interface ComparisonRow {
  /** The id of the row's first hunk. */
  readonly id: string;
  readonly kind: RowKind;
  readonly path: string;
  /** 0-based lines of the base text, half-open. */
  readonly baseStart: number;
  readonly baseEnd: number;
  readonly left: readonly Hunk[];
  readonly right: readonly Hunk[];
}

/** What was decided about a row. */
export type RowState = 'left' | 'right' | 'both' | 'neither' | 'mixed' | 'undecided';

/** True for what may have been saved as a kind. */
export function isRowKind(value: unknown): value is RowKind {
  return rowKinds.some((kind) => kind === value);
}

/** Every decision there is, file by file and from top to bottom. Two hunks that agree are one. */
export function comparisonRows(left: readonly Hunk[], right: readonly Hunk[]): readonly ComparisonRow[] {
  const paths = [...new Set([...left, ...right].map(({ path }) => path))];
  return paths.flatMap((path) => rowsOfFile(placed(left, right, path)));
}

/** What the choices say about a row. */
export function stateOfRow(row: ComparisonRow, choices: Choices): RowState {
  const hunks = [...row.left, ...row.right];
  if (hunks.some(({ id }) => choices[id] === undefined)) return 'undecided';
  const accepted = hunks.filter(({ id }) => choices[id]?.state === 'accepted');
  if (accepted.length === 0) return 'neither';
  if (row.kind === 'agreed') return 'both';
  const taken = sides.filter((side) => accepted.some((hunk) => row[side].includes(hunk)));
  const only = taken.length === 1 ? taken[0] : undefined;
  return only !== undefined && row[only].every((hunk) => accepted.includes(hunk)) ? only : 'mixed';
}

/** How many rows there are of each kind. */
export function countRows(rows: readonly ComparisonRow[]): Readonly<Record<RowKind, number>> {
  const count = (kind: RowKind) => rows.filter((row) => row.kind === kind).length;
  return { agreed: count('agreed'), conflicting: count('conflicting'), left: count('left'), right: count('right') };
}

/** The first row after that of a hunk that is not decided, from the top again after the last; null when all are. */
export function nextUndecided(
  rows: readonly ComparisonRow[],
  choices: Choices,
  currentHunk: string | null,
): ComparisonRow | null {
  const current = rows.findIndex((row) => [...row.left, ...row.right].some(({ id }) => id === currentHunk));
  const inOrder = [...rows.slice(current + 1), ...rows.slice(0, current + 1)];
  return inOrder.find((row) => stateOfRow(row, choices) === 'undecided') ?? null;
}

interface PlacedHunk {
  readonly hunk: Hunk;
  readonly side: Side;
}

function placed(left: readonly Hunk[], right: readonly Hunk[], path: string): readonly PlacedHunk[] {
  const all: PlacedHunk[] = [
    ...left.map((hunk) => ({ hunk, side: 'left' as const })),
    ...right.map((hunk) => ({ hunk, side: 'right' as const })),
  ];
  return all
    .filter(({ hunk }) => hunk.path === path)
    .sort(
      (one, other) =>
        Number(one.hunk.change === 'edit') - Number(other.hunk.change === 'edit') ||
        one.hunk.baseStart - other.hunk.baseStart ||
        one.hunk.baseEnd - other.hunk.baseEnd,
    );
}

/** Groups whatever belongs together, however long the chain is. */
function rowsOfFile(hunks: readonly PlacedHunk[]): readonly ComparisonRow[] {
  const groups: PlacedHunk[][] = [];
  // A created or deleted file meets hunks all over it; edits meet only those near them, which come last.
  const isWhole = hunks.some(({ hunk }) => hunk.change !== 'edit');
  for (const one of hunks) {
    const near = isWhole ? groups : groups.slice(-nearGroups);
    const met = near.filter((group) => group.some((other) => belongTogether(one, other)));
    const first = met[0];
    if (first === undefined) groups.push([one]);
    else {
      first.push(one);
      for (const group of met.slice(1)) first.push(...groups.splice(groups.indexOf(group), 1).flat());
    }
  }
  return groups.map(rowOf).sort((one, other) => one.baseStart - other.baseStart);
}

/** Edits are sorted and those of a side do not overlap, so that what meets one of them is among the last few. */
const nearGroups = 4;

function belongTogether(one: PlacedHunk, other: PlacedHunk): boolean {
  return one.side !== other.side && (agree(one.hunk, other.hunk) || collide(one.hunk, other.hunk));
}

function rowOf(group: readonly PlacedHunk[]): ComparisonRow {
  const of = (side: Side) => group.filter((one) => one.side === side).map(({ hunk }) => hunk);
  const [left, right] = [of('left'), of('right')];
  const hunks = [...left, ...right];
  return {
    id: hunks[0]?.id ?? '',
    kind: kindOf(left, right),
    path: hunks[0]?.path ?? '',
    baseStart: Math.min(...hunks.map(({ baseStart }) => baseStart)),
    baseEnd: Math.max(...hunks.map(({ baseEnd }) => baseEnd)),
    left,
    right,
  };
}

function kindOf(left: readonly Hunk[], right: readonly Hunk[]): RowKind {
  if (right.length === 0) return 'left';
  if (left.length === 0) return 'right';
  const [one, other] = [left[0], right[0]];
  const isPair = left.length === 1 && right.length === 1;
  return isPair && one !== undefined && other !== undefined && agree(one, other) ? 'agreed' : 'conflicting';
}
