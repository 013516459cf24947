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
  if (acceptable) return null;
  return fill(isSideUnderWay(view[side]) ? texts.acceptWhenDone : texts.neverFinished, label);
}
