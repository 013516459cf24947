import { type Side, sides } from '../../core/side.ts';
import type { PanelTexts } from '../../shared/panelTexts.ts';
import { fill, formatCount } from './format.ts';
import { isRejectedByAccepting, type NamedHunk } from './hunkNames.ts';
import { isAnyUnderWay, type PanelView } from './panelState.ts';

/** What the choices come to. */
export interface ChoiceSummary {
  /** One line in words: what is accepted from whom, and what was rejected by that. */
  readonly text: string;
  readonly accepted: number;
  /** How many of those the next Apply would write or settle: without those in conflicts that are open. */
  readonly applicable: number;
  /** The first hunk of each conflict that is open. */
  readonly openConflicts: readonly string[];
  /** False when no side has a hunk, e.g. for an answer in prose. */
  readonly anyHunks: boolean;
  /** False while none of the hunks may be accepted yet. */
  readonly anyAcceptable: boolean;
}

/** Says the choices in words, side by side, with what each brought about for the other. */
export function summarizeChoices(
  view: PanelView,
  names: ReadonlyMap<string, NamedHunk>,
  texts: PanelTexts,
): ChoiceSummary {
  const anyHunks = names.size > 0;
  const anyAcceptable = sides.some((side) => view[side].acceptable && view[side].hunks.length > 0);
  const parts: string[] = [];
  const left = countAccepted(view, 'left');
  const right = countAccepted(view, 'right');
  const accepted = left + right;
  if (left > 0 && right > 0) {
    parts.push(fill(texts.acceptedBoth, accepted, left, view.left.label, right, view.right.label));
  } else if (accepted > 0) {
    const { label } = left > 0 ? view.left : view.right;
    parts.push(fill(formatCount(accepted, texts.acceptedOne, texts.acceptedMany), accepted, label));
  }
  for (const side of sides) {
    const { label, hunks } = view[side];
    const collided = hunks.filter(({ id }) => isRejectedByAccepting(id, view.choices)).length;
    if (collided > 0) {
      parts.push(fill(formatCount(collided, texts.rejectedByThatOne, texts.rejectedByThatMany), collided, label));
    }
  }
  const rejected = [...names.values()].filter(
    ({ hunk }) => view.choices[hunk.id]?.state === 'rejected' && !isEcho(view, hunk.id),
  ).length;
  if (rejected > 0) parts.push(formatCount(rejected, texts.rejectedOne, texts.rejectedMany));
  const text = parts.length > 0 ? parts.join(' · ') : nothingChosen(view, anyHunks, anyAcceptable, texts);
  const open = view.conflicts.filter(({ resolution }) => resolution === null);
  const stuck = new Set(open.flatMap(({ hunkIds }) => hunkIds)).size;
  return {
    text,
    accepted,
    applicable: Math.max(0, accepted - stuck),
    openConflicts: open.map(({ hunkId }) => hunkId),
    anyHunks,
    anyAcceptable,
  };
}

/** Hunks accepted from a side; one that both sides have counts for the side it was accepted on. */
function countAccepted(view: PanelView, side: Side): number {
  return view[side].hunks.filter(({ id }) => view.choices[id]?.state === 'accepted' && !isEcho(view, id)).length;
}

/** True for a choice that another one brought about. */
function isEcho(view: PanelView, hunkId: string): boolean {
  return (view.choices[hunkId]?.because ?? null) !== null;
}

function nothingChosen(view: PanelView, anyHunks: boolean, anyAcceptable: boolean, texts: PanelTexts): string {
  if (!anyHunks) return '';
  if (anyAcceptable) return texts.nothingAccepted;
  return isAnyUnderWay(view) ? texts.nothingAcceptableYet : texts.nothingAcceptable;
}
