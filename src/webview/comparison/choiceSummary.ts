import { sides } from '../../core/side.ts';
import type { PanelView } from './panelState.ts';
import type { PanelTexts } from '../../shared/panelTexts.ts';
import { fill, formatCount } from './format.ts';
import { isRejectedByAccepting, type NamedHunk } from './hunkNames.ts';

/** What the choices come to. */
export interface ChoiceSummary {
  /** One line in words: what is accepted from whom, and what was rejected by that. */
  readonly text: string;
  readonly accepted: number;
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
  let accepted = 0;
  for (const side of sides) {
    const { label, hunks } = view[side];
    const direct = hunks.filter(({ id }) => view.choices[id]?.state === 'accepted' && !isEcho(view, id));
    if (direct.length > 0) {
      parts.push(fill(formatCount(direct.length, texts.acceptedOne, texts.acceptedMany), direct.length, label));
    }
    accepted += hunks.filter(({ id }) => view.choices[id]?.state === 'accepted').length;
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
  const text = parts.length > 0 ? parts.join(' · ') : nothingChosen(anyHunks, anyAcceptable, texts);
  return { text, accepted, anyHunks, anyAcceptable };
}

/** True for a choice that another one brought about. */
function isEcho(view: PanelView, hunkId: string): boolean {
  return (view.choices[hunkId]?.because ?? null) !== null;
}

function nothingChosen(anyHunks: boolean, anyAcceptable: boolean, texts: PanelTexts): string {
  if (!anyHunks) return '';
  return anyAcceptable ? texts.nothingAccepted : texts.nothingAcceptableYet;
}
