import type { AnswerPart } from '../core/answer.ts';
import type { ImageOptions } from '../core/asset/imageOptions.ts';
import type { Comparison } from '../core/comparison.ts';
import type { Resolution } from '../core/conflicts.ts';
import type { Contender } from '../core/contender.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Reading, ReadRequest, RoundReply } from '../core/edits/toolCall.ts';
import type { Failure } from '../core/failure.ts';
import type { Prompt } from '../core/prompt.ts';
import type { Side } from '../core/side.ts';
import type { SourceFile } from '../core/task.ts';

/** Time, so that tests can hold it. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Calls back after that many milliseconds; the returned function calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** Where a request goes, for people to see before it does. */
export interface RequestPreview {
  readonly endpoint: string;
  /** The JSON body exactly as the first request would carry it. */
  readonly body: unknown;
}

/** What a conversation starts from. The same for both sides but for the contender. */
export interface ConversationStart {
  readonly contender: Contender;
  readonly prompt: Prompt;
  /**
   * How a model without tools is told to write its edits as text. Goes behind the system prompt of contenders that use
   * no tools, and of those whose provider turned the tools down.
   */
  readonly textEditing: string;
  /** Whether the model gets the tools to read further files of the workspace. */
  readonly canRead: boolean;
  /** A picture is asked for: there are no tools but the provider's own for pictures. Absent for everything else. */
  readonly image?: ImageOptions;
}

/** One contender's conversation. It keeps the history its wire needs (signatures, encrypted reasoning) to itself. */
export interface Conversation {
  /**
   * Sends exactly one request and streams what comes: first the prompt, later the results of every call of the round
   * before. Ends with exactly one ending part and never throws for anything a provider or network can do. A round that
   * ended in `failure`, `cancelled` or `parameter-rejected` leaves the history as it was, so the same call repeats it;
   * after `paused` a call without results goes on. A message beside the results is a turn of the person.
   */
  next(reply: RoundReply, signal: AbortSignal): AsyncIterable<AnswerPart>;
  /** The history so far as JSON, from which the same client can go on after a restart. */
  saved(): unknown;
}

/** The models behind one wire. */
export interface ModelClient {
  preview(start: ConversationStart): RequestPreview;
  /**
   * Fails with `key-missing` and the like without sending anything.
   *
   * @param saved what `Conversation.saved` gave, to go on from there; null to begin. What cannot be read begins anew.
   */
  converse(start: ConversationStart, saved: unknown): Promise<Conversation | Failure>;
  /**
   * Has the provider count the input tokens of the first request, without asking the model: free of charge, but what
   * would be sent is sent. Fails as a request does.
   */
  count(start: ConversationStart, signal: AbortSignal): Promise<number | Failure>;
}

/** Finds the wire for a contender. Loading it (an SDK is large) happens here, on first use. */
export interface ModelClients {
  clientFor(contender: Contender): Promise<ModelClient>;
}

/** Where causes go that no person should have to read. Redacts keys; never given prompts or code. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

/** How writing accepted hunks ended. Hunks that did not fit any more are told, never forced. */
export type ApplyResult =
  | {
      readonly kind: 'applied';
      readonly landed: readonly Hunk[];
      /** The document already said the same. */
      readonly alreadyThere: readonly Hunk[];
      /** The document changed in the same place meanwhile. */
      readonly missed: readonly Hunk[];
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What is to be written. */
export interface ApplyRequest {
  /** The task's own file, which the person chose; it may be one that is to be made. */
  readonly own: SourceFile;
  /** The frozen files that the hunks are against. */
  readonly files: readonly SourceFile[];
  /** Of any number of files, none colliding. */
  readonly hunks: readonly Hunk[];
  /** How conflicts with the person's own changes were resolved, by the id of the conflict's first hunk. */
  readonly resolutions: Readonly<Record<string, Resolution>>;
}

/** Writes accepted hunks into the person's documents, as one undoable edit. */
export interface DocumentEditor {
  /** Null when the person called it off, e.g. when asked to confirm a protected file: then nothing was written. */
  apply(request: ApplyRequest): Promise<ApplyResult | null>;
}

/** Tells when documents are no longer, or again, what a comparison's hunks are against. */
export interface DocumentWatch {
  /**
   * Watches these files until disposed of. Calls back soon after a change, once for a burst of them, with the text as it
   * is now or null for a file that is gone; at once for files that differ already.
   */
  watch(files: readonly SourceFile[], changed: (path: string, text: string | null) => void): { dispose(): void };
}

/** Reads the workspace for models. Trust, secrets and ignore rules are kept here, whatever a model asks for. */
export interface WorkspaceReader {
  /**
   * The file as it is now, unsaved changes included, with a path as `SourceFile.path` has it; or why it is not shown, in
   * words for the model.
   *
   * @param near the task's own file, whose folder decides where a path without a folder's name belongs
   */
  readFile(path: string, near: SourceFile): Promise<SourceFile | { readonly refused: string }>;
  /**
   * Answers all but the view of a file. `text` is what the model is told.
   *
   * @param withheld paths of files that the person took out: nothing of them may be found
   */
  look(
    request: ReadRequest,
    near: SourceFile,
    withheld: readonly string[],
  ): Promise<{ readonly text: string; readonly reading: Reading }>;
}

/** A comparison as it is kept, to come back after a reload. */
export interface SavedComparison {
  readonly comparison: Comparison;
  /** What each side's `Conversation.saved` gave, for follow-ups; null where there is none. */
  readonly conversations: Readonly<Record<Side, unknown>>;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

/** Keeps comparisons that are not decided yet, per workspace. */
export interface ComparisonStore {
  /** Keeps the latest state soon; calls in quick succession become one write. Never throws. */
  save(saved: SavedComparison): void;
  /** Null when there is none, or it cannot be read any more. */
  load(comparisonId: string): Promise<SavedComparison | null>;
  /** All that are kept, the latest first. */
  list(): Promise<readonly SavedComparison[]>;
  remove(comparisonId: string): Promise<void>;
  /** Writes what is still waiting to be written. */
  flush(): Promise<void>;
}
