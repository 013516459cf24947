import type { JSX } from 'preact';
import type { EarlierTurnView } from '../../../shared/comparisonView.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { Prose } from '../prose/prose.tsx';
import { toggleOpened } from '../viewState.ts';

/** The turns before this one, each folded to a line that says what was asked. */
export function EarlierTurns({ side }: { readonly side: SideOutline }): JSX.Element | null {
  if (side.earlier.length === 0) return null;
  return (
    <div class="earlier-turns">
      {side.earlier.map((turn, index) => (
        <EarlierTurn key={index} turn={turn} name={`turn:${side.side}:${index}`} />
      ))}
    </div>
  );
}

/** What this turn asks beyond the task; nothing for the first one. */
export function TurnHeading({ side }: { readonly side: SideOutline }): JSX.Element | null {
  if (side.instruction === null) return null;
  return (
    <h3 class="turn-heading">
      <Icon name="comment" />
      <span>{side.instruction}</span>
    </h3>
  );
}

function EarlierTurn({ turn, name }: { readonly turn: EarlierTurnView; readonly name: string }): JSX.Element {
  const { texts, viewState, changeViewState } = usePanel();
  const open = viewState.opened.includes(name);
  return (
    <details
      class="folding earlier-turn"
      open={open}
      onToggle={(event) => {
        const { open: opened } = event.currentTarget;
        if (opened !== open) changeViewState((state) => toggleOpened(state, name, opened));
      }}
    >
      <summary>
        <Icon name="chevron-right" />
        <span class="turn-words">{turn.instruction ?? texts.firstAnswer}</span>
      </summary>
      {open && (
        <div class="earlier-text">
          {turn.prose !== '' && <Prose text={turn.prose} growing={false} />}
          {turn.failure !== null && <p class="dim">{turn.failure}</p>}
        </div>
      )}
    </details>
  );
}
