import type { Answer } from './answer.ts';
import { isAcceptable, isAwaited } from './answer.ts';
import { advanceAnswer, blankAnswer, withNextTurn } from './answerEvents.ts';
import type { ComparisonEvent } from './comparisonEvent.ts';
import type { Drift, OpenConflict, Resolution } from './conflicts.ts';
import { driftAfter, driftedIds, openConflicts } from './conflicts.ts';
import type { Contender } from './contender.ts';
import type { ContextPiece } from './context.ts';
import { carryDecisions, forgetDecisions, inferDecisions } from './decisions.ts';
import type { Choices } from './diff/choices.ts';
import { acceptedHunks, acceptHunk, acceptSide, forgetHunks, rejectHunk, reopenHunk } from './diff/choices.ts';
import type { Hunk } from './diff/hunk.ts';
import { isImage, withImages } from './images/imagePieces.ts';
import type { Outcome } from './outcome.ts';
import type { Side } from './side.ts';
import { sides } from './side.ts';
import type { SourceFile, Task } from './task.ts';
import { filesOf } from './task.ts';

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
  /**
   * Files that were read or edited beyond the task's, as they were when either side first asked for them: both sides
   * work on the same text.
   */
  readonly readFiles: readonly SourceFile[];
  /**
   * Files whose text is no longer the one that hunks are against, by path: the text as it is now, with the document's
   * own line endings; null when the file is gone.
   */
  readonly drift: Drift;
  /** How the person resolved conflicts with their own changes, by the id of the conflict's first hunk. */
  readonly resolutions: Readonly<Record<string, Resolution>>;
  /** Where what is made goes instead of the task's own file, as the person chose; null or absent for there. */
  readonly target?: SourceFile | null;
}

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
    left: blankAnswer(left, 0, null),
    right: blankAnswer(right, 0, null),
    choices: {},
    undo: [],
    outcome: null,
    readFiles: [],
    drift: {},
    resolutions: {},
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

/** Every file that hunks can be against: the task's own first, its others, and those read since. */
export function baseFiles(comparison: Comparison): readonly SourceFile[] {
  return [...filesOf(comparison.task), ...comparison.readFiles];
}

/** Files that the person took out of the request by taking out their pieces: no model is to see or change them. */
export function withheldPaths(comparison: Comparison): readonly string[] {
  const shown = new Set(shownTask(comparison).otherFiles.map((file) => file.path));
  return comparison.task.otherFiles.map((file) => file.path).filter((path) => !shown.has(path));
}

/** Where accepted hunks and the person's own changes since the asking meet. */
export function conflictsIn(comparison: Comparison): readonly OpenConflict[] {
  const accepted = acceptedHunks(comparison.choices, hunksBySide(comparison));
  return openConflicts(baseFiles(comparison), comparison.drift, accepted, comparison.resolutions);
}

/** The ids of all hunks that would not land on the person's code as it is now. */
export function driftedHunksIn(comparison: Comparison): readonly string[] {
  const files = baseFiles(comparison);
  return sides.flatMap((side) => driftedIds(files, comparison.drift, comparison[side].hunks));
}

