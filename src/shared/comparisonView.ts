import type { AnswerStatus } from '../core/answer.ts';
import type { Effort } from '../core/contender.ts';
import type { Choices } from '../core/diff/choices.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Reading } from '../core/edits/toolCall.ts';
import type { FailureKind } from '../core/failure.ts';
import type { ImageMediaType, PieceImage } from '../core/images/image.ts';
import type { ImageSight } from '../core/images/imageSight.ts';
import type { Side } from '../core/side.ts';
import type { BillingTerms } from '../core/spend/billing.ts';
import type { Cost } from '../core/spend/cost.ts';
import type { PriceSource } from '../core/spend/priceSource.ts';
import type { Usage } from '../core/spend/usage.ts';
import type { CodeTaskKind } from '../core/task.ts';
import type { OutlookView } from './outlookView.ts';
import type { PanelTexts } from './panelTexts.ts';

/** What a comparison panel shows: a projection of the host's state, complete enough to start from nothing. */
export interface ComparisonView {
  readonly comparisonId: string;
  /** `draft`: not sent yet; `open`: sent, undecided; `settled`: applied or declined, nothing more to choose. */
  readonly phase: 'draft' | 'open' | 'settled';
  readonly task: TaskView;
  readonly left: SideView;
  readonly right: SideView;
  /** The frozen texts that the hunks are against, by path. A created file has no entry. */
  readonly baseFiles: readonly BaseFileView[];
  readonly choices: Choices;
  /** Hunks whose place in the person's code was changed since it was sent. */
  readonly driftedHunks: readonly string[];
  /** Of accepted hunks; empty when nothing stands in their way. */
  readonly conflicts: readonly ConflictView[];
  /** What the person's last deed came to (applied, landed in part, declined), or null. */
  readonly notice: NoticeView | null;
  readonly request: RequestView;
  readonly draftImages: DraftImagesView;
  /** Null while it is not known, and for scripted answers, which cost nothing. */
  readonly outlook: OutlookView | null;
  readonly colours: ColoursView;
  readonly texts: PanelTexts;
  /** BCP 47 tag for numbers. */
  readonly locale: string;
}

/** The panel's header. */
export interface TaskView {
  readonly kind: CodeTaskKind;
  /** E.g. `src/basket.ts`. */
  readonly path: string;
  /** 1-based first and last line of the selection, or null for the whole file. */
  readonly lines: readonly [first: number, last: number] | null;
  readonly instruction: string;
  /** Where an interface goes; null of every other kind of task. */
  readonly target: TargetView | null;
  /** True when hand-written answers stand in for both models. */
  readonly scripted: boolean;
}

/** Where what is made goes. */
export interface TargetView {
  /** The file that it goes to. */
  readonly path: string;
  /** Whether that is a new file. */
  readonly isNew: boolean;
  /** Whether the person chose it instead of the one that was asked for. */
  readonly isChosen: boolean;
}

