import { type Side, sides } from '../../../core/side.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { fill } from '../format.ts';
import type { PanelView } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';

type Asked = Pick<PanelView, 'phase' | 'left' | 'right'>;

/** Why a side cannot be asked further now, in a sentence, or null when it can; `null` for the side means both. */
export function whyNotAsked(view: Asked, side: Side | null, texts: PanelTexts): string | null {
  if (view.phase === 'settled') return texts.settledAlready;
  const concerned = side === null ? sides : [side];
  for (const each of concerned) {
    const { label, acceptable, status } = view[each];
    // An answer that waits with a turn behind it is about to go on.
    if (isSideUnderWay(view[each]) || (status === 'waiting' && acceptable)) return fill(texts.stillAtWork, label);
    if (!acceptable) return fill(texts.nothingToBuildOn, label);
  }
  return null;
}

/** Who is asked: whom the person chose, or who is left of them while one cannot be asked. */
export function askedSide(view: Asked, wanted: Side | null, texts: PanelTexts): Side | null {
  const candidates: readonly (Side | null)[] = [wanted, null, 'left', 'right'];
  return candidates.find((side) => whyNotAsked(view, side, texts) === null) ?? wanted;
}
