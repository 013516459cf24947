import type { FailureKind } from '../../../core/failure.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { fill, formatDuration } from '../format.ts';
import type { IconName } from '../iconName.ts';
import type { SideOutline } from '../panelState.ts';
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
    case 'no-edit':
      return { tone: 'warning', icon: 'info', text: texts.statusNoEdit };
    case 'empty-answer':
      return { tone: 'warning', icon: 'info', text: texts.statusEmpty };
    case 'edit-mismatch':
      return { tone: 'warning', icon: 'warning', text: texts.statusMismatch };
    default:
      return null;
  }
}
