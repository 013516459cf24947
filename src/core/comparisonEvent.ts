import type { AnswerEvent } from './answerEvents.ts';
import type { Resolution } from './conflicts.ts';
import type { Contender } from './contender.ts';
import type { ContextPiece } from './context.ts';
import type { Hunk } from './diff/hunk.ts';
import type { Outcome } from './outcome.ts';
import type { Side } from './side.ts';
import type { SourceFile, Task } from './task.ts';

/** Everything that can happen to a comparison. */
export type ComparisonEvent =
  | { readonly type: 'piece-toggled'; readonly pieceId: string; readonly included: boolean }
  /** Pictures that the person added before anything is sent; they stay when other pieces are gathered. */
  | { readonly type: 'images-added'; readonly pieces: readonly ContextPiece[] }
  | { readonly type: 'pieces-gathered'; readonly task: Task; readonly pieces: readonly ContextPiece[] }
  /** What was to be sent by itself waits for the person instead. */
  | { readonly type: 'sending-held' }
  /** A side is asked, for the first time or again; `contender` may differ from before, `instruction` goes beyond the task. */
  | {
      readonly type: 'side-asked';
      readonly side: Side;
      readonly contender: Contender;
      readonly instruction?: string | null;
    }
  | { readonly type: 'answer'; readonly side: Side; readonly attempt: number; readonly event: AnswerEvent }
  /** A further instruction on top of a side's answer so far. */
  | { readonly type: 'follow-up-asked'; readonly side: Side; readonly instruction: string }
  /** A file beyond the task's was read for the first time. */
  | { readonly type: 'file-read'; readonly file: SourceFile }
  /** The person changed a candidate's text before accepting it: the hunks of that side anew. */
  | { readonly type: 'candidate-edited'; readonly side: Side; readonly hunks: readonly Hunk[] }
  /** A document is not, or again, what the hunks are against; null for a file that is gone. */
  | { readonly type: 'document-drifted'; readonly path: string; readonly text: string | null }
  /** Null takes the resolution back. */
  | { readonly type: 'conflict-resolved'; readonly hunkId: string; readonly resolution: Resolution | null }
  | { readonly type: 'target-chosen'; readonly target: SourceFile | null }
  | { readonly type: 'hunk-accepted' | 'hunk-rejected' | 'hunk-reopened'; readonly hunkId: string }
  | { readonly type: 'side-accepted'; readonly side: Side }
  | { readonly type: 'choice-undone' }
  | { readonly type: 'apply-started' }
  /** The person called writing off; nothing was written. */
  | { readonly type: 'apply-called-off' }
  | { readonly type: 'decided'; readonly outcome: Outcome };
