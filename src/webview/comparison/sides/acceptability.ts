import type { Side } from '../../../core/side.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { fill } from '../format.ts';
import type { PanelView } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';

/** Why a side's hunks cannot be accepted now, in a sentence, or null when they can. */
export function whyNotAcceptable(
  view: Pick<PanelView, 'phase' | 'left' | 'right'>,
  side: Side,
  texts: PanelTexts,
): string | null {
  const { acceptable, label } = view[side];
  if (view.phase === 'settled') return texts.settledAlready;
  // While a further turn is being written, any of the side's hunks may still become another one.
  if (isSideUnderWay(view[side])) return fill(texts.acceptWhenDone, label);
  return acceptable ? null : fill(texts.neverFinished, label);
}
