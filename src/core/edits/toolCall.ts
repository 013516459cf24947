/**
 * What a model asks to be done to one file, whatever dialect it was written in. Paths are as the model wrote them;
 * texts have LF line endings as models write them.
 */
export type FileEdit =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly newPath: string }
  /** Headerless V4A sections, as the Responses API's `apply_patch` sends them for one file. */
  | { readonly kind: 'patch'; readonly path: string; readonly diff: string }
  | { readonly kind: 'replace'; readonly path: string; readonly oldText: string; readonly newText: string }
  /** Inserts after that many lines (0 = at the very top). */
  | { readonly kind: 'insert'; readonly path: string; readonly afterLine: number; readonly text: string };

/** Edits of any number of files that were written as one: a whole patch, or the blocks of a reply's text. */
export interface EditBatch {
  readonly kind: 'batch';
  /** In the order in which they were written, which is that in which they land. */
  readonly edits: readonly FileEdit[];
  /** What could not be read; each is told to the model, and none takes a good edit with it. */
  readonly problems: readonly EditProblem[];
}

/** A part of a batch that could not be read as an edit. */
export interface EditProblem {
  /** The file it is about, or '' where it names none. */
  readonly path: string;
  /** In words, for the model. */
  readonly reason: string;
  /** As the model wrote it. */
  readonly text: string;
}

/** A model asking to read a file; lines are 1-based and inclusive, null for the whole file. */
export interface FileView {
  readonly kind: 'view';
  readonly path: string;
  readonly lines: readonly [first: number, last: number] | null;
}

/** What a model asks to read of the workspace, beyond what it was sent. Nothing of it ever writes. */
export type ReadRequest =
  /** Of a folder, its files. */
  | FileView
  /** Lines that contain the text, in the files of a folder or the only file of that path; null for the workspace. */
  | { readonly kind: 'search'; readonly text: string; readonly path: string | null }
  | { readonly kind: 'list'; readonly path: string | null }
  /** The editor's own problems with a file. */
  | { readonly kind: 'diagnostics'; readonly path: string };

/** A call whose arguments made no sense. `reason` is told to the model. */
export interface MalformedCall {
  readonly kind: 'malformed';
  readonly reason: string;
}

/** One complete tool call of a model. */
export interface ToolCall {
  /** The provider's id for the call; the result goes back under it. */
  readonly callId: string;
  readonly request: FileEdit | EditBatch | ReadRequest | MalformedCall;
}

/** What the model is told about a call. */
export interface ToolResult {
  readonly callId: string;
  readonly succeeded: boolean;
  readonly text: string;
}

/** What a model is told next: of each call of the round before, and what the person or Tiebreak says beside that. */
export interface RoundReply {
  readonly results: readonly ToolResult[];
  /** A further turn of the person: a follow-up, or what became of edits that were written as text. Null for none. */
  readonly message: string | null;
}

/** What a model read of the workspace, for the person to see. */
export interface Reading {
  readonly request: ReadRequest;
  /** False when it was refused or there was nothing to read. */
  readonly succeeded: boolean;
  /** 1-based first and last line of what was sent of a file; null for other kinds. */
  readonly lines: readonly [first: number, last: number] | null;
  /** Hits of a search, files of a list, problems of a file; null for a view. */
  readonly found: number | null;
  /** Characters that were sent to the model. */
  readonly characters: number;
}
