import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Side, sides } from '../../../core/side.ts';
import { ActionButton } from '../actionButton.tsx';
import { KeyHint } from '../keyHint.tsx';
import { commandKey } from '../keyNames.ts';
import { usePanel } from '../panelContext.ts';
import { SideMark } from '../sideMark.tsx';
import type { FollowUpDraft } from '../viewState.ts';
import { askedSide, whyNotAsked } from './whoCanBeAsked.ts';

/** The host takes no more than this, in characters. */
const longestInstruction = 8000;
/** How long after the last key what was typed is kept for a reload, in milliseconds. */
const keepDelay = 300;

/** Asks one or both models for more, on top of their answers so far. */
export function FollowUp(): JSX.Element {
  const { view, texts, viewState, changeViewState, send } = usePanel();
  const [draft, setDraft] = useState<FollowUpDraft>(viewState.followUp);
  // Typing renders this part alone; what is typed is kept with the panel's own state a moment later.
  const latest = useRef(draft);
  latest.current = draft;
  const keep = () => changeViewState((state) => ({ ...state, followUp: latest.current }));
  useEffect(() => {
    if (draft === viewState.followUp) return undefined;
    const timer = window.setTimeout(keep, keepDelay);
    return () => window.clearTimeout(timer);
  }, [draft]);
  useEffect(() => keep, []);
  const side = askedSide(view, draft.side, texts);
  const blocked = whyNotAsked(view, side, texts);
  const isEmpty = draft.text.trim() === '';
  const ask = () => {
    if (blocked !== null || isEmpty) return;
    send('follow-up-asked', { side, instruction: draft.text.trim() });
    setDraft({ ...draft, text: '' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    // Enter also ends the composing of a character.
    if (isSend && !event.isComposing) ask();
    else if (event.key === 'Escape') (event.currentTarget as HTMLElement).blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section class="follow-up" aria-label={texts.followUp}>
      <textarea
        aria-label={texts.followUp}
        placeholder={texts.followUpPlaceholder}
        rows={1}
        maxLength={longestInstruction}
        value={draft.text}
        onInput={({ currentTarget }) => setDraft({ ...draft, text: currentTarget.value })}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      <div class="follow-up-bar">
        <WhomToAsk side={side} choose={(chosen) => setDraft({ ...draft, side: chosen })} />
        <span class="follow-up-why">{blocked ?? ''}</span>
        <ActionButton look="secondary" disabledBecause={blocked ?? (isEmpty ? texts.writeFirst : null)} onPress={ask}>
          {texts.askFollowUp}
          <KeyHint>{commandKey('Enter')}</KeyHint>
        </ActionButton>
      </div>
    </section>
  );
}

interface WhomToAskProps {
  readonly side: Side | null;
  readonly choose: (side: Side | null) => void;
}

function WhomToAsk({ side, choose }: WhomToAskProps): JSX.Element {
  const { view, texts } = usePanel();
  const choices: readonly (Side | null)[] = [null, ...sides];
  return (
    // biome-ignore lint/a11y/useSemanticElements: these choose whom to ask; a field set would draw a frame.
    <span class="segments" role="group" aria-label={texts.whomToAsk}>
      {choices.map((choice) => {
        const why = whyNotAsked(view, choice, texts);
        return (
          <button
            key={choice ?? 'both'}
            type="button"
            aria-pressed={side === choice}
            onClick={why === null ? () => choose(choice) : undefined}
            {...(why === null ? {} : { 'aria-disabled': true, 'aria-description': why, title: why })}
          >
            {choice !== null && <SideMark side={choice} />}
            {choice === null ? texts.askBoth : view[choice].label}
          </button>
        );
      })}
    </span>
  );
}
