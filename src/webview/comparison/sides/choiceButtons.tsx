import type { JSX } from 'preact';
import { ActionButton } from '../actionButton.tsx';
import { fill } from '../format.ts';
import type { NamedHunk } from '../hunkNames.ts';
import { KeyHint } from '../keyHint.tsx';
import { usePanel } from '../panelContext.ts';
import { whyNotAcceptable } from './acceptability.ts';

/** Accept and Reject for one hunk. Pressing the pressed one takes the choice back. */
export function ChoiceButtons({ named }: { readonly named: NamedHunk }): JSX.Element {
  const { view, texts, send } = usePanel();
  const { hunk, number, label } = named;
  const state = view.choices[hunk.id]?.state ?? null;
  const disabledBecause = whyNotAcceptable(view, named.side, texts);
  const press = (pressed: boolean, intent: 'hunk-accepted' | 'hunk-rejected') => () =>
    send(pressed ? 'hunk-reopened' : intent, { hunkId: hunk.id });
  return (
    <span class="choice-buttons">
      <ActionButton
        look="secondary"
        className="accept"
        name={fill(texts.acceptHunk, number, label)}
        pressed={state === 'accepted'}
        disabledBecause={disabledBecause}
        onPress={press(state === 'accepted', 'hunk-accepted')}
      >
        {state === 'accepted' ? texts.accepted : texts.accept}
        <KeyHint>A</KeyHint>
      </ActionButton>
      <ActionButton
        look="secondary"
        className="reject"
        name={fill(texts.rejectHunk, number, label)}
        pressed={state === 'rejected'}
        disabledBecause={disabledBecause}
        onPress={press(state === 'rejected', 'hunk-rejected')}
      >
        {state === 'rejected' ? texts.rejected : texts.reject}
        <KeyHint>R</KeyHint>
      </ActionButton>
    </span>
  );
}