/** A text the hunks are against. */
export interface BaseFileView {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

/** One contender and its answer. */
export interface SideView extends SideChange {
  readonly side: Side;
  readonly label: string;
  /** The effort that was asked for, or the model's documented default. */
  readonly effort: Effort | null;
  /** Counts askings; what arrives for an older one is dropped. */
  readonly attempt: number;
  /** 1 for what was asked first; a follow-up counts up. Prose and thinking are of this turn. */
  readonly turn: number;
  /** What this turn asked; null for the first one. */
  readonly instruction: string | null;
  readonly earlier: readonly EarlierTurnView[];
  readonly prose: string;
  readonly thinking: string;
}

/** A turn before the last one, to be read. */
export interface EarlierTurnView {
  readonly instruction: string | null;
  readonly prose: string;
  readonly thinking: string;
  readonly failure: string | null;
}

/** A place where accepted hunks and the person's own later changes meet. */
export interface ConflictView {
  /** The conflict's first hunk, by which it is resolved. */
  readonly hunkId: string;
  /** All its hunks. */
  readonly hunkIds: readonly string[];
  readonly side: Side;
  readonly path: string;
  /** 1-based line in the text as it is now. */
  readonly line: number;
  /** Lines with their terminators: when asked, now, and with the hunks. */
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** Null while it is open. */
  readonly resolution: 'mine' | 'theirs' | null;
}

/** The part of a side that is sent anew whenever any of it changes; prose and thinking only ever grow. */
export interface SideChange {
  /** The model id that the provider returned, else the one asked for. */
  readonly model: string;
  readonly modelIsConfirmed: boolean;
  readonly status: AnswerStatus;
  readonly growing: { readonly path: string | null; readonly lines: number } | null;
  readonly hunks: readonly Hunk[];
  readonly readings: readonly Reading[];
  /** True once a turn ended properly, so that its hunks may be accepted. */
  readonly acceptable: boolean;
  readonly mismatches: readonly { readonly path: string; readonly reason: string; readonly text: string }[];
  readonly failure: NoticeView | null;
  /** Which failure it is, so that a refusal, a cut-off answer and a dead network each get a word and a look of their own. */
  readonly failureKind: FailureKind | null;
  readonly retry: {
    readonly sentence: string;
    readonly attempt: number;
    readonly atMost: number;
    readonly untilMs: number;
  } | null;
  readonly requests: number;
  readonly usage: Usage;
  readonly usageIsFinal: boolean;
  readonly cost: Cost;
  /** What the response said of how it is billed; null while it has not. */
  readonly terms: BillingTerms | null;
  /** What `cost` was counted by; null where it is not known. */
  readonly prices: PriceSource | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  readonly firstTokenAt: number | null;
  readonly endedAt: number | null;
}

/** What a notice or failure offers to do; the host knows what each means. */
export type ActionId =
  | 'set-key'
  | 'choose-model'
  | 'try-scripted'
  | 'ask-again'
  | 'open-settings'
  | 'show-log'
  | 'manage-trust'
  | 'open-file'
  | 'copy-patch'
  | 'show-request'
  | 'take-back'
  | 'allow-over-budget'
  | 'accept-loss'
  | 'change-budget';

/** One sentence that says what happened and at most a few things that help, the best one first. */
export interface NoticeView {
  readonly tone: 'information' | 'success' | 'warning' | 'error';
  readonly sentence: string;
  readonly actions: readonly { readonly id: ActionId; readonly label: string }[];
}

/** Word for word what each side is sent, and the pieces that can be taken out while it is a draft. */
export interface RequestView {
  readonly pieces: readonly PieceView[];
  /** What both get, as text. */
  readonly system: string;
  readonly user: string;
  /** Per side, what differs: address, model and parameters, one `name: value` a line. */
  readonly left: RequestSideView;
  readonly right: RequestSideView;
}

export interface RequestSideView {
  readonly endpoint: string;
  /** The request's body as JSON, exactly as sent, pretty-printed. */
  readonly body: string;
  /** Estimated input tokens. */
  readonly estimatedInputTokens: number;
}

export interface PieceView {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly included: boolean;
  /** Of a picture; null for text. */
  readonly image: PieceImageView | null;
}

/** A picture as it is sent. */
export interface PieceImageView extends PieceImage {
  /** Estimated input tokens by side; null for a model that takes no pictures. */
  readonly tokens: Readonly<Record<Side, number | null>>;
}

/** Pictures on their way into a draft. */
export interface DraftImagesView {
  /** How many are to be drawn by the panel. */
  readonly preparing: number;
  /** The first of them, to be drawn and handed back: one at a time, since each can be many megabytes. */
  readonly job: ImageJobView | null;
  /** Why pictures that were offered last were not added, a sentence each. */
  readonly refused: readonly string[];
}

/** A picture that the panel is to draw anew, so that all of `sights` see it whole. */
export interface ImageJobView {
  readonly id: string;
  readonly mediaType: ImageMediaType;
  /** The file in base64. */
  readonly data: string;
  readonly sights: readonly ImageSight[];
}

/** Syntax colours: the person's own theme and the grammars of the languages at hand, for shiki in the panel. */
export interface ColoursView {
  /** A TextMate theme as shiki takes it, or null to go without colours. */
  readonly theme: object | null;
  /** TextMate grammars, embedded languages included. */
  readonly grammars: readonly object[];
  /** Maps VS Code language ids to grammar names. */
  readonly grammarOfLanguage: Readonly<Record<string, string>>;
}
