import type { JSX } from 'preact';
import { ActionButton } from '../actionButton.tsx';
import { fill } from '../format.ts';
import { NoticeBox } from '../noticeBox.tsx';
import { usePanel, useWords } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';
import { RetryNotice } from './retryNotice.tsx';
import { noticeOfSide } from './sideStatus.ts';

/** What there is to say about an answer that is not simply done: one sentence, and what helps. */
export function SideState({ side }: { readonly side: SideOutline }): JSX.Element | null {
  const { view, texts, send } = usePanel();
  const { prose } = useWords(side.side);
  if (side.retry !== null && isSideUnderWay(side)) return <RetryNotice side={side} retry={side.retry} />;
  const notice = noticeOfSide(side, view.phase);
  if (notice !== null) return <NoticeBox notice={notice} side={side.side} />;
  if (side.status === 'cancelled') {
    return (
      <div class="notice quiet-notice">
        <p>
          {fill(prose === '' && side.hunks.length === 0 ? texts.cancelledEmpty : texts.cancelledPartly, side.label)}
        </p>
        {view.phase === 'open' && (
          <div class="notice-actions">
            <ActionButton look="secondary" onPress={() => send('answer-asked-again', { side: side.side })}>
              {texts.askAgain}
            </ActionButton>
          </div>
        )}
      </div>
    );
  }
  if (side.status === 'waiting') return <p class="empty-answer">{fill(texts.notAskedYet, side.label)}</p>;
  if (isSideUnderWay(side) && prose === '' && side.hunks.length === 0 && side.growing === null) {
    return (
      <div class="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    );
  }
  return null;
}
