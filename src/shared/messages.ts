import type { Choices } from '../core/diff/choices.ts';
import type { Side } from '../core/side.ts';
import type { ActionId, ColoursView, ComparisonView, NoticeView, RequestView, SideChange } from './comparisonView.ts';

/**
 * What the host tells a comparison panel. The host posts nothing before `panel-ready`, then one `view-replaced`; after
 * that the smaller ones. Every message carries the comparison's id (see `Envelope`), and stale ones are dropped.
 */
export interface HostMessages {
  'view-replaced': { readonly view: ComparisonView };
  /** Only what changed, so that the rest stays the same object in the panel too. */
  'side-changed': { readonly side: Side; readonly attempt: number; readonly change: Partial<SideChange> };
  'answer-grew': AnswerGrowth;
  'choices-changed': {
    readonly choices: Choices;
    readonly phase: ComparisonView['phase'];
    readonly notice: NoticeView | null;
  };
  'request-changed': { readonly request: RequestView };
  'colours-changed': { readonly colours: ColoursView };
  /** A command of the host's that belongs to what the panel shows, e.g. a keybinding. */
  'hunk-focused': { readonly direction: 'next' | 'previous' };
}

/** Text to append; `at` is the length before it, so that a lost or doubled message is noticed. */
export interface AnswerGrowth {
  readonly side: Side;
  readonly attempt: number;
  readonly prose: { readonly at: number; readonly text: string } | null;
  readonly thinking: { readonly at: number; readonly text: string } | null;
}

/** What a panel tells the host: intents and hunk ids, never text and never paths. */
export interface PanelMessages {
  'panel-ready': Record<string, never>;
  'hunk-accepted': { readonly hunkId: string };
  'hunk-rejected': { readonly hunkId: string };
  /** Takes the choice on a hunk back. */
  'hunk-reopened': { readonly hunkId: string };
  'side-accepted': { readonly side: Side };
  'choice-undone': Record<string, never>;
  'accepted-applied': Record<string, never>;
  'comparison-declined': Record<string, never>;
  /** `side: null` means both. */
  'answer-cancelled': { readonly side: Side | null };
  'answer-asked-again': { readonly side: Side | null };
  'piece-toggled': { readonly pieceId: string; readonly included: boolean };
  'request-sent': Record<string, never>;
  'action-chosen': { readonly side: Side | null; readonly action: ActionId };
  'link-opened': { readonly address: string };
}

/** How a message of either direction travels. */
export type Envelope<Messages> = {
  readonly [Name in keyof Messages]: {
    readonly type: Name;
    /** Null only for `panel-ready`, when the panel does not know yet. */
    readonly comparisonId: string | null;
    readonly payload: Messages[Name];
  };
}[keyof Messages];

/** One function per message; a message without a handler does not compile. */
export type Handlers<Messages> = {
  readonly [Name in keyof Messages]: (payload: Messages[Name]) => void;
};
