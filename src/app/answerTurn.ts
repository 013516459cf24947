import type { AnswerEvent, AnswerSpend } from '../core/answerEvents.ts';
import type { RoundReply } from '../core/edits/toolCall.ts';
import type { Failure } from '../core/failure.ts';
import type { Side } from '../core/side.ts';
import { noCost } from '../core/spend/cost.ts';
import { noUsage } from '../core/spend/usage.ts';
import type { SourceFile, Task } from '../core/task.ts';
import { textSize } from '../core/textSize.ts';
import { AnswerTally } from './answerTally.ts';
import type { RoundResult } from './answerWork.ts';
import { AnswerWork } from './answerWork.ts';
import type { FollowUp, TurnMemory } from './followUp.ts';
import type { WorkspaceName } from './ledgerPorts.ts';
import type { ModelReading } from './modelReading.ts';
import type { Conversation, ConversationStart } from './ports.ts';
import { retryDelay, retryLimit } from './retryPolicy.ts';
import type { RequestOutcome, RequestServices } from './sendRequest.ts';
import { sendRequest } from './sendRequest.ts';
import { waited } from './waited.ts';

/** How often a model is told that an edit did not land. */
const correctionLimit = 2;
/** How many rounds a model may spend on looking at the task's own file where it may read nothing else. */
const ownFileRounds = 4;
/** How often a provider may pause one answer. */
const pauseLimit = 4;
/** How many parameters a provider may turn down before we stop adapting. */
const adaptationLimit = 8;

/** Which turn of which answer of which comparison. */
export interface AnswerSubject {
  readonly comparisonId: string;
  readonly task: Task;
  /** Every file that can be edited so far, the task's own first. */
  readonly files: readonly SourceFile[];
  readonly side: Side;
  readonly attempt: number;
  readonly start: ConversationStart;
  /** Null for the first turn. */
  readonly followUp: FollowUp | null;
  readonly reading: ModelReading;
  /** True when the person let this comparison go over the budgets. */
  readonly isOverBudgetAllowed: boolean;
}

/** Hears of an answer. */
export interface AnswerListener {
  readonly event: (event: AnswerEvent) => void;
  /** What a follow-up can go on from; told right before a proper ending. */
  readonly remember: (memory: TurnMemory) => void;
  /** What the answer would have come to if it never ended; null when nothing is owed any more. */
  readonly owed: (spend: AnswerSpend | null) => void;
}

/** What a turn needs around it. */
export interface TurnServices extends RequestServices {
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly newId: () => string;
  /** The window's own; null for one without a folder. */
  readonly workspace: WorkspaceName | null;
}

/** How a turn ended, and why if it did not end well. */
type Ending = [status: 'done' | 'failed' | 'cancelled', failure: Failure | null];

/** One turn while it runs: what was sent and may still be sent. */
export class AnswerTurn {
  private readonly subject: AnswerSubject;
  private readonly conversation: Conversation;
  private readonly host: string;
  private readonly services: TurnServices;
  private readonly cancelled: AbortSignal;
  private readonly listener: AnswerListener;
  private readonly work: AnswerWork;
  private readonly tally: AnswerTally;
  private readonly readingLimit: number;
  private reply: RoundReply;
  private requests: number;
  private corrections = 0;
  private readings = 0;
  private isToldToStopReading = false;
  private isPaused = false;

  constructor(
    subject: AnswerSubject,
    conversation: Conversation,
    host: string,
    services: TurnServices,
    cancelled: AbortSignal,
    listener: AnswerListener,
  ) {
    const { start, followUp, reading } = subject;
    this.subject = subject;
    this.conversation = conversation;
    this.host = host;
    this.services = services;
    this.cancelled = cancelled;
    this.listener = listener;
    this.reply = followUp?.reply ?? { results: [], message: null };
    this.requests = followUp?.requests ?? 0;
    this.readingLimit = reading.isAllowed ? reading.rounds : ownFileRounds;
    const before = followUp === null ? [] : [JSON.stringify([followUp.history, followUp.reply])];
    const nothing = { usage: noUsage, usageIsFinal: true, cost: noCost, prices: null };
    this.tally = new AnswerTally(
      textSize(start.prompt.system, start.prompt.user, ...before),
      followUp?.spent ?? nothing,
    );
    const idPrefix = [subject.side, subject.attempt, ...(followUp === null ? [] : [`turn${followUp.turn}`])].join('-');
    this.work = new AnswerWork(
      { task: subject.task, files: subject.files, standing: followUp, idPrefix, reading },
      services.clock,
      {
        edits: (hunks, mismatches) => listener.event({ type: 'edits-changed', hunks, mismatches }),
        read: (read) => listener.event({ type: 'read', reading: read }),
      },
    );
  }

  /** Sends requests until nothing more has to be said. */
  async run(): Promise<Ending> {
    try {
      return await this.requestAll();
    } finally {
      this.work.stop();
      this.listener.owed(null);
    }
  }

