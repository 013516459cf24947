import { relate } from '../../core/diff/alignment.ts';
import type { Choices } from '../../core/diff/choices.ts';
import type { Hunk } from '../../core/diff/hunk.ts';
import { type CareReason, careReasons } from '../../core/diff/hunkCare.ts';
import { hunksInOrder } from '../../core/diff/hunkOrder.ts';
import { otherSide, type Side, sides } from '../../core/side.ts';
import type { PanelTexts } from '../../shared/panelTexts.ts';
import { fill, joinList } from './format.ts';
import type { PanelView } from './panelState.ts';

/** A hunk with the number and the side that people know it by. */
export interface NamedHunk {
  readonly hunk: Hunk;
  readonly side: Side;
  /** 1-based within its side. */
  readonly number: number;
  /** How many hunks the side has. */
  readonly count: number;
  readonly label: string;
  /** Why it needs a look of its own before it is accepted; mostly none. */
  readonly care: readonly CareReason[];
}

/** What a hunk has to do with the other side's hunks, said in a few words. */
export interface HunkTag {
  readonly kind: 'agrees' | 'conflicts' | 'rejected-by';
  readonly text: string;
  /** The other side's hunk that it is about; the first of several. */
  readonly hunkId: string;
}

/** Every hunk of both sides by id, numbered per side in the order they are shown. */
export function nameHunks(view: Pick<PanelView, 'left' | 'right'>): ReadonlyMap<string, NamedHunk> {
  return new Map(
    sides.flatMap((side) =>
      hunksInOrder(view[side].hunks).map((hunk, index, all): [string, NamedHunk] => [
        hunk.id,
        { hunk, side, number: index + 1, count: all.length, label: view[side].label, care: careReasons(hunk) },
      ]),
    ),
  );
}

/** The tag of a hunk, or null when the other side leaves its lines alone. A choice brought about by another says so. */
export function tagOf(
  named: NamedHunk,
  names: ReadonlyMap<string, NamedHunk>,
  choices: Choices,
  othersHunks: readonly Hunk[],
  texts: PanelTexts,
): HunkTag | null {
  const cause = names.get(choices[named.hunk.id]?.because ?? '');
  if (cause !== undefined && isRejectedByAccepting(named.hunk.id, choices)) {
    const text = fill(texts.rejectedBecause, cause.label, cause.number);
    return { kind: 'rejected-by', text, hunkId: cause.hunk.id };
  }
  const relations = relate(named.hunk, othersHunks);
  const conflicts = relations.filter(({ kind }) => kind === 'conflicts');
  const kind = conflicts.length > 0 ? 'conflicts' : 'agrees';
  const others = (conflicts.length > 0 ? conflicts : relations).flatMap(({ hunkId }) => names.get(hunkId) ?? []);
  const first = others[0];
  if (first === undefined) return null;
  const numbers = others.map(({ number }) => number).sort((one, other) => one - other);
  const text = kind === 'agrees' ? sameText(numbers, texts) : overlapText(numbers, texts);
  return { kind, text: fill(text, first.label, listed(numbers, texts)), hunkId: first.hunk.id };
}

/** True for a hunk that had to go because one that it overlaps was accepted. */
export function isRejectedByAccepting(hunkId: string, choices: Choices): boolean {
  const choice = choices[hunkId];
  const cause = choice?.because ?? null;
  return choice?.state === 'rejected' && cause !== null && choices[cause]?.state === 'accepted';
}

/** Names a hunk for screen readers and scripts; the words are a contract. */
export function groupName({ hunk, number, count }: NamedHunk, texts: PanelTexts): string {
  return fill(texts.hunkName, number, count, hunk.path, hunk.baseStart + 1);
}

/** The hunks of one side that a hunk of the other has something to do with. */
export function othersOf(view: Pick<PanelView, 'left' | 'right'>, side: Side): readonly Hunk[] {
  return view[otherSide(side)].hunks;
}

function sameText(numbers: readonly number[], texts: PanelTexts): string {
  return numbers.length === 1 ? texts.sameAsHunk : texts.sameAsHunks;
}

function overlapText(numbers: readonly number[], texts: PanelTexts): string {
  return numbers.length === 1 ? texts.overlapsHunk : texts.overlapsHunks;
}

/** Up to three numbers; more are counted. */
function listed(numbers: readonly number[], texts: PanelTexts): string {
  const shown = numbers.length <= 4 ? numbers : numbers.slice(0, 3);
  const words = shown.map(String);
  const rest = numbers.length - shown.length;
  return joinList(rest > 0 ? [...words, fill(texts.andMore, rest)] : words, texts.listPair);
}