/** The accepted hunks that are to be written: all but those of conflicts that the person resolved with their own lines. */
export function hunksToApply(comparison: Comparison): readonly Hunk[] {
  const kept = conflictsIn(comparison).filter(({ resolution }) => resolution?.take === 'mine');
  const leftOut = new Set(kept.flatMap((conflict) => conflict.hunkIds));
  return acceptedHunks(comparison.choices, hunksBySide(comparison)).filter((hunk) => !leftOut.has(hunk.id));
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
      if (!isUnsent(comparison)) return comparison;
      return { ...comparison, task: event.task, pieces: withImages(event.pieces, comparison.pieces.filter(isImage)) };
    case 'images-added':
      return isUnsent(comparison) ? { ...comparison, pieces: withImages(comparison.pieces, event.pieces) } : comparison;
    case 'sending-held':
      return comparison.phase === 'preparing' ? { ...comparison, phase: 'draft' } : comparison;
    case 'side-asked':
      return askSide(comparison, event.side, event.contender, event.instruction ?? null);
    case 'answer': {
      const answer = comparison[event.side];
      if (answer.attempt !== event.attempt) return comparison;
      return withAnswer(comparison, event.side, advanceAnswer(answer, event.event));
    }
    case 'follow-up-asked': {
      const answer = comparison[event.side];
      if (comparison.phase !== 'open' || !isAcceptable(answer) || isAwaited(answer)) return comparison;
      return { ...withAnswer(comparison, event.side, withNextTurn(answer, event.instruction)), outcome: null };
    }
    case 'file-read':
      // Whoever read it first decides for both sides what its text is.
      if (baseFiles(comparison).some(({ path }) => path === event.file.path)) return comparison;
      return { ...comparison, readFiles: [...comparison.readFiles, event.file] };
    case 'candidate-edited': {
      const answer = comparison[event.side];
      if (comparison.phase !== 'open' || !isAcceptable(answer)) return comparison;
      return { ...withAnswer(comparison, event.side, { ...answer, hunks: event.hunks }), outcome: null };
    }
    case 'document-drifted': {
      const drift = driftAfter(baseFiles(comparison), comparison.drift, event.path, event.text);
      return drift === comparison.drift ? comparison : { ...comparison, drift };
    }
    case 'conflict-resolved': {
      if (comparison.phase !== 'open') return comparison;
      const { [event.hunkId]: former, ...others } = comparison.resolutions;
      if (former === undefined && event.resolution === null) return comparison;
      const resolutions = event.resolution === null ? others : { ...others, [event.hunkId]: event.resolution };
      return { ...comparison, resolutions, outcome: null };
    }
    case 'target-chosen':
      if (comparison.phase !== 'open' || comparison.task.ui === undefined) return comparison;
      return { ...comparison, target: event.target, outcome: null };
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
    case 'apply-called-off':
      return comparison.phase === 'applying' ? { ...comparison, phase: 'open' } : comparison;
    case 'decided':
      return decide(comparison, event.outcome);
  }
}

function togglePiece(comparison: Comparison, pieceId: string, included: boolean): Comparison {
  if (comparison.phase !== 'draft' || !comparison.pieces.some((piece) => piece.id === pieceId)) return comparison;
  const others = comparison.leftOut.filter((id) => id !== pieceId);
  return { ...comparison, leftOut: included ? others : [...others, pieceId] };
}

function askSide(comparison: Comparison, side: Side, contender: Contender, instruction: string | null): Comparison {
  const former = comparison[side];
  if (comparison.phase === 'settled' || comparison.phase === 'applying' || isAwaited(former)) return comparison;
  const answer = blankAnswer(contender, former.attempt + 1, instruction);
  // The former answer's hunks go, and with them every choice on them or because of them.
  const choices = forgetHunks(comparison.choices, former.hunks);
  const asked = side === 'left' ? { ...comparison, left: answer } : { ...comparison, right: answer };
  return { ...asked, phase: 'open', choices, undo: [], outcome: null };
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
  // What could not be written, or not all of it, stays open: the person may mend the cause and try again. What landed
  // stays accepted, and is found there when applied again; undoing a choice would not take it out of the code.
  if (outcome.kind === 'partly-applied') return { ...comparison, outcome, phase: 'open', undo: [] };
  return { ...comparison, outcome, phase: outcome.kind === 'not-applied' ? 'open' : 'settled' };
}

/** Puts an answer in its place, and brings the choices in line with what its hunks have become. */
function withAnswer(comparison: Comparison, side: Side, answer: Answer): Comparison {
  const former = comparison[side];
  if (answer === former) return comparison;
  const next = side === 'left' ? { ...comparison, left: answer } : { ...comparison, right: answer };
  if (Object.keys(comparison.choices).length === 0 && comparison.undo.length === 0) return next;
  if (isAcceptable(answer) && !isAcceptable(former)) {
    return { ...next, ...inferDecisions(comparison, side, hunksBySide(next)) };
  }
  if (answer.hunks === former.hunks) return next;
  if (!isAcceptable(answer)) return { ...next, ...forgetDecisions(comparison, former.hunks) };
  return { ...next, ...carryDecisions(comparison, side, former.hunks, hunksBySide(next)) };
}
