import type { Answer } from '../core/answer.ts';
import { firstInstruction, isAcceptable, isAwaited, isFailedFollowUp } from '../core/answer.ts';
import type { Comparison } from '../core/comparison.ts';
import {
  baseFiles,
  conflictsIn,
  includedPieces,
  newComparison,
  transition,
  withheldPaths,
} from '../core/comparison.ts';
import type { ComparisonEvent } from '../core/comparisonEvent.ts';
import type { Contender } from '../core/contender.ts';
import type { ContextPiece } from '../core/context.ts';
import { acceptedHunks } from '../core/diff/choices.ts';
import type { Failure } from '../core/failure.ts';
import { whyNotTaken } from '../core/images/imagePieces.ts';
import { interrupted } from '../core/interrupted.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import type { Task } from '../core/task.ts';
import { recordAccepted } from './acceptedChanges.ts';
import { applyRequestFor, outcomeOf, writeHunks } from './applying.ts';
import { DriftWatch } from './driftWatch.ts';
import { readTurnMemory } from './followUp.ts';
import { FrozenFiles } from './frozenFiles.ts';
import { ModelReading } from './modelReading.ts';
import type {
  ComparisonStore,
  ConversationStart,
  DocumentEditor,
  DocumentWatch,
  SavedComparison,
  WorkspaceReader,
} from './ports.ts';
import { sideStart } from './sideStart.ts';
import { SideTurns } from './sideTurns.ts';
import type { AnswerServices } from './streamAnswer.ts';

/** What a comparison needs around it. */
export interface ComparisonServices extends AnswerServices {
  readonly documents: DocumentEditor;
  readonly reader: WorkspaceReader;
  /** How many rounds a model may spend on reading; 0 when it may not. */
  readonly readingRounds: number;
  readonly watch: DocumentWatch;
  readonly store: ComparisonStore;
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
  private readonly turns: SideTurns;
  private readonly files: FrozenFiles;
  private readonly driftWatch: DriftWatch;
  /** `closed`: nobody waits for anything any more; `suspended`: nor may anything of it be told or kept. */
  private life: 'open' | 'closed' | 'suspended' = 'open';
  /** Kept nowhere: after a reload the person is asked again. */
  private isOverBudgetAllowed = false;

  /** @param draftOnly whether the person wants to see what would be sent before anything is */
  constructor(task: Task, left: Contender, right: Contender, draftOnly: boolean, services: ComparisonServices) {
    this.services = services;
    this.state = newComparison(services.newId(), draftOnly ? 'draft' : 'preparing', task, [], left, right);
    this.turns = new SideTurns(
      services,
      () => this.state,
      (side, attempt, event) => this.dispatch({ type: 'answer', side, attempt, event }),
    );
    this.files = new FrozenFiles(services.reader, {
      files: () => baseFiles(this.state),
      withheld: () => withheldPaths(this.state),
      freeze: (file) => this.dispatch({ type: 'file-read', file }),
      near: () => this.state.task.file,
    });
    this.driftWatch = new DriftWatch(services.watch, (path, text) =>
      this.dispatch({ type: 'document-drifted', path, text }),
    );
  }

  /** A comparison as it was kept; what was under way when it was has been interrupted. */
  static restored(saved: SavedComparison, services: ComparisonServices): ComparisonSession {
    const { task, left, right } = saved.comparison;
    const session = new ComparisonSession(task, left.contender, right.contender, true, services);
    session.state = interrupted(saved.comparison, saved.savedAt);
    for (const side of sides) session.turns.remember(side, readTurnMemory(saved.conversations[side]));
    session.driftWatch.follow(session.state);
    return session;
  }

  get comparison(): Comparison {
    return this.state;
  }

  /** True while context is gathered or either side streams. False already when listeners hear of the last ending. */
  get isUnderWay(): boolean {
    return this.state.phase === 'preparing' || sides.some((side) => isAwaited(this.state[side]));
  }

