import type { JSX } from 'preact';
import { usePanel } from '../panelContext.ts';
import { costText, isCostKnown } from '../sides/shownCost.ts';
import { statusOfSide } from '../sides/sideStatus.ts';
import { SideTablist } from '../sideTablist.tsx';
import { regionId } from './bothSides.tsx';

/** Chooses the side where there is room for one: both at a glance, with how each stands and what it cost. */
export function NarrowTabs(): JSX.Element {
  const { view, texts, viewState, changeViewState } = usePanel();
  return (
    <SideTablist
      className="narrow-tabs"
      label={texts.sides}
      shown={viewState.narrowSide}
      onShow={(narrowSide) => changeViewState((state) => ({ ...state, narrowSide }))}
      regionOf={regionId}
    >
      {(side) => {
        const { label, cost } = view[side];
        const status = statusOfSide(view[side], view.locale, texts);
        const spent = isCostKnown(view[side]) ? ` · ${costText(cost, view.locale, texts)}` : '';
        return (
          <>
            <span class="narrow-label">{label}</span>
            <span class={`narrow-status ${status.tone}`}>{status.text + spent}</span>
          </>
        );
      }}
    </SideTablist>
  );
}
