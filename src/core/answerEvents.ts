import type { Answer, AnswerPart, EarlierTurn, Mismatch, PendingRetry } from './answer.ts';
import type { Contender } from './contender.ts';
import type { Hunk } from './diff/hunk.ts';
import type { Reading } from './edits/toolCall.ts';
import type { Failure } from './failure.ts';
import type { Cost } from './spend/cost.ts';
import { noCost } from './spend/cost.ts';
import type { PriceSource } from './spend/priceSource.ts';
import type { Usage } from './spend/usage.ts';
import { noUsage } from './spend/usage.ts';

/** Tokens and money of an answer so far. */
export interface AnswerSpend {
  readonly usage: Usage;
  readonly usageIsFinal: boolean;
  readonly cost: Cost;
  /** What `cost` was counted by; null where nothing was. */
  readonly prices: PriceSource | null;
}

/** What happens to one answer. `at` is in milliseconds since the epoch. */
export type AnswerEvent =
  | { readonly type: 'started'; readonly at: number }
  | { readonly type: 'request-sent' }
  | { readonly type: 'part'; readonly part: AnswerPart; readonly at: number }
  | { readonly type: 'spent'; readonly spend: AnswerSpend }
  | { readonly type: 'edits-changed'; readonly hunks: readonly Hunk[]; readonly mismatches: readonly Mismatch[] }
  | { readonly type: 'read'; readonly reading: Reading }
  | { readonly type: 'retry-scheduled'; readonly retry: PendingRetry }
  | {
      readonly type: 'ended';
      readonly status: 'done' | 'failed' | 'cancelled';
      readonly failure: Failure | null;
      readonly at: number;
    };

/**
 * An answer that nothing has come of yet.
 *
 * @param instruction what is asked beyond the task, or null
 */
export function blankAnswer(contender: Contender, attempt: number, instruction: string | null): Answer {
  return {
    contender,
    attempt,
    turn: 1,
    instruction,
    earlier: [],
    standing: false,
    readings: [],
    status: 'waiting',
    returnedModel: null,
    requestId: null,
    thinking: '',
    prose: '',
    growing: null,
    hunks: [],
    mismatches: [],
    failure: null,
    retry: null,
    requests: 0,
    usage: noUsage,
    usageIsFinal: true,
    cost: noCost,
    prices: null,
    startedAt: null,
    firstTokenAt: null,
    endedAt: null,
  };
}

/** The answer at the beginning of a follow-up: its texts begin anew, its hunks, readings and account go on. */
export function withNextTurn(answer: Answer, instruction: string): Answer {
  const { thinking, prose, status, failure } = answer;
  const turn: EarlierTurn = { instruction: answer.instruction, thinking, prose, status, failure };
  return {
    ...answer,
    turn: answer.turn + 1,
    instruction,
    earlier: [...answer.earlier, turn],
    status: 'waiting',
    thinking: '',
    prose: '',
    failure: null,
    startedAt: null,
    firstTokenAt: null,
    endedAt: null,
  };
}

/** What an answer becomes by an event. After its ending nothing changes any more but its account. */
export function advanceAnswer(answer: Answer, event: AnswerEvent): Answer {
  if (answer.status === 'done' || answer.status === 'failed' || answer.status === 'cancelled') {
    // The account may still be settled after the ending; nothing else may change.
    return event.type === 'spent' ? { ...answer, ...event.spend } : answer;
  }
  switch (event.type) {
    case 'started':
      return { ...answer, status: 'connecting', startedAt: event.at };
    case 'request-sent':
      return { ...answer, requests: answer.requests + 1, retry: null };
    case 'part':
      return takePart(answer, event.part, event.at);
    case 'spent':
      return { ...answer, ...event.spend };
    case 'edits-changed':
      return { ...answer, hunks: event.hunks, mismatches: event.mismatches };
    case 'read':
      return { ...answer, readings: [...answer.readings, event.reading] };
    case 'retry-scheduled':
      return { ...answer, retry: event.retry, status: 'connecting' };
    case 'ended':
      return {
        ...answer,
        status: event.status,
        standing: answer.standing || event.status === 'done',
        failure: event.failure,
        retry: null,
        growing: null,
        endedAt: event.at,
      };
  }
}

function takePart(answer: Answer, part: AnswerPart, at: number): Answer {
  const firstTokenAt = answer.firstTokenAt ?? at;
  switch (part.type) {
    case 'connected':
      return { ...answer, requestId: part.requestId };
    case 'model':
      return { ...answer, returnedModel: part.model };
    case 'thinking':
      return { ...answer, status: 'thinking', thinking: answer.thinking + part.text, firstTokenAt };
    case 'prose':
      return { ...answer, status: 'writing', prose: answer.prose + part.text, firstTokenAt };
    case 'call-growing':
      return { ...answer, status: 'writing', growing: { path: part.path, lines: part.lines }, firstTokenAt };
    case 'call':
      return { ...answer, status: 'writing', growing: null, firstTokenAt };
    case 'picture-begun':
    case 'picture':
      return { ...answer, status: 'writing', firstTokenAt };
    default:
      // Usage and endings come as events of their own, with what they mean for the whole answer; the edits of a call
      // that is still being written come as hunks.
      return answer;
  }
}
