import type { Answer } from '../core/answer.ts';
import type { Comparison } from '../core/comparison.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import type { RequestView, SideChange } from '../shared/comparisonView.ts';
import type { AnswerGrowth, Envelope, HostMessages } from '../shared/messages.ts';
import type { PanelSentences } from './panelState.ts';
import { driftView, phaseOf, sideChange } from './panelState.ts';

/** A message to a panel. */
export type HostMessage = Envelope<HostMessages>;

/**
 * What a panel that shows one state has to be told to show a later one of the same comparison, as little as possible:
 * text that only grew goes as growth, a side's figures go without its text. However many deltas came between the two
 * states, this is one step. Null when only a whole new view will do (a new asking or turn, other base texts, another target).
 */
export function messagesBetween(
  shown: Comparison,
  now: Comparison,
  sentences: PanelSentences,
  request: () => RequestView,
): readonly HostMessage[] | null {
  const isNewTurn = (side: Side) => shown[side].attempt !== now[side].attempt || shown[side].turn !== now[side].turn;
  if (shown.target !== now.target) return null;
  if (shown.task !== now.task || shown.readFiles !== now.readFiles || sides.some(isNewTurn)) return null;
  const messages: HostMessage[] = [];
  const post = <Name extends keyof HostMessages>(type: Name, payload: HostMessages[Name]) => {
    // The union of all envelopes cannot be inferred from a generic name; the signature above says that they fit.
    messages.push({ type, comparisonId: now.id, payload } as HostMessage);
  };
  for (const side of sides) {
    const growth = growthBetween(side, shown[side], now[side]);
    if (growth === null) return null;
    if (growth.prose !== null || growth.thinking !== null) post('answer-grew', growth);
    if (changedBesideText(shown[side], now[side])) {
      const change = changesBetween(sideChange(shown[side], sentences), sideChange(now[side], sentences));
      post('side-changed', { side, attempt: now[side].attempt, change });
    }
  }
  if (shown.choices !== now.choices || shown.phase !== now.phase || shown.outcome !== now.outcome) {
    post('choices-changed', {
      choices: now.choices,
      phase: phaseOf(now),
      notice: sentences.describeOutcome(now),
    });
  }
  if (changedDrift(shown, now)) post('drift-changed', driftView(now));
  if (shown.pieces !== now.pieces || shown.leftOut !== now.leftOut) post('request-changed', { request: request() });
  return messages;
}

/** Whether hunks may stand otherwise to the person's own changes; without any of those there is nothing to look at. */
function changedDrift(shown: Comparison, now: Comparison): boolean {
  if (shown.drift !== now.drift) return true;
  if (Object.keys(now.drift).length === 0) return false;
  return (
    shown.choices !== now.choices ||
    shown.resolutions !== now.resolutions ||
    sides.some((side) => shown[side].hunks !== now[side].hunks)
  );
}

/** What was appended to a side's texts, or null when a text changed otherwise. */
function growthBetween(side: Side, shown: Answer, now: Answer): AnswerGrowth | null {
  if (!now.prose.startsWith(shown.prose) || !now.thinking.startsWith(shown.thinking)) return null;
  return {
    side,
    attempt: now.attempt,
    prose: appended(shown.prose, now.prose),
    thinking: appended(shown.thinking, now.thinking),
  };
}

function appended(before: string, after: string): AnswerGrowth['prose'] {
  return before.length === after.length ? null : { at: before.length, text: after.slice(before.length) };
}

function changesBetween(shown: SideChange, now: SideChange): Partial<SideChange> {
  const entries = Object.entries(now).filter(([key, value]) => shown[key as keyof SideChange] !== value);
  return Object.fromEntries(entries) as Partial<SideChange>;
}

function changedBesideText(shown: Answer, now: Answer): boolean {
  if (shown === now) return false;
  const { prose: _shownProse, thinking: _shownThinking, ...shownRest } = shown;
  const { prose: _prose, thinking: _thinking, ...rest } = now;
  return Object.entries(rest).some(([key, value]) => shownRest[key as keyof typeof shownRest] !== value);
}