  private async requestAll(): Promise<Ending> {
    let adaptations = 0;
    let retries = 0;
    let pauses = 0;
    for (;;) {
      if (this.cancelled.aborted) return ['cancelled', null];
      const outcome = await this.request();
      if (outcome.ending === 'cancelled') return ['cancelled', null];
      if (outcome.ending === 'parameter-rejected') {
        adaptations += 1;
        if (adaptations <= adaptationLimit) continue;
        return this.broken('every set of parameters was turned down');
      }
      if (outcome.failure !== null) {
        const { random } = this.services;
        const delayMs = outcome.sawContent ? null : retryDelay(outcome.failure, retries, random());
        if (delayMs === null) return this.work.abandonRound() ? this.conclude() : ['failed', outcome.failure];
        retries += 1;
        if (!(await this.waited(delayMs, retries, outcome.failure))) return ['cancelled', null];
        continue;
      }
      if (outcome.ending === 'paused') {
        pauses += 1;
        if (pauses > pauseLimit) return this.broken('paused again and again');
        this.isPaused = true;
        this.reply = { results: [], message: null };
        continue;
      }
      this.isPaused = false;
      const round = await this.endedRound();
      if (round === null) return ['cancelled', null];
      this.reply = { results: round.results, message: round.message };
      if (!this.goesOn(round)) return this.conclude();
    }
  }

  private async request(): Promise<RequestOutcome> {
    const { subject, work, tally, listener } = this;
    this.requests += 1;
    listener.event({ type: 'request-sent' });
    // What was paused goes on as the same round, in the midst of a sentence or an edit.
    if (!this.isPaused) {
      work.beginRound(this.readings < this.readingLimit);
      tally.beginRound();
    }
    const outcome = await sendRequest(
      this.conversation,
      this.reply,
      {
        contender: subject.start.contender,
        host: this.host,
        input: tally.sentSize(),
        images: subject.start.prompt.images,
        isOverBudgetAllowed: subject.isOverBudgetAllowed,
        reservation: {
          requestId: this.services.newId(),
          comparisonId: subject.comparisonId,
          taskKind: subject.task.kind,
          workspace: this.services.workspace,
          side: subject.side,
          attempt: subject.attempt,
          request: this.requests,
        },
      },
      this.services,
      this.cancelled,
      {
        reserved: (worstCost) => listener.owed(tally.owed(worstCost)),
        part: (part, at) => {
          if (part.type === 'call') tally.receive(textSize(JSON.stringify(part.call.request)));
          listener.event({ type: 'part', part: tally.hear(part), at });
          work.take(part);
        },
        spent: (spend) => listener.event({ type: 'spent', spend: tally.total(spend) }),
      },
    );
    listener.event({ type: 'spent', spend: tally.settle(outcome.spend) });
    listener.owed(null);
    return outcome;
  }

  /** The round once all that it asked to read is there, or null when the person cancels before that. */
  private async endedRound(): Promise<RoundResult | null> {
    const cancelled = new Promise<null>((resolve) => {
      if (this.cancelled.aborted) resolve(null);
      this.cancelled.addEventListener('abort', () => resolve(null), { once: true });
    });
    const round = await Promise.race([this.work.endRound(), cancelled]);
    if (round !== null) {
      this.tally.tell(textSize(...round.results.map(({ text }) => text), round.message ?? ''));
    }
    return round;
  }

  /** Whether the model has to be told, and heard, once more. */
  private goesOn({ failed, read }: RoundResult): boolean {
    if (read > 0 && this.readings < this.readingLimit) {
      this.readings += 1;
      if (failed === 0) return true;
    } else if (read > 0 && failed === 0) {
      // It was told in this round that it may read no further, and gets one more to answer.
      const isFirst = !this.isToldToStopReading;
      this.isToldToStopReading = true;
      return isFirst;
    }
    if (failed === 0 || this.corrections >= correctionLimit) return false;
    this.corrections += 1;
    return true;
  }

  private conclude(): Ending {
    const [status, failure] = this.work.verdict(this.tally.hasProse);
    // Only now do a follow-up's hunks take the place of those that stand; where it made none, they are the same.
    if (this.subject.followUp !== null) this.listener.event({ type: 'edits-changed', ...this.work.conclusion() });
    if (status === 'done') {
      this.listener.remember({ history: this.conversation.saved(), reply: this.reply });
    }
    return [status, failure];
  }

  private broken(detail: string): Ending {
    return ['failed', { kind: 'protocol', host: this.host, detail }];
  }

  /** Waits before a retry, and tells whether that came to its end rather than being cancelled. */
  private waited(delayMs: number, attempt: number, failure: Failure): Promise<boolean> {
    const { clock } = this.services;
    const retry = { attempt, atMost: retryLimit, scheduledAt: clock.now(), delayMs, failure };
    this.listener.event({ type: 'retry-scheduled', retry });
    return waited(clock, delayMs, this.cancelled);
  }
}
