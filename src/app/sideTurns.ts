import type { Answer } from '../core/answer.ts';
import type { AnswerEvent, AnswerSpend } from '../core/answerEvents.ts';
import type { Comparison } from '../core/comparison.ts';
import { baseFiles, shownTask } from '../core/comparison.ts';
import type { Side } from '../core/side.ts';
import { sides } from '../core/side.ts';
import { filesOf } from '../core/task.ts';
import type { TurnMemory } from './followUp.ts';
import { followUpOn } from './followUp.ts';
import { mergedCandidate } from './mergedCandidate.ts';
import type { ModelReading } from './modelReading.ts';
import type { ConversationStart } from './ports.ts';
import type { AnswerServices } from './streamAnswer.ts';
import { streamAnswer } from './streamAnswer.ts';

/** What a side has beside its answer: what is under way, and what a follow-up can go on from. */
interface SideState {
  readonly controller: AbortController | null;
  readonly memory: TurnMemory | null;
  /** What the running request would come to if it never told. */
  readonly owed: AnswerSpend | null;
}

const idle: SideState = { controller: null, memory: null, owed: null };

/** Streams the turns of both sides, each by itself. */
export class SideTurns {
  private readonly services: AnswerServices;
  private readonly current: () => Comparison;
  private readonly report: (side: Side, attempt: number, event: AnswerEvent) => void;
  private readonly states: Record<Side, SideState> = { left: idle, right: idle };

  constructor(
    services: AnswerServices,
    current: () => Comparison,
    report: (side: Side, attempt: number, event: AnswerEvent) => void,
  ) {
    this.services = services;
    this.current = current;
    this.report = report;
  }

  isUnderWay(side: Side): boolean {
    return this.states[side].controller !== null;
  }

  memoryOf(side: Side): TurnMemory | null {
    return this.states[side].memory;
  }

  owedOf(side: Side): AnswerSpend | null {
    return this.states[side].owed;
  }

  remember(side: Side, memory: TurnMemory | null): void {
    this.states[side] = { ...this.states[side], memory };
  }

  /** Ends what is under way on a side, or on both. */
  cancel(side: Side | null): void {
    for (const each of side === null ? sides : [side]) this.states[each].controller?.abort();
  }

  /** Streams the turn that was begun on a side, to its ending. */
  async stream(
    side: Side,
    start: ConversationStart,
    reading: ModelReading,
    isOverBudgetAllowed: boolean,
  ): Promise<void> {
    const comparison = this.current();
    const answer = comparison[side];
    const { attempt } = answer;
    const isFollowUp = answer.turn > 1;
    const memory = isFollowUp ? this.states[side].memory : null;
    const controller = new AbortController();
    this.states[side] = { controller, memory, owed: null };
    const task = shownTask(comparison);
    try {
      await streamAnswer(
        {
          comparisonId: comparison.id,
          task,
          files: [...filesOf(task), ...comparison.readFiles],
          side,
          attempt,
          start,
          followUp: isFollowUp ? followUpOn(answer, memory) : null,
          reading,
          isOverBudgetAllowed,
        },
        this.services,
        controller.signal,
        {
          event: (event) => this.report(side, attempt, this.onCurrent(side, answer, event)),
          remember: (kept) => this.remember(side, kept),
          owed: (owed) => {
            this.states[side] = { ...this.states[side], owed };
          },
        },
      );
    } finally {
      this.states[side] = { ...this.states[side], controller: null, owed: null };
    }
  }

  /** What a follow-up made of its hunks, on top of what the person made of them meanwhile. */
  private onCurrent(side: Side, start: Answer, event: AnswerEvent): AnswerEvent {
    const comparison = this.current();
    const { hunks: persons } = comparison[side];
    if (event.type !== 'edits-changed' || start.turn === 1 || persons === start.hunks) return event;
    const versions = { before: start.hunks, persons, models: event.hunks };
    const merged = mergedCandidate(baseFiles(comparison), versions, `${side}-${start.attempt}-merged${start.turn}`);
    return { ...event, hunks: merged.hunks, mismatches: [...event.mismatches, ...merged.mismatches] };
  }
}
