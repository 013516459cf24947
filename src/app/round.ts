import { ProseEdits } from '../core/edits/proseEdits.ts';
import type { EditBatch, FileEdit, ReadRequest, ToolCall, ToolResult } from '../core/edits/toolCall.ts';

/** What one round has come to so far. */
export interface Round {
  readonly mayRead: boolean;
  readonly results: ToolResult[];
  readonly textEdits: ProseEdits;
  /** Edits of calls that are still being written. */
  readonly previews: Map<string, readonly FileEdit[]>;
  prose: string;
  read: number;
  hasEditCalls: boolean;
  /** What is still being read or waits for it; null while nothing ever had to wait. */
  pending: Promise<void> | null;
}

/** A round that nothing has come of yet. */
export function newRound(mayRead: boolean): Round {
  return {
    mayRead,
    results: [],
    textEdits: new ProseEdits(),
    previews: new Map(),
    prose: '',
    read: 0,
    hasEditCalls: false,
    pending: null,
  };
}

/** Whether a call is an edit or several. */
export function isEdit(request: ToolCall['request']): request is FileEdit | EditBatch {
  return request.kind !== 'malformed' && !isReadRequest(request);
}

function isReadRequest(request: ToolCall['request']): request is ReadRequest {
  return ['view', 'search', 'list', 'diagnostics'].includes(request.kind);
}

/** Whether a call changes files or was to: one that made no sense was meant as an edit, or as nothing that text could replace. */
export function isEditCall({ request }: ToolCall): boolean {
  return !isReadRequest(request);
}

/** The edits of a call, in their order. */
export function editsOf(request: FileEdit | EditBatch): readonly FileEdit[] {
  return request.kind === 'batch' ? request.edits : [request];
}
