import type { JSX } from 'preact';
import { ActionButton } from '../actionButton.tsx';
import { useCode } from '../codeContext.ts';
import { fill } from '../format.ts';
import { KeyHint } from '../keyHint.tsx';
import { usePanelActions } from '../panelContext.ts';

interface ChoiceButtonsProps {
  readonly hunkId: string;
  readonly number: number;
  readonly label: string;
  readonly state: 'accepted' | 'rejected' | null;
  readonly disabledBecause: string | null;
}

/** Accept and Reject for one hunk. Pressing the pressed one takes the choice back. */
export function ChoiceButtons({ hunkId, number, label, state, disabledBecause }: ChoiceButtonsProps): JSX.Element {
  const { texts } = useCode();
  const { send } = usePanelActions();
  const press = (pressed: boolean, intent: 'hunk-accepted' | 'hunk-rejected') => () =>
    send(pressed ? 'hunk-reopened' : intent, { hunkId });
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
