import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { otherSide, type Side, sides } from '../../core/side.ts';
import { SideMark } from './sideMark.tsx';

interface SideTablistProps {
  readonly className: string;
  /** The list's name. */
  readonly label: string;
  readonly shown: Side;
  readonly onShow: (side: Side) => void;
  /** The id of the region that a side's tab is for. */
  readonly regionOf: (side: Side) => string;
  /** What stands on a side's tab, beside its mark. */
  readonly children: (side: Side) => ComponentChildren;
}

/** A tab for each side, where there is room for one side at a time. */
export function SideTablist(props: SideTablistProps): JSX.Element {
  const { className, label, shown, onShow, regionOf, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    // Two tabs: each arrow leads to the other one.
    const side = otherSide(shown);
    onShow(side);
    list.current?.querySelector<HTMLElement>(`[data-tab="${side}"]`)?.focus();
    event.preventDefault();
  };
  return (
    <div ref={list} class={className} role="tablist" aria-label={label} onKeyDown={step}>
      {sides.map((side) => (
        <button
          key={side}
          type="button"
          role="tab"
          data-tab={side}
          tabIndex={side === shown ? 0 : -1}
          aria-selected={side === shown}
          aria-controls={regionOf(side)}
          onClick={() => onShow(side)}
        >
          <SideMark side={side} />
          {children(side)}
        </button>
      ))}
    </div>
  );
}
