import type { JSX } from 'preact';
import { Icon } from '../icon.tsx';
import { usePanel, useWords } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { Prose } from '../prose/prose.tsx';
import { toggleOpened } from '../viewState.ts';

/** What the model let be seen of its thinking, folded. */
export function Thinking({ side }: { readonly side: SideOutline }): JSX.Element | null {
  const { texts, viewState, changeViewState } = usePanel();
  const { thinking } = useWords(side.side);
  if (thinking.trim() === '') return null;
  const name = `thinking:${side.side}:${side.turn}`;
  const open = viewState.opened.includes(name);
  return (
    <details
      class="thinking"
      open={open}
      onToggle={(event) => {
        const { open: opened } = event.currentTarget;
        if (opened !== open) changeViewState((state) => toggleOpened(state, name, opened));
      }}
    >
      <summary>
        <Icon name="chevron-right" />
        {texts.thinking}
      </summary>
      {open && (
        <div class="thinking-text">
          <Prose text={thinking} growing={side.status === 'thinking'} />
        </div>
      )}
    </details>
  );
}
