import type { JSX } from 'preact';
import type { Side } from '../../core/side.ts';
import type { PreviewView } from '../../shared/previewView.ts';
import { SideTablist } from '../comparison/sideTablist.tsx';
import type { PageControls } from './pageControls.ts';
import { usePreview } from './previewContext.ts';

interface SideTabsProps {
  readonly view: PreviewView;
  readonly onControls: (change: Partial<PageControls>) => void;
}

/** Chooses the side where there is room for one. */
export function SideTabs({ view, onControls }: SideTabsProps): JSX.Element {
  const { texts, controls } = usePreview();
  return (
    <SideTablist
      className="side-tabs"
      label={texts.sides}
      shown={controls.narrowSide}
      onShow={(narrowSide) => onControls({ narrowSide })}
      regionOf={sideId}
    >
      {(side) => <span class="tab-name">{view[side].label}</span>}
    </SideTablist>
  );
}

/** The id of a side's region. */
export function sideId(side: Side): string {
  return `side-${side}`;
}
