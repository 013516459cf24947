import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { otherSide, type Side, sides } from '../../../core/side.ts';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { costText, isCostKnown } from '../sides/shownCost.ts';
import { statusOfSide } from '../sides/sideStatus.ts';
import { regionId } from './bothSides.tsx';

/** Chooses the side where there is room for one: both at a glance, with how each stands and what it cost. */
export function NarrowTabs(): JSX.Element {
  const { view, texts, viewState, changeViewState } = usePanel();
  const list = useRef<HTMLDivElement>(null);
  const show = (side: Side) => changeViewState((state) => ({ ...state, narrowSide: side }));
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    // Two tabs: each arrow leads to the other one.
    const side = otherSide(viewState.narrowSide);
    show(side);
    list.current?.querySelector<HTMLElement>(`[data-tab="${side}"]`)?.focus();
    event.preventDefault();
  };
  return (
    <div ref={list} class="narrow-tabs" role="tablist" aria-label={texts.sides} onKeyDown={step}>
      {sides.map((side) => {
        const { label, cost } = view[side];
        const status = statusOfSide(view[side], view.locale, texts);
        const spent = isCostKnown(view[side]) ? ` · ${costText(cost, view.locale, texts)}` : '';
        const isShown = viewState.narrowSide === side;
        return (
          <button
            key={side}
            type="button"
            role="tab"
            data-tab={side}
            tabIndex={isShown ? 0 : -1}
            aria-selected={isShown}
            aria-controls={regionId(side)}
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
