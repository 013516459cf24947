import type { Answer, AnswerPart, Mismatch, PendingRetry } from './answer.ts';
import { isAcceptable, isUnderWay } from './answer.ts';
import type { Contender } from './contender.ts';
import type { ContextPiece } from './context.ts';
import type { Choices } from './diff/choices.ts';
import { acceptHunk, acceptSide, forgetHunks, rejectHunk, reopenHunk } from './diff/choices.ts';
import type { Hunk } from './diff/hunk.ts';
import type { Failure } from './failure.ts';
import type { Side } from './side.ts';
import type { Cost } from './spend/cost.ts';
import { noCost } from './spend/cost.ts';
import type { Usage } from './spend/usage.ts';
import { noUsage } from './spend/usage.ts';
import type { Task } from './task.ts';

/** One task with its two answers, from draft to verdict. */
export interface Comparison {
  readonly id: string;
  readonly task: Task;
  readonly pieces: readonly ContextPiece[];
  /** Ids of the pieces that the person took out. */
  readonly leftOut: readonly string[];
  /**
   * `preparing`: context is being gathered, and what comes of it is sent by itself; `draft`: nothing is sent before the
   * person says so; `open`: sent, undecided; `applying`: being written; `settled`: decided.
   */
  readonly phase: 'preparing' | 'draft' | 'open' | 'applying' | 'settled';
  readonly left: Answer;
  readonly right: Answer;
  readonly choices: Choices;
  /** Former choices, the latest last. */
  readonly undo: readonly Choices[];
  readonly outcome: Outcome | null;
}

/** What the person's last decision came to. */
export type Outcome =
  | { readonly kind: 'applied'; readonly landed: number; readonly alreadyThere: number }
  | { readonly kind: 'partly-applied'; readonly landed: number; readonly missed: readonly Hunk[] }
  | { readonly kind: 'not-applied'; readonly failure: Failure }
  | { readonly kind: 'declined' };

/** Tokens and money of an answer so far. */
export interface AnswerSpend {
  readonly usage: Usage;
  readonly usageIsFinal: boolean;
  readonly cost: Cost;
}

/** What happens to one answer. `at` is in milliseconds since the epoch. */
export type AnswerEvent =
  | { readonly type: 'started'; readonly at: number }
  | { readonly type: 'request-sent' }
  | { readonly type: 'part'; readonly part: AnswerPart; readonly at: number }
  | { readonly type: 'spent'; readonly spend: AnswerSpend }
  | { readonly type: 'edits-changed'; readonly hunks: readonly Hunk[]; readonly mismatches: readonly Mismatch[] }
  | { readonly type: 'retry-scheduled'; readonly retry: PendingRetry }
  | {
      readonly type: 'ended';
      readonly status: 'done' | 'failed' | 'cancelled';
      readonly failure: Failure | null;
      readonly at: number;
    };

/** Everything that can happen to a comparison. */
export type ComparisonEvent =
  | { readonly type: 'piece-toggled'; readonly pieceId: string; readonly included: boolean }
  | { readonly type: 'pieces-gathered'; readonly task: Task; readonly pieces: readonly ContextPiece[] }
  /** What was to be sent by itself waits for the person instead. */
  | { readonly type: 'sending-held' }
  /** A side is asked, for the first time or again; `contender` may differ from before. */
  | { readonly type: 'side-asked'; readonly side: Side; readonly contender: Contender }
  | { readonly type: 'answer'; readonly side: Side; readonly attempt: number; readonly event: AnswerEvent }
  | { readonly type: 'hunk-accepted' | 'hunk-rejected' | 'hunk-reopened'; readonly hunkId: string }
  | { readonly type: 'side-accepted'; readonly side: Side }
  | { readonly type: 'choice-undone' }
  | { readonly type: 'apply-started' }
  | { readonly type: 'decided'; readonly outcome: Outcome };

/** A comparison before anything was sent. */
export function newComparison(
  id: string,
  phase: 'preparing' | 'draft',
  task: Task,
  pieces: readonly ContextPiece[],
  left: Contender,
  right: Contender,
): Comparison {
  return {
    id,
    task,
    pieces,
    leftOut: [],
    phase,
    left: blankAnswer(left, 0),
    right: blankAnswer(right, 0),
    choices: {},
    undo: [],
    outcome: null,
  };
}

/** True while nothing of it has left the machine. */
function isUnsent(comparison: Comparison): boolean {
  return comparison.phase === 'preparing' || comparison.phase === 'draft';
}

/** The context pieces that go along. */
export function includedPieces(comparison: Comparison): readonly ContextPiece[] {
  return comparison.pieces.filter((piece) => !comparison.leftOut.includes(piece.id));
}

/** The task as models get it: a file of which every piece was taken out is neither shown to them nor theirs to edit. */
export function shownTask(comparison: Comparison): Task {
  const shown = new Set(includedPieces(comparison).map((piece) => piece.path));
  const { task } = comparison;
  return { ...task, otherFiles: task.otherFiles.filter((file) => shown.has(file.path)) };
}

/** All hunks of both answers, by side. */
export function hunksBySide(comparison: Comparison): Readonly<Record<Side, readonly Hunk[]>> {
  return { left: comparison.left.hunks, right: comparison.right.hunks };
}

