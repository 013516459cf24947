import type { JSX } from 'preact';
import { type Side, sides } from '../../../core/side.ts';
import { fill } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { costText, isCostKnown } from '../sides/figures.tsx';
import { statusOfSide } from '../sides/sideStatus.ts';

/** Chooses the side where there is room for one: both at a glance, with how each stands and what it cost. */
export function NarrowTabs(): JSX.Element {
  const { view, texts, viewState, changeViewState } = usePanel();
  const show = (side: Side) => changeViewState((state) => ({ ...state, narrowSide: side }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: these switch what is shown; nothing is filled in.
    <div class="narrow-tabs" role="group" aria-label={texts.sides}>
      {sides.map((side) => {
        const { label, cost } = view[side];
        const status = statusOfSide(view[side], view.locale, texts);
        const spent = isCostKnown(view[side]) ? ` · ${costText(cost, view.locale, texts)}` : '';
        return (
          <button
            key={side}
            type="button"
            aria-pressed={viewState.narrowSide === side}
            aria-label={fill(texts.showSide, label)}
            onClick={() => show(side)}
          >
            <SideMark side={side} />
            <span class="narrow-label">{label}</span>
            <span class={`narrow-status ${status.tone}`}>{status.text + spent}</span>
          </button>
        );
      })}
    </div>
  );
}
