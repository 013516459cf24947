import type { JSX } from 'preact';
import { ActionButton } from '../actionButton.tsx';
import { fill, formatElapsed } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { useNow } from '../useNow.ts';

interface RetryNoticeProps {
  readonly side: SideOutline;
  readonly retry: NonNullable<SideOutline['retry']>;
}

/** A pause before the same request goes out again: why, how long still, which try, and a way out. */
export function RetryNotice({ side, retry }: RetryNoticeProps): JSX.Element {
  const { texts, send } = usePanel();
  const now = useNow(true);
  return (
    <div class="notice warning">
      <Icon name="sync" />
      <p>
        {retry.sentence}{' '}
        <span class="countdown" aria-hidden="true">
          {fill(texts.tryingAgainIn, formatElapsed(retry.untilMs - now + 999), retry.attempt, retry.atMost)}
        </span>
      </p>
      <div class="notice-actions">
        <ActionButton
          look="secondary"
          name={fill(texts.cancelSide, side.label)}
          onPress={() => send('answer-cancelled', { side: side.side })}
        >
          {texts.cancel}
        </ActionButton>
      </div>
    </div>
  );
}
