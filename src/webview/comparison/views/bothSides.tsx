import type { ComponentChildren, JSX } from 'preact';
import { type Side, sides } from '../../../core/side.ts';
import { fill } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import { Figures } from '../sides/figures.tsx';
import { SideHeading } from '../sides/sideHeading.tsx';

/** Two regions, each begun by who answers and what it cost; with room for one only, a tab chooses which. */
export function BothSides({ children }: { readonly children: (side: Side) => ComponentChildren }): JSX.Element {
  const { view, texts, viewState } = usePanel();
  return (
    <div class={`sides shows-${viewState.narrowSide}`}>
      {sides.map((side) => (
        <section key={side} class={`side ${side}`} aria-label={fill(texts.sideName, view[side].label)} data-side={side}>
          <SideHeading side={view[side]} />
          <Figures side={view[side]} />
          {children(side)}
        </section>
      ))}
    </div>
  );
}
