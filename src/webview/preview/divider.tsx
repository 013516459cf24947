import type { JSX } from 'preact';
import type { PreviewView } from '../../shared/previewView.ts';
import { fill } from '../comparison/format.ts';
import type { PageControls } from './pageControls.ts';
import { usePreview } from './previewContext.ts';

interface DividerProps {
  readonly view: PreviewView;
  readonly onControls: (change: Partial<PageControls>) => void;
}

/** Where one page ends and the other begins while they lie over each other: a slider, and a line across both. */
export function Divider({ view, onControls }: DividerProps): JSX.Element {
  const { texts, locale, controls } = usePreview();
  const { divide } = controls;
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share / 100);
  return (
    <>
      <input
        class="divider"
        type="range"
        min={0}
        max={100}
        step={1}
        value={divide}
        aria-label={texts.divider}
        aria-valuetext={fill(texts.divided, view.left.label, percent(divide), view.right.label, percent(100 - divide))}
        onInput={({ currentTarget }) => onControls({ divide: currentTarget.valueAsNumber })}
      />
      <div class="divider-line" aria-hidden="true" />
    </>
  );
}
