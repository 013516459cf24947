/**
 * What a model asks to be done to one file, whatever dialect it was written in. Paths are as the model wrote them;
 * texts have LF line endings as models write them.
 */
export type FileEdit =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  /** Headerless V4A sections, as the Responses API's `apply_patch` sends them for one file. */
  | { readonly kind: 'patch'; readonly path: string; readonly diff: string }
  | { readonly kind: 'replace'; readonly path: string; readonly oldText: string; readonly newText: string }
  /** Inserts after that many lines (0 = at the very top). */
  | { readonly kind: 'insert'; readonly path: string; readonly afterLine: number; readonly text: string };

/** A model asking to read a file of the task; lines are 1-based and inclusive, null for the whole file. */
export interface FileView {
  readonly kind: 'view';
  readonly path: string;
  readonly lines: readonly [first: number, last: number] | null;
}

/** A call whose arguments made no sense. `reason` is told to the model. */
export interface MalformedCall {
  readonly kind: 'malformed';
  readonly reason: string;
}

/** One complete tool call of a model. */
export interface ToolCall {
  /** The provider's id for the call; the result goes back under it. */
  readonly callId: string;
  readonly request: FileEdit | FileView | MalformedCall;
}

/** What the model is told about a call. */
export interface ToolResult {
  readonly callId: string;
  readonly succeeded: boolean;
  readonly text: string;
}
