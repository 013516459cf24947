import type { ComponentChildren, JSX } from 'preact';
import { groupName, type NamedHunk } from '../hunkNames.ts';
import { usePanel } from '../panelContext.ts';

interface HunkGroupProps {
  readonly named: NamedHunk;
  readonly className: string;
  readonly children: ComponentChildren;
}

/** A hunk as something that can be focused, named and acted on by keys; one of all hunks takes part in tabbing. */
export function HunkGroup({ named, className, children }: HunkGroupProps): JSX.Element {
  const { view, texts, viewState, changeViewState } = usePanel();
  const { hunk, number } = named;
  const isCurrent = viewState.currentHunk === hunk.id;
  const makeCurrent = () =>
    changeViewState((state) => (state.currentHunk === hunk.id ? state : { ...state, currentHunk: hunk.id }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a hunk is looked at and focused as one, which no field set is.
    <div
      class={`${className} ${view.choices[hunk.id]?.state ?? 'open'} ${isCurrent ? 'current' : ''}`}
      role="group"
      aria-label={groupName(named, texts)}
      tabIndex={isCurrent || (viewState.currentHunk === null && number === 1) ? 0 : -1}
      data-hunk={hunk.id}
      onFocusCapture={makeCurrent}
      onPointerDown={makeCurrent}
    >
      {children}
    </div>
  );
}
