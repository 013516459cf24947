import { type Side, sides } from '../../core/side.ts';
import type { ComparisonView, SideView } from '../../shared/comparisonView.ts';
import type { AnswerGrowth, Envelope, HostMessages } from '../../shared/messages.ts';
import { shareEqual } from './shareEqual.ts';

/** What a side says in words; grows many times a second while it streams. */
export type SideWords = Pick<SideView, 'prose' | 'thinking'>;

/** A side without its words. */
export type SideOutline = Omit<SideView, keyof SideWords>;

/** The host's view without the words, so that words can grow while everything else stays the same object. */
export type PanelView = Omit<ComparisonView, Side> & Readonly<Record<Side, SideOutline>>;

/** What the panel knows, and whether a message was lost so that a whole view has to be asked for. */
export interface PanelState {
  readonly view: PanelView | null;
  readonly words: Readonly<Record<Side, SideWords>>;
  readonly lostTrack: boolean;
}

const noWords: SideWords = { prose: '', thinking: '' };

/** Before the host has posted anything. */
export const emptyPanelState: PanelState = { view: null, words: { left: noWords, right: noWords }, lostTrack: false };

/**
 * The state after a message of the host's. Messages of another comparison or of an older asking change nothing, and
 * neither does text that was already there; a gap in the text sets `lostTrack`, which only a whole view clears.
 */
export function applyHostMessage(state: PanelState, message: Envelope<HostMessages>): PanelState {
  if (message.type === 'view-replaced') return wholeState(state.view, message.payload.view);
  const { view } = state;
  if (view === null || message.comparisonId !== view.comparisonId) return state;
  switch (message.type) {
    case 'side-changed': {
      const { side, attempt, change } = message.payload;
      if (attempt < view[side].attempt) return state;
      const begun = beginAttempt(state, view, side, attempt);
      return { ...begun.state, view: withSide(begun.view, side, { ...begun.view[side], ...change }) };
    }
    case 'answer-grew':
      return grow(state, view, message.payload);
    case 'choices-changed': {
      const { choices, phase, notice } = message.payload;
      return { ...state, view: { ...view, choices, phase, notice } };
    }
    case 'request-changed':
      return { ...state, view: { ...view, request: message.payload.request } };
    case 'draft-images-changed':
      return { ...state, view: { ...view, draftImages: message.payload.draftImages } };
    case 'outlook-changed':
      return { ...state, view: { ...view, outlook: message.payload.outlook } };
    case 'colours-changed':
      return { ...state, view: { ...view, colours: message.payload.colours } };
    case 'drift-changed':
      return { ...state, view: { ...view, ...message.payload } };
    case 'command-given':
    case 'hunk-revealed':
      return state;
  }
}

/** True while any of both answers may still grow. */
export function isAnyUnderWay(view: PanelView): boolean {
  return sides.some((side) => isSideUnderWay(view[side]));
}

/** True while this side's answer may still grow. */
export function isSideUnderWay({ status }: Pick<SideView, 'status'>): boolean {
  return status === 'connecting' || status === 'thinking' || status === 'writing';
}

function wholeState(before: PanelView | null, view: ComparisonView): PanelState {
  const { left, right, ...rest } = view;
  const { prose: leftProse, thinking: leftThinking, ...leftOutline } = left;
  const { prose: rightProse, thinking: rightThinking, ...rightOutline } = right;
  return {
    // A new object even where nothing changed: it gives a panel that ran into a fault another chance.
    view: { ...shareEqual(before, { ...rest, left: leftOutline, right: rightOutline }) },
    words: {
      left: { prose: leftProse, thinking: leftThinking },
      right: { prose: rightProse, thinking: rightThinking },
    },
    lostTrack: false,
  };
}

/** A new asking starts without words. */
function beginAttempt(
  state: PanelState,
  view: PanelView,
  side: Side,
  attempt: number,
): { readonly state: PanelState; readonly view: PanelView } {
  if (attempt === view[side].attempt) return { state, view };
  const begun = withSide(view, side, { ...view[side], attempt });
  return { state: { ...state, view: begun, words: { ...state.words, [side]: noWords } }, view: begun };
}

function grow(state: PanelState, view: PanelView, growth: AnswerGrowth): PanelState {
  const { side, attempt } = growth;
  if (attempt < view[side].attempt) return state;
  const begun = beginAttempt(state, view, side, attempt).state;
  const before = begun.words[side];
  const prose = append(before.prose, growth.prose);
  const thinking = append(before.thinking, growth.thinking);
  if (prose === null || thinking === null) return { ...state, lostTrack: true };
  if (prose === before.prose && thinking === before.thinking) return begun;
  return { ...begun, words: { ...begun.words, [side]: { prose, thinking } } };
}

/** Null when something before it is missing. */
function append(text: string, growth: { readonly at: number; readonly text: string } | null): string | null {
  if (growth === null) return text;
  if (growth.at > text.length) return null;
  const known = text.length - growth.at;
  return known >= growth.text.length ? text : text + growth.text.slice(known);
}

function withSide(view: PanelView, side: Side, changed: SideOutline): PanelView {
  return side === 'left' ? { ...view, left: changed } : { ...view, right: changed };
}