  onDidChange(listener: ComparisonListener): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** Takes a choice or a change of the draft; an event that does not fit changes nothing. */
  dispatch(event: ComparisonEvent): void {
    if (this.life === 'suspended') return;
    const before = this.state;
    this.state = transition(before, event);
    if (this.state === before) return;
    for (const listener of this.listeners) listener(this.state, before, event);
    this.keep();
    if (this.life === 'open') this.driftWatch.follow(this.state);
  }

  /** Adds what context gathering found, before anything is sent. */
  takeContext(task: Task, pieces: readonly ContextPiece[]): void {
    this.dispatch({ type: 'pieces-gathered', task, pieces });
  }

  /** What a side is sent: the same for both but for the contender, and an instruction that only one was asked with. */
  startFor(side: Side): ConversationStart {
    return sideStart(this.state, side, this.readingRounds > 0);
  }

  /**
   * Asks these sides at the same moment, again where they were asked before. A side that is still under way is left
   * alone, and so is everything once the comparison is decided or its panel closed: nobody waits for an answer then.
   * Where a follow-up failed or was cancelled, that is asked again, so that the answer before it stays.
   * Resolves when all have ended; one side's failure never reaches the other.
   *
   * @param scripted answers from scripted answers instead of the models; null keeps what the side had
   */
  async ask(askedSides: readonly Side[], scripted: boolean | null = null): Promise<void> {
    const asked = askedSides.filter((side) => {
      const answer = this.state[side];
      const isRepeated = scripted === null && isFailedFollowUp(answer);
      return isRepeated ? this.beginFollowUp(side, answer.instruction ?? '') : this.beginAsking(side, scripted, null);
    });
    await Promise.all(asked.map((side) => this.stream(side)));
  }

  /**
   * Gives these sides a further instruction on top of their answers so far, at the same moment. A side that has no
   * answer to go on from is asked anew, with the instruction beside the task; one that is under way is left alone.
   * Changes nothing in a comparison that was not sent yet or is decided. Resolves when all have ended.
   */
  async followUp(askedSides: readonly Side[], instruction: string): Promise<void> {
    const text = instruction.trim();
    if (this.state.phase !== 'open' || text === '') return;
    const asked = askedSides.filter((side) =>
      isAcceptable(this.state[side]) ? this.beginFollowUp(side, text) : this.beginAsking(side, null, text),
    );
    await Promise.all(asked.map((side) => this.stream(side)));
  }

  /** From the next asking on no budget holds this comparison back. */
  allowOverBudget(): void {
    this.isOverBudgetAllowed = true;
  }

  /**
   * Cancels what is under way on a side, or on both. Partial text stays to be read. While context is gathered there is
   * no side to cancel yet: then nothing is sent before the person says so.
   */
  cancel(side: Side | null): void {
    this.dispatch({ type: 'sending-held' });
    this.turns.cancel(side);
  }

  /** Says which lines a conflict is resolved with; null takes that back. An id that no conflict has changes nothing. */
  resolveConflict(hunkId: string, take: 'mine' | 'theirs' | null): void {
    const conflict = conflictsIn(this.state).find((each) => each.hunkId === hunkId);
    if (conflict === undefined) return;
    const resolution = take === null ? null : { take, mine: conflict.mine.join('') };
    this.dispatch({ type: 'conflict-resolved', hunkId, resolution });
  }

  /** Writes the accepted hunks as one undoable edit and settles the comparison, unless not all could be written. */
  async apply(): Promise<void> {
    const { state } = this;
    const { left, right } = state;
    const isAccepted = acceptedHunks(state.choices, { left: left.hunks, right: right.hunks }).length > 0;
    if (state.phase !== 'open' || !isAccepted) return;
    const { request, sources } = applyRequestFor(state);
    this.dispatch({ type: 'apply-started' });
    const result = await writeHunks(this.services.documents, request);
    if (result === null) return this.dispatch({ type: 'apply-called-off' });
    const outcome = outcomeOf(result, request.own.path);
    if (outcome.kind === 'applied') this.turns.cancel(null);
    this.dispatch({ type: 'decided', outcome });
    // Nobody has to wait for the ledger to see what was written.
    if (result.kind === 'applied') await recordAccepted(state, sources(result.landed), this.services);
  }

