import { type Side, sides } from '../../../core/side.ts';
import type { ConflictView } from '../../../shared/comparisonView.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { groupName, type NamedHunk } from '../hunkNames.ts';
import { type HunkNote, hunkNotes } from '../hunkNotes.ts';
import type { PanelView } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';
import { whyNotAcceptable } from '../sides/acceptability.ts';
import { type ComparisonRow, type RowState, stateOfRow } from './comparisonRows.ts';

/** How a hunk stands at the moment, apart from its lines. */
export interface HunkLook {
  readonly id: string;
  readonly side: Side;
  readonly number: number;
  readonly count: number;
  /** For screen readers and scripts. */
  readonly name: string;
  readonly choice: 'accepted' | 'rejected' | null;
  readonly notes: readonly HunkNote[];
  /** True while the answer is being written, so that the hunk may still become another one. */
  readonly provisional: boolean;
}

/** How a row stands at the moment, apart from its lines: small, and compared with how it stood before. */
export interface RowLook {
  readonly state: RowState;
  readonly hunks: readonly HunkLook[];
  /** The hunk of this row that keys act on. */
  readonly current: string | null;
  /** The hunk that tabbing stops at. */
  readonly tabStop: string | null;
  readonly labels: Readonly<Record<Side, string>>;
  /** Why a side's hunks cannot be chosen now. */
  readonly blocked: Readonly<Record<Side, string | null>>;
  readonly conflicts: readonly ConflictView[];
}

/** What rows are looked at with. */
export interface RowSurroundings {
  readonly view: PanelView;
  readonly names: ReadonlyMap<string, NamedHunk>;
  readonly currentHunk: string | null;
  /** The very first hunk, where tabbing stops as long as none is the current one. */
  readonly firstHunk: string | null;
  readonly texts: PanelTexts;
}

/** How every row stands. */
export function rowLooks(rows: readonly ComparisonRow[], surroundings: RowSurroundings): readonly RowLook[] {
  const { view, texts } = surroundings;
  const blocked = { left: whyNotAcceptable(view, 'left', texts), right: whyNotAcceptable(view, 'right', texts) };
  const drifted = new Set(view.driftedHunks);
  return rows.map((row) => lookOf(row, surroundings, blocked, drifted));
}

function lookOf(
  row: ComparisonRow,
  { view, names, currentHunk, firstHunk, texts }: RowSurroundings,
  blocked: RowLook['blocked'],
  drifted: ReadonlySet<string>,
): RowLook {
  const named = sides.flatMap((side) => row[side].flatMap(({ id }) => names.get(id) ?? []));
  const has = (hunkId: string | null) => (named.some(({ hunk }) => hunk.id === hunkId) ? hunkId : null);
  const conflicts = view.conflicts.filter(({ hunkId }) => has(hunkId) !== null);
  return {
    state: stateOfRow(row, view.choices),
    hunks: named.map((one) => ({
      id: one.hunk.id,
      side: one.side,
      number: one.number,
      count: one.count,
      name: groupName(one, texts),
      choice: view.choices[one.hunk.id]?.state ?? null,
      notes: hunkNotes(
        one,
        drifted.has(one.hunk.id) && !conflicts.some(({ hunkIds }) => hunkIds.includes(one.hunk.id)),
        texts,
      ),
      provisional: isSideUnderWay(view[one.side]),
    })),
    current: has(currentHunk),
    tabStop: has(currentHunk ?? firstHunk),
    labels: { left: view.left.label, right: view.right.label },
    blocked,
    conflicts,
  };
}
