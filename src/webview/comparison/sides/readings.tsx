import type { JSX, RefObject } from 'preact';
import { Icon } from '../icon.tsx';
import { usePanel, useWords } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';
import { toggleOpened } from '../viewState.ts';
import { readingDetail, readingsSummary, readingText } from './readingTexts.ts';

/** Where a turn's readings are shown: decided once, when there are first any. */
export interface ReadingsPlace {
  readonly turn: string;
  readonly place: 'top' | 'bottom' | null;
}

interface ReadingsProps {
  readonly side: SideOutline;
  readonly place: 'top' | 'bottom';
  readonly settled: RefObject<ReadingsPlace>;
}

/**
 * What the model read beyond what it was sent, in one folded line above its words. Where words were there first it goes
 * below everything, since nothing that is being read may move.
 */
export function Readings({ side, place, settled }: ReadingsProps): JSX.Element | null {
  const { view, texts, viewState, changeViewState } = usePanel();
  const { prose } = useWords(side.side);
  const { readings } = side;
  if (readings.length === 0) return null;
  const turn = `${side.attempt}:${side.turn}`;
  if (settled.current?.turn !== turn) {
    const isLate = isSideUnderWay(side) && (prose !== '' || side.hunks.length > 0);
    settled.current = { turn, place: isLate ? 'bottom' : 'top' };
  }
  if (settled.current.place !== place) return null;
  const name = `readings:${side.side}`;
  const open = viewState.opened.includes(name);
  return (
    <details
      class="folding readings"
      open={open}
      onToggle={(event) => {
        const { open: opened } = event.currentTarget;
        if (opened !== open) changeViewState((state) => toggleOpened(state, name, opened));
      }}
    >
      <summary>
        <Icon name="chevron-right" />
        {readingsSummary(readings, texts, view.locale)}
      </summary>
      {open && (
        <ul>
          {readings.map((reading, index) => (
            <li key={index} class={reading.succeeded ? '' : 'refused'}>
              <span>{readingText(reading, texts)}</span>
              <span class="dim">{readingDetail(reading, texts)}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