  /** Neither is right: settles the comparison without a change. Comes too late while one is being written. */
  decline(): void {
    if (this.state.phase === 'applying') return;
    this.cancel(null);
    this.dispatch({ type: 'decided', outcome: { kind: 'declined' } });
  }

  /** Everything of it as it can be kept. What is under way costs as much as it can come to: nobody may ever tell. */
  saved(): SavedComparison {
    const withOwed = (side: Side): Answer => ({ ...this.state[side], ...this.turns.owedOf(side) });
    return {
      comparison: { ...this.state, left: withOwed('left'), right: withOwed('right') },
      conversations: { left: this.turns.memoryOf('left'), right: this.turns.memoryOf('right') },
      savedAt: this.services.clock.now(),
    };
  }

  /**
   * The panel was closed: stops everything under way; the ledger settles what was spent. What is decided is no longer
   * kept; what is not can be opened again.
   */
  dispose(): void {
    if (this.life !== 'open') return;
    this.life = 'closed';
    this.driftWatch.stop();
    this.cancel(null);
    this.listeners.clear();
    this.keep();
  }

  /** The window goes: stops everything, but keeps it as what it was, under way included. */
  suspend(): void {
    if (this.life !== 'open') return;
    this.keep();
    this.life = 'suspended';
    this.driftWatch.stop();
    this.turns.cancel(null);
    this.listeners.clear();
  }

  /** Both sides may read, or none: an answer that could look further would be no fair comparison. */
  private get readingRounds(): number {
    const canBothRead = sides.every((side) => this.state[side].contender.usesTools);
    return canBothRead ? this.services.readingRounds : 0;
  }

  /** Hands the state to the store, drafts included; what is closed undecided stays there, if it was ever sent. */
  private keep(): void {
    const wasAsked = sides.some((side) => this.state[side].attempt > 0);
    const isOver = this.state.phase === 'settled' || !wasAsked;
    if (this.life === 'closed' && isOver) void this.services.store.remove(this.state.id);
    else this.services.store.save(this.saved());
  }

  /** Begins a turn on top of a side's answer; false when none is to be streamed. */
  private beginFollowUp(side: Side, instruction: string): boolean {
    if (this.life !== 'open' || this.turns.isUnderWay(side)) return false;
    const { turn } = this.state[side];
    this.dispatch({ type: 'follow-up-asked', side, instruction });
    return this.state[side].turn !== turn;
  }

  /** Clears a side for a new answer; false when none is to be streamed. */
  private beginAsking(side: Side, scripted: boolean | null, further: string | null): boolean {
    if (this.life !== 'open' || this.turns.isUnderWay(side)) return false;
    const former = this.state[side];
    const contender = this.services.contenderFor(side, scripted ?? former.contender.scripted);
    const asked = [firstInstruction(former), further].filter((text) => text !== null);
    this.dispatch({
      type: 'side-asked',
      side,
      contender: 'kind' in contender ? former.contender : contender,
      instruction: asked.length === 0 ? null : [...new Set(asked)].join('\n\n'),
    });
    if (this.state[side].attempt === former.attempt) return false;
    this.turns.remember(side, null);
    const failure = 'kind' in contender ? contender : whyNotTaken(contender, includedPieces(this.state));
    if (failure !== null) this.endAtOnce(side, failure);
    return failure === null;
  }

  private async stream(side: Side): Promise<void> {
    const { reader } = this.services;
    const reading = new ModelReading(this.readingRounds, this.files, reader, this.state.task.file);
    await this.turns.stream(side, this.startFor(side), reading, this.isOverBudgetAllowed);
  }

  private endAtOnce(side: Side, failure: Failure): void {
    const { attempt } = this.state[side];
    const event = { type: 'ended', status: 'failed', failure, at: this.services.clock.now() } as const;
    this.dispatch({ type: 'answer', side, attempt, event });
  }
}
