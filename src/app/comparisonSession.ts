import type { Answer } from '../core/answer.ts';
import { isUnderWay } from '../core/answer.ts';
import type { Comparison, ComparisonEvent } from '../core/comparison.ts';
import { hunksBySide, includedPieces, newComparison, shownTask, transition } from '../core/comparison.ts';
import type { Contender } from '../core/contender.ts';
import type { ContextPiece } from '../core/context.ts';
import { acceptedHunks } from '../core/diff/choices.ts';
import type { Hunk } from '../core/diff/hunk.ts';
import type { Failure } from '../core/failure.ts';
import { buildPrompt } from '../core/prompt.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import type { Task } from '../core/task.ts';
import { filesOf } from '../core/task.ts';
import type { ApplyResult, ConversationStart, DocumentEditor } from './ports.ts';
import type { AnswerServices } from './streamAnswer.ts';
import { streamAnswer } from './streamAnswer.ts';

/** What a comparison needs around it. */
export interface ComparisonServices extends AnswerServices {
  readonly documents: DocumentEditor;
  /** The contender that the settings put on a side now; asked anew for every asking. */
  readonly contenderFor: (side: Side, scripted: boolean) => Contender | Failure;
}

/** Hears of every change, with the state before and after it. */
export type ComparisonListener = (now: Comparison, before: Comparison, event: ComparisonEvent) => void;

/** One comparison while it lives: holds its state, asks both sides, and carries out what the person decides. */
export class ComparisonSession {
  private state: Comparison;
  private readonly services: ComparisonServices;
  private readonly listeners = new Set<ComparisonListener>();
  private readonly underWay: Record<Side, AbortController | null> = { left: null, right: null };
  private disposed = false;

  /** @param draftOnly whether the person wants to see what would be sent before anything is */
  constructor(task: Task, left: Contender, right: Contender, draftOnly: boolean, services: ComparisonServices) {
    this.services = services;
    this.state = newComparison(services.newId(), draftOnly ? 'draft' : 'preparing', task, [], left, right);
  }

  get comparison(): Comparison {
    return this.state;
  }

  /** True while context is gathered or either side streams. False already when listeners hear of the last ending. */
  get isUnderWay(): boolean {
    const isAsked = ({ attempt, status }: Answer) => status === 'waiting' && attempt > 0;
    const isStreaming = (side: Side) => isUnderWay(this.state[side]) || isAsked(this.state[side]);
    return this.state.phase === 'preparing' || sides.some(isStreaming);
  }

  onDidChange(listener: ComparisonListener): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** Takes a choice or a change of the draft; an event that does not fit changes nothing. */
  dispatch(event: ComparisonEvent): void {
    const before = this.state;
    this.state = transition(before, event);
    if (this.state === before) return;
    for (const listener of this.listeners) listener(this.state, before, event);
  }

  /** Adds what context gathering found, before anything is sent. */
  takeContext(task: Task, pieces: readonly ContextPiece[]): void {
    this.dispatch({ type: 'pieces-gathered', task, pieces });
  }

  /** What a side is sent: the same for both but for the contender. */
  startFor(side: Side): ConversationStart {
    const { task } = this.state;
    return {
      contender: this.state[side].contender,
      prompt: buildPrompt(task, includedPieces(this.state)),
      canEdit: true,
    };
  }

  /**
   * Asks these sides at the same moment, again where they were asked before. A side that is still under way is left
   * alone, and so is everything once the comparison is decided or its panel closed: nobody waits for an answer then.
   * Resolves when all have ended; one side's failure never reaches the other.
   *
   * @param scripted answers from scripted answers instead of the models; null keeps what the side had
   */
  async ask(askedSides: readonly Side[], scripted: boolean | null = null): Promise<void> {
    const asked = askedSides.filter((side) => this.beginAsking(side, scripted));
    await Promise.all(asked.map((side) => this.stream(side)));
  }

  /**
   * Cancels what is under way on a side, or on both. Partial text stays to be read. While context is gathered there is
   * no side to cancel yet: then nothing is sent before the person says so.
   */
  cancel(side: Side | null): void {
    this.dispatch({ type: 'sending-held' });
    for (const each of side === null ? sides : [side]) this.underWay[each]?.abort();
  }

  /** Writes the accepted hunks as one undoable edit and settles the comparison, unless nothing could be written. */
  async apply(): Promise<void> {
    const hunks = acceptedHunks(this.state.choices, hunksBySide(this.state));
    if (this.state.phase !== 'open' || hunks.length === 0) return;
    this.dispatch({ type: 'apply-started' });
    const result = await this.write(hunks);
    if (result.kind === 'failed') {
      this.dispatch({ type: 'decided', outcome: { kind: 'not-applied', failure: result.failure } });
      return;
    }
    const { landed, alreadyThere, missed } = result;
    if (missed.length === 0) {
      this.cancel(null);
      this.dispatch({
        type: 'decided',
        outcome: { kind: 'applied', landed: landed.length, alreadyThere: alreadyThere.length },
      });
    } else if (landed.length + alreadyThere.length > 0) {
      this.cancel(null);
      this.dispatch({
        type: 'decided',
        outcome: { kind: 'partly-applied', landed: landed.length + alreadyThere.length, missed },
      });
    } else {
      const failure: Failure = {
        kind: 'document-changed',
        path: missed[0]?.path ?? this.state.task.file.path,
        landed: 0,
        missed: missed.length,
      };
      this.dispatch({ type: 'decided', outcome: { kind: 'not-applied', failure } });
    }
  }

  /** Neither is right: settles the comparison without a change. Comes too late while one is being written. */
  decline(): void {
    if (this.state.phase === 'applying') return;
    this.cancel(null);
    this.dispatch({ type: 'decided', outcome: { kind: 'declined' } });
  }

  /** Stops everything under way; the ledger settles what was spent. */
  dispose(): void {
    this.disposed = true;
    this.cancel(null);
    this.listeners.clear();
  }

  /** Whatever goes wrong, the comparison must not stay in the middle of being applied. */
  private async write(hunks: readonly Hunk[]): Promise<ApplyResult> {
    try {
      return await this.services.documents.apply(filesOf(this.state.task), hunks);
    } catch (error) {
      return {
        kind: 'failed',
        failure: { kind: 'unexpected', cause: error instanceof Error ? error.message : String(error) },
      };
    }
  }

  /** Clears a side for a new answer; false when none is to be streamed. */
  private beginAsking(side: Side, scripted: boolean | null): boolean {
    if (this.disposed || this.underWay[side] !== null) return false;
    const { attempt, contender: former } = this.state[side];
    const contender = this.services.contenderFor(side, scripted ?? former.scripted);
    this.dispatch({ type: 'side-asked', side, contender: 'kind' in contender ? former : contender });
    if (this.state[side].attempt === attempt) return false;
    if ('kind' in contender) this.endAtOnce(side, contender);
    return !('kind' in contender);
  }

  private async stream(side: Side): Promise<void> {
    const controller = new AbortController();
    this.underWay[side] = controller;
    const { attempt } = this.state[side];
    try {
      await streamAnswer(
        { comparisonId: this.state.id, task: shownTask(this.state), side, attempt, start: this.startFor(side) },
        this.services,
        controller.signal,
        (event) => this.dispatch({ type: 'answer', side, attempt, event }),
      );
    } finally {
      this.underWay[side] = null;
    }
  }

  private endAtOnce(side: Side, failure: Failure): void {
    const { attempt } = this.state[side];
    const event = { type: 'ended', status: 'failed', failure, at: this.services.clock.now() } as const;
    this.dispatch({ type: 'answer', side, attempt, event });
  }
}
