import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type Side, sides } from '../../../core/side.ts';
import { fill } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import { Figures } from '../sides/figures.tsx';
import { SideHeading } from '../sides/sideHeading.tsx';
import { useSidePaging } from './useSidePaging.ts';

/** Two regions, each begun by who answers and what it cost; with room for one only, they are pages to turn. */
export function BothSides({ children }: { readonly children: (side: Side) => ComponentChildren }): JSX.Element {
  const { view, texts } = usePanel();
  const element = useRef<HTMLDivElement>(null);
  useSidePaging(element);
  return (
    <div ref={element} class="sides">
      {sides.map((side) => (
        <section
          key={side}
          id={regionId(side)}
          class={`side ${side}`}
          aria-label={fill(texts.sideName, view[side].label)}
          data-side={side}
        >
          <SideHeading side={view[side]} />
          <Figures side={view[side]} />
          {children(side)}
        </section>
      ))}
    </div>
  );
}

/** The id of a side's region in the page. */
export function regionId(side: Side): string {
  return `side-${side}`;
}
