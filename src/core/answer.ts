import type { Contender } from './contender.ts';
import type { Hunk } from './diff/hunk.ts';
import type { ToolCall } from './edits/toolCall.ts';
import type { Failure } from './failure.ts';
import type { Cost } from './spend/cost.ts';
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
  | { readonly type: 'call'; readonly call: ToolCall }
  /** Replaces what an earlier `usage` of the same request said. `raw` is the provider's own object. */
  | { readonly type: 'usage'; readonly usage: Usage; readonly final: boolean; readonly raw: unknown }
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

/** One contender's answer, from launch to ending. */
export interface Answer {
  readonly contender: Contender;
  /** 1 for the first asking; asking again counts up and starts a new answer. */
  readonly attempt: number;
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
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  readonly firstTokenAt: number | null;
  readonly endedAt: number | null;
}

/** True while something may still come. */
export function isUnderWay(answer: Answer): boolean {
  return answer.status === 'connecting' || answer.status === 'thinking' || answer.status === 'writing';
}

/** True when the answer's hunks may be accepted: it ended properly. Cut-off and refused answers never are. */
export function isAcceptable(answer: Answer): boolean {
  return answer.status === 'done';
}
