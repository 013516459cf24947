import type { JSX } from 'preact';
import { ActionButton } from '../actionButton.tsx';
import { fill, formatElapsed } from '../format.ts';
import { Icon } from '../icon.tsx';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';
import { SideMark } from '../sideMark.tsx';
import { useJustEnded } from '../useJustEnded.ts';
import { useNow } from '../useNow.ts';
import { statusOfSide } from './sideStatus.ts';

/** Who answers, as which model, and whether it is done. */
export function SideHeading({ side }: { readonly side: SideOutline }): JSX.Element {
  const { view, texts, send } = usePanel();
  const status = statusOfSide(side, view.locale, texts);
  const underWay = isSideUnderWay(side);
  const justEnded = useJustEnded(underWay, side.status === 'cancelled');
  return (
    <div class="side-heading">
      <SideMark side={side.side} />
      <h2>{side.label}</h2>
      <span class="model" title={side.modelIsConfirmed ? texts.modelConfirmed : texts.modelAsked}>
        {side.model}
        {side.effort !== null && ` · ${fill(texts.effort, side.effort)}`}
      </span>
      <span class="side-now">
        <span class={`side-status ${status.tone}`}>
          <span role="status">
            {status.icon !== null && <Icon name={status.icon} />}
            {status.text}
          </span>
          {underWay && side.retry === null && side.startedAt !== null && <Elapsed since={side.startedAt} />}
        </span>
        {view.phase === 'open' && side.status !== 'waiting' && (
          <ActionButton
            look="quiet"
            className="icon-only"
            name={fill(underWay ? texts.cancelSide : texts.askSideAgain, side.label)}
            hint={fill(underWay ? texts.cancelSide : texts.askSideAgain, side.label)}
            disabledBecause={justEnded ? texts.onlyJustEnded : null}
            onPress={() => send(underWay ? 'answer-cancelled' : 'answer-asked-again', { side: side.side })}
          >
            <Icon name={underWay ? 'debug-stop' : 'refresh'} />
          </ActionButton>
        )}
      </span>
    </div>
  );
}

/** The running clock. Not part of the status, so that no screen reader counts seconds aloud. */
function Elapsed({ since }: { readonly since: number }): JSX.Element {
  const now = useNow(true);
  return (
    <span class="elapsed" aria-hidden="true">
      {formatElapsed(now - since)}
    </span>
  );
}