/**
 * The one transition function: what a comparison becomes by an event. An event that does not fit (a choice on a hunk
 * that is gone or not acceptable, an answer's event of an earlier asking) changes nothing and gives the same object.
 */
export function transition(comparison: Comparison, event: ComparisonEvent): Comparison {
  switch (event.type) {
    case 'piece-toggled':
      return togglePiece(comparison, event.pieceId, event.included);
    case 'pieces-gathered':
      return isUnsent(comparison) ? { ...comparison, task: event.task, pieces: event.pieces } : comparison;
    case 'sending-held':
      return comparison.phase === 'preparing' ? { ...comparison, phase: 'draft' } : comparison;
    case 'side-asked':
      return askSide(comparison, event.side, event.contender);
    case 'answer': {
      const answer = comparison[event.side];
      if (answer.attempt !== event.attempt) return comparison;
      return withAnswer(comparison, event.side, advanceAnswer(answer, event.event));
    }
    case 'hunk-accepted':
      return choose(comparison, event.hunkId, acceptHunk);
    case 'hunk-rejected':
      return choose(comparison, event.hunkId, rejectHunk);
    case 'hunk-reopened':
      return choose(comparison, event.hunkId, reopenHunk);
    case 'side-accepted':
      if (comparison.phase !== 'open' || !isAcceptable(comparison[event.side])) return comparison;
      return withChoices(comparison, acceptSide(comparison.choices, event.side, hunksBySide(comparison)));
    case 'choice-undone':
      return undoChoice(comparison);
    case 'apply-started':
      return comparison.phase === 'open' ? { ...comparison, phase: 'applying', outcome: null } : comparison;
    case 'decided':
      return decide(comparison, event.outcome);
  }
}

function togglePiece(comparison: Comparison, pieceId: string, included: boolean): Comparison {
  if (comparison.phase !== 'draft' || !comparison.pieces.some((piece) => piece.id === pieceId)) return comparison;
  const others = comparison.leftOut.filter((id) => id !== pieceId);
  return { ...comparison, leftOut: included ? others : [...others, pieceId] };
}

function askSide(comparison: Comparison, side: Side, contender: Contender): Comparison {
  const former = comparison[side];
  if (comparison.phase === 'settled' || comparison.phase === 'applying' || isUnderWay(former)) return comparison;
  const answer = blankAnswer(contender, former.attempt + 1);
  // The former answer's hunks go, and with them every choice on them or because of them.
  const choices = forgetHunks(comparison.choices, former.hunks);
  return { ...withAnswer(comparison, side, answer), phase: 'open', choices, undo: [], outcome: null };
}

function choose(
  comparison: Comparison,
  hunkId: string,
  change: (choices: Choices, hunkId: string, hunks: Readonly<Record<Side, readonly Hunk[]>>) => Choices,
): Comparison {
  if (comparison.phase !== 'open') return comparison;
  const holder = [comparison.left, comparison.right].find((answer) => answer.hunks.some((hunk) => hunk.id === hunkId));
  if (holder === undefined || !isAcceptable(holder)) return comparison;
  return withChoices(comparison, change(comparison.choices, hunkId, hunksBySide(comparison)));
}

function withChoices(comparison: Comparison, choices: Choices): Comparison {
  if (choices === comparison.choices) return comparison;
  return { ...comparison, choices, undo: [...comparison.undo, comparison.choices], outcome: null };
}

function undoChoice(comparison: Comparison): Comparison {
  // "Neither is right" is one key away, so it can be taken back like any choice; nothing was written by it.
  if (comparison.outcome?.kind === 'declined') return { ...comparison, phase: 'open', outcome: null };
  const former = comparison.undo.at(-1);
  if (comparison.phase !== 'open' || former === undefined) return comparison;
  return { ...comparison, choices: former, undo: comparison.undo.slice(0, -1), outcome: null };
}

function decide(comparison: Comparison, outcome: Outcome): Comparison {
  if (comparison.phase === 'settled') return comparison;
  // Once writing began, what it came to decides.
  if (comparison.phase === 'applying' && outcome.kind === 'declined') return comparison;
  // What could not be written at all stays open: the person may mend the cause and try again.
  return { ...comparison, outcome, phase: outcome.kind === 'not-applied' ? 'open' : 'settled' };
}

function withAnswer(comparison: Comparison, side: Side, answer: Answer): Comparison {
  if (answer === comparison[side]) return comparison;
  return side === 'left' ? { ...comparison, left: answer } : { ...comparison, right: answer };
}

function blankAnswer(contender: Contender, attempt: number): Answer {
  return {
    contender,
    attempt,
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
    startedAt: null,
    firstTokenAt: null,
    endedAt: null,
  };
}

function advanceAnswer(answer: Answer, event: AnswerEvent): Answer {
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
      return { ...answer, hunks: event.hunks, mismatches: event.mismatches, growing: null };
    case 'retry-scheduled':
      return { ...answer, retry: event.retry, status: 'connecting' };
    case 'ended':
      return {
        ...answer,
        status: event.status,
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
    default:
      // Usage and endings come as events of their own, with what they mean for the whole answer.
      return answer;
  }
}
