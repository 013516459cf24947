import type { FailureKind } from '../../../core/failure.ts';
import type { ActionId, NoticeView } from '../../../shared/comparisonView.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { fill, formatDuration } from '../format.ts';
import type { IconName } from '../iconName.ts';
import type { PanelView, SideOutline } from '../panelState.ts';
import { isSideUnderWay } from '../panelState.ts';

/** How a side stands, in a word and a sign. */
export interface SideStatus {
  readonly tone: 'waiting' | 'busy' | 'done' | 'warning' | 'failed' | 'stopped';
  readonly icon: IconName | null;
  readonly text: string;
}

/** What a side is doing or how it ended. Changes with the state only, never with the clock: it is read aloud. */
export function statusOfSide(side: SideOutline, locale: string, texts: PanelTexts): SideStatus {
  if (side.retry !== null && isSideUnderWay(side)) return { tone: 'busy', icon: null, text: texts.statusRetrying };
  const ended = endingOf(side.failureKind, texts);
  switch (side.status) {
    case 'waiting':
      return { tone: 'waiting', icon: null, text: texts.statusWaiting };
    case 'connecting':
      return { tone: 'busy', icon: null, text: texts.statusConnecting };
    case 'thinking':
      return { tone: 'busy', icon: null, text: texts.statusThinking };
    case 'writing':
      return { tone: 'busy', icon: null, text: texts.statusWriting };
    case 'cancelled':
      return { tone: 'stopped', icon: 'circle-slash', text: texts.statusCancelled };
    case 'done':
      return ended ?? { tone: 'done', icon: 'check', text: doneText(side, locale, texts) };
    case 'failed':
      return ended ?? { tone: 'failed', icon: 'error', text: texts.statusFailed };
  }
}

/**
 * What went wrong on a side, in a tone that fits how its status is told: an answer without an edit is no error. What can
 * no longer be done is not offered.
 */
export function noticeOfSide(
  { failure, failureKind }: Pick<SideOutline, 'failure' | 'failureKind'>,
  phase: PanelView['phase'],
): NoticeView | null {
  if (failure === null) return null;
  const asksAgain = (id: ActionId) => id === 'ask-again' || id === 'allow-over-budget' || id === 'accept-loss';
  const actions = failure.actions.filter(({ id }) => phase !== 'settled' || !asksAgain(id));
  return { ...failure, actions, tone: toneOf(failureKind) ?? failure.tone };
}

/** Null where the host's own tone is right. */
function toneOf(kind: FailureKind | null): NoticeView['tone'] | null {
  switch (kind) {
    case 'no-edit':
      return 'information';
    case 'refused':
    case 'truncated':
    case 'stream-broken':
    case 'stalled':
    case 'interrupted':
    case 'empty-answer':
    case 'edit-mismatch':
    case 'budget-reached':
    case 'budget-unpriced':
    case 'budget-unknown':
      return 'warning';
    default:
      return null;
  }
}

function doneText({ startedAt, endedAt }: SideOutline, locale: string, texts: PanelTexts): string {
  return startedAt === null || endedAt === null
    ? texts.statusDone
    : fill(texts.statusDoneIn, formatDuration(endedAt - startedAt, locale));
}

/** Endings with a word of their own; null for the rest. */
function endingOf(kind: FailureKind | null, texts: PanelTexts): SideStatus | null {
  switch (kind) {
    case 'refused':
      return { tone: 'warning', icon: 'circle-slash', text: texts.statusRefused };
    case 'truncated':
    case 'stream-broken':
    case 'stalled':
      return { tone: 'warning', icon: 'warning', text: texts.statusCutOff };
    case 'budget-reached':
    case 'budget-unpriced':
    case 'budget-unknown':
      return { tone: 'warning', icon: 'circle-slash', text: texts.statusHeldBack };
    case 'interrupted':
      return { tone: 'warning', icon: 'debug-stop', text: texts.statusInterrupted };
    case 'no-edit':
      return { tone: 'stopped', icon: 'info', text: texts.statusNoEdit };
    case 'empty-answer':
      return { tone: 'warning', icon: 'info', text: texts.statusEmpty };
    case 'edit-mismatch':
      return { tone: 'warning', icon: 'warning', text: texts.statusMismatch };
    default:
      return null;
  }
}
