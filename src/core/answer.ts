import type { Contender } from './contender.ts';
import type { Hunk } from './diff/hunk.ts';
import type { FileEdit, Reading, ToolCall } from './edits/toolCall.ts';
import type { Failure } from './failure.ts';
import type { Metered } from './spend/billing.ts';
import type { Cost } from './spend/cost.ts';
import type { PriceSource } from './spend/priceSource.ts';
import type { Usage } from './spend/usage.ts';

/**
 * What one request streams back, in the order it comes. Exactly one of the ending parts (`end`, `failure`,
 * `cancelled`, `paused`, `parameter-rejected`) is the last one.
 */
export type AnswerPart =
  /** Response headers are here. `requestId` is the provider's, for support requests. */
  | { readonly type: 'connected'; readonly requestId: string | null }
  /** The model id that the provider says it used. */
  | { readonly type: 'model'; readonly model: string }
  /** Text of the model's thinking; empty while it thinks without showing it. */
  | { readonly type: 'thinking'; readonly text: string }
  | { readonly type: 'prose'; readonly text: string }
  /** A tool call is being written; `lines` counts what has come so far. */
  | { readonly type: 'call-growing'; readonly callId: string; readonly path: string | null; readonly lines: number }
  /** What is complete of a call that is still being written; replaces what an earlier one of the same call said. */
  | { readonly type: 'call-previewed'; readonly callId: string; readonly edits: readonly FileEdit[] }
  | { readonly type: 'call'; readonly call: ToolCall }
  /** The provider's own tool has begun to draw. */
  | { readonly type: 'picture-begun' }
  /** A picture in base64: a partial one, which a better one is to follow, or the finished one. */
  | { readonly type: 'picture'; readonly base64: string; readonly partial: boolean }
  /** Replaces what an earlier `usage` of the same request said. `raw` is the provider's own object. */
  | ({ readonly type: 'usage'; readonly final: boolean; readonly raw: unknown } & Metered)
  | { readonly type: 'end' }
  | { readonly type: 'failure'; readonly failure: Failure }
  | { readonly type: 'cancelled' }
  /** The provider paused a long turn: ask again at once, without results, and it goes on. */
  | { readonly type: 'paused' }
  /** The provider does not take this parameter. The conversation has dropped it: ask again at once. */
  | { readonly type: 'parameter-rejected'; readonly parameter: string };

/** Where an answer stands. The first three are under way, the last three are endings. */
export type AnswerStatus = 'waiting' | 'connecting' | 'thinking' | 'writing' | 'done' | 'failed' | 'cancelled';

/** An edit that did not land, kept so that the person can see and copy what the model meant. */
export interface Mismatch {
  readonly path: string;
  readonly reason: string;
  /** The edit as the model wrote it. */
  readonly text: string;
}

/** A pause before the same request is sent again. */
export interface PendingRetry {
  /** 1 for the first retry. */
  readonly attempt: number;
  readonly atMost: number;
  /** Milliseconds since the epoch. */
  readonly scheduledAt: number;
  readonly delayMs: number;
  readonly failure: Failure;
}

/** An earlier turn of an answer, to be read when a follow-up came after it. */
export interface EarlierTurn {
  /** What the person asked beyond the task; null for the first turn. */
  readonly instruction: string | null;
  readonly thinking: string;
  readonly prose: string;
  readonly status: AnswerStatus;
  readonly failure: Failure | null;
}

/** One contender's answer, from launch to ending. */
export interface Answer {
  readonly contender: Contender;
  /** 1 for the first asking; asking again counts up and starts a new answer. */
  readonly attempt: number;
  /** 1 for what was asked first; every follow-up counts up and goes on from the answer so far. */
  readonly turn: number;
  /** What this turn asked beyond the task; null for the first one. */
  readonly instruction: string | null;
  /** The turns before this one. `thinking`, `prose`, `status` and `failure` beside it are this turn's alone. */
  readonly earlier: readonly EarlierTurn[];
  /** True once a turn ended properly: its hunks may be accepted, whatever becomes of a later turn. */
  readonly standing: boolean;
  /** What the model read beyond what it was sent. */
  readonly readings: readonly Reading[];
  readonly status: AnswerStatus;
  readonly returnedModel: string | null;
  readonly requestId: string | null;
  readonly thinking: string;
  readonly prose: string;
  /** The tool call that is being written at the moment. */
  readonly growing: { readonly path: string | null; readonly lines: number } | null;
  readonly hunks: readonly Hunk[];
  readonly mismatches: readonly Mismatch[];
  readonly failure: Failure | null;
  readonly retry: PendingRetry | null;
  /** Requests sent so far, retries and further rounds included. */
  readonly requests: number;
  readonly usage: Usage;
  /** False while any of `usage` is an estimate of ours. */
  readonly usageIsFinal: boolean;
  readonly cost: Cost;
  /** What `cost` was counted by, of several the latest; null where nothing was, absent in what an older Tiebreak kept. */
  readonly prices?: PriceSource | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  readonly firstTokenAt: number | null;
  readonly endedAt: number | null;
}

/** True from the asking to the ending, while something may still come. */
export function isAwaited(answer: Answer): boolean {
  const isUnderWay = answer.status === 'connecting' || answer.status === 'thinking' || answer.status === 'writing';
  return isUnderWay || (answer.status === 'waiting' && answer.attempt > 0);
}

/** True when the answer's hunks may be accepted: a turn ended properly. Cut-off and refused answers never are. */
export function isAcceptable(answer: Answer): boolean {
  return answer.standing;
}

/** What a side was asked beside the task in its first turn, or null; what came later is no part of the prompt. */
export function firstInstruction(answer: Answer): string | null {
  const [first] = answer.earlier;
  return first === undefined ? answer.instruction : first.instruction;
}

/** True when the answer before still stands, but what was asked on top of it came to nothing. */
export function isFailedFollowUp(answer: Answer): boolean {
  return answer.turn > 1 && (answer.status === 'failed' || answer.status === 'cancelled');
}
