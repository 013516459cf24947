import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { otherSide, type Side, sides } from '../../core/side.ts';
import type { PreviewView } from '../../shared/previewView.ts';
import { SideMark } from '../comparison/sideMark.tsx';
import type { PageControls } from './pageControls.ts';
import { usePreview } from './previewContext.ts';

interface SideTabsProps {
  readonly view: PreviewView;
  readonly onControls: (change: Partial<PageControls>) => void;
}

/** Chooses the side where there is room for one. */
export function SideTabs({ view, onControls }: SideTabsProps): JSX.Element {
  const { texts, controls } = usePreview();
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    // Two tabs: each arrow leads to the other one.
    const side = otherSide(controls.narrowSide);
    onControls({ narrowSide: side });
    list.current?.querySelector<HTMLElement>(`[data-tab="${side}"]`)?.focus();
    event.preventDefault();
  };
  return (
    <div ref={list} class="side-tabs" role="tablist" aria-label={texts.sides} onKeyDown={step}>
      {sides.map((side) => {
        const isShown = controls.narrowSide === side;
        return (
          <button
            key={side}
            type="button"
            role="tab"
            data-tab={side}
            tabIndex={isShown ? 0 : -1}
            aria-selected={isShown}
            aria-controls={sideId(side)}
            onClick={() => onControls({ narrowSide: side })}
          >
            <SideMark side={side} />
            <span class="tab-name">{view[side].label}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The id of a side's region. */
export function sideId(side: Side): string {
  return `side-${side}`;
}
