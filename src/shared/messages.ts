import type { Choices } from '../core/diff/choices.ts';
import type { Side } from '../core/side.ts';
import type {
  ActionId,
  ColoursView,
  ComparisonView,
  DraftImagesView,
  NoticeView,
  RequestView,
  SideChange,
} from './comparisonView.ts';
import type { OutlookView } from './outlookView.ts';

/** A file that was pasted or dropped, in base64; or why the page does not hand it over. */
export type OfferedFile =
  | { readonly name: string; readonly data: string }
  | { readonly name: string; readonly fault: 'too-many-bytes' | 'unreadable' };

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
  'draft-images-changed': { readonly draftImages: DraftImagesView };
  'outlook-changed': { readonly outlook: OutlookView | null };
  'colours-changed': { readonly colours: ColoursView };
  'drift-changed': Pick<ComparisonView, 'driftedHunks' | 'conflicts'>;
  /** A command of VS Code's (a keybinding, the palette) that belongs to the hunk that has the panel's focus. */
  'command-given': { readonly command: PanelCommand };
  /** The host wants the person to see this hunk. */
  'hunk-revealed': { readonly hunkId: string };
}

/** What a command of VS Code's can ask of the panel that has the focus. */
export type PanelCommand =
  | 'next-hunk'
  | 'previous-hunk'
  | 'accept'
  | 'reject'
  | 'take-left'
  | 'take-right'
  | 'undo'
  | 'apply';

/** Text to append; `at` is the length before it, so that a lost or doubled message is noticed. */
export interface AnswerGrowth {
  readonly side: Side;
  readonly attempt: number;
  readonly prose: { readonly at: number; readonly text: string } | null;
  readonly thinking: { readonly at: number; readonly text: string } | null;
}

/**
 * What a panel tells the host: intents and hunk ids, never paths, and never text but for a follow-up's instruction, and
 * pictures that were pasted or dropped with their names. All of that goes to models and nowhere else.
 */
export interface PanelMessages {
  'panel-ready': Record<string, never>;
  'hunk-accepted': { readonly hunkId: string };
  'hunk-rejected': { readonly hunkId: string };
  /** Takes the choice on a hunk back. */
  'hunk-reopened': { readonly hunkId: string };
  'side-accepted': { readonly side: Side };
  'choice-undone': Record<string, never>;
  'accepted-applied': Record<string, never>;
  /** What is made is to go to another file; the host asks to which. `own`: back to the one that was asked for. */
  'target-asked': { readonly own: boolean };
  'comparison-declined': Record<string, never>;
  /** `side: null` means both. */
  'answer-cancelled': { readonly side: Side | null };
  'answer-asked-again': { readonly side: Side | null };
  /** On top of the answers so far; `side: null` means both. */
  'follow-up-asked': { readonly side: Side | null; readonly instruction: string };
  /** `take: null` takes the resolution back. */
  'conflict-resolved': { readonly hunkId: string; readonly take: 'mine' | 'theirs' | null };
  /** The side's hunks are to be shown in the person's own editor. */
  'inline-review-started': { readonly side: Side };
  /** In VS Code's diff editor: the file of that hunk, or all files of the side. */
  'diff-editor-opened': { readonly side: Side; readonly hunkId: string | null };
  /** Both results are to be seen as pages. */
  'preview-opened': Record<string, never>;
  'piece-toggled': { readonly pieceId: string; readonly included: boolean };
  /** The person wants to choose pictures. */
  'images-asked': Record<string, never>;
  /** Some were pasted or dropped at once, in their order. */
  'images-offered': { readonly files: readonly OfferedFile[] };
  /** A job is done, in base64; null when the file cannot be drawn. */
  'image-drawn': { readonly jobId: string; readonly data: string | null };
  'request-sent': Record<string, never>;
  /** The providers are to count the tokens of what would be sent. */
  'count-asked': Record<string, never>;
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
