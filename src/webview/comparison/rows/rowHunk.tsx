import type { ComponentChildren, JSX } from 'preact';
import { ActionButton } from '../actionButton.tsx';
import { useCode } from '../codeContext.ts';
import { fill } from '../format.ts';
import { Icon } from '../icon.tsx';
import { NoteTags } from '../noteTags.tsx';
import { usePanelActions } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import { ChoiceButtons } from '../sides/choiceButtons.tsx';
import type { HunkLook, RowLook } from './rowLook.ts';

interface RowHunkProps {
  /** One hunk, or both sides' when they say the same. */
  readonly hunks: readonly HunkLook[];
  readonly look: RowLook;
  /** True where each hunk of the row can be chosen by itself. */
  readonly showsChoice: boolean;
  /** True to offer turning this one down without deciding for the other. */
  readonly offersReject?: boolean;
  readonly children?: ComponentChildren;
}

/** A hunk in its row: focused, named and acted on by keys like in every other view. */
export function RowHunk({
  hunks,
  look,
  showsChoice,
  offersReject = false,
  children,
}: RowHunkProps): JSX.Element | null {
  const { texts } = useCode();
  const { changeViewState, send } = usePanelActions();
  const first = hunks[0];
  if (first === undefined) return null;
  const isAgreed = hunks.length > 1;
  const isCurrent = hunks.some(({ id }) => id === look.current);
  const makeCurrent = () =>
    changeViewState((state) =>
      hunks.some(({ id }) => id === state.currentHunk) ? state : { ...state, currentHunk: first.id },
    );
  const { choice } = first;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a hunk is looked at and focused as one, which no field set is.
    <div
      class={`cell row-hunk ${isAgreed ? 'both' : first.side} ${choice ?? 'open'} ${isCurrent ? 'current' : ''} ${first.provisional ? 'provisional' : ''}`}
      role="group"
      aria-label={first.name}
      tabIndex={hunks.some(({ id }) => id === look.tabStop) ? 0 : -1}
      data-hunk={hunks.map(({ id }) => id).join(' ')}
      onFocusCapture={makeCurrent}
      onPointerDown={makeCurrent}
    >
      <div class="cell-bar">
        {hunks.map(({ side }) => (
          <SideMark key={side} side={side} />
        ))}
        <span class="cell-whose">{isAgreed ? texts.bothAnswers : look.labels[first.side]}</span>
        <span class="cell-place">
          {fill(texts.hunkOf, first.number, first.count)}
          {first.provisional && <span class="being-written"> · {texts.stillBeingWritten}</span>}
        </span>
        {look.state === 'undecided' && choice === null && !first.provisional && <span>{texts.notDecided}</span>}
        {look.state === 'neither' && <span>{texts.staysAsItIs}</span>}
        {offersReject && !showsChoice && (
          <ActionButton
            look="quiet"
            className="icon-only cell-reject"
            name={fill(texts.rejectHunk, first.number, look.labels[first.side])}
            hint={fill(texts.rejectHunk, first.number, look.labels[first.side])}
            pressed={choice === 'rejected'}
            disabledBecause={look.blocked[first.side]}
            onPress={() => send(choice === 'rejected' ? 'hunk-reopened' : 'hunk-rejected', { hunkId: first.id })}
          >
            <Icon name="close" />
          </ActionButton>
        )}
        {showsChoice && (
          <ChoiceButtons
            hunkId={first.id}
            number={first.number}
            label={look.labels[first.side]}
            state={choice}
            disabledBecause={look.blocked[first.side]}
          />
        )}
      </div>
      <NoteTags notes={hunks.flatMap(({ notes }) => notes).filter(isFirstOfItsText)} />
      {children}
    </div>
  );
}

function isFirstOfItsText<Note extends { readonly text: string }>(note: Note, index: number, all: readonly Note[]) {
  return all.findIndex(({ text }) => text === note.text) === index;
}
