import type { AnswerPart } from '../../core/answer.ts';
import type { AnswerEvent, AnswerSpend } from '../../core/answerEvents.ts';
import { mostImageUsage } from '../../core/asset/imageExtras.ts';
import type { ImageOptions } from '../../core/asset/imageOptions.ts';
import { imagePrompt } from '../../core/asset/imagePrompt.ts';
import type { Contender } from '../../core/contender.ts';
import type { Failure } from '../../core/failure.ts';
import { addCost, noCost } from '../../core/spend/cost.ts';
import { addUsage, noUsage } from '../../core/spend/usage.ts';
import { textSize } from '../../core/textSize.ts';
import type { TurnServices } from '../answerTurn.ts';
import type { Conversation, ConversationStart, ModelClients } from '../ports.ts';
import { retryDelay, retryLimit } from '../retryPolicy.ts';
import { sendRequest } from '../sendRequest.ts';
import { waited } from '../waited.ts';

/** What asking for a picture needs. */
export interface ImageTurnServices extends TurnServices {
  readonly clients: ModelClients;
}

/** Which picture is asked of whom. */
export interface ImageTurnSubject {
  readonly assetId: string;
  readonly contender: Contender;
  readonly attempt: number;
  readonly instruction: string;
  readonly options: ImageOptions;
  readonly isOverBudgetAllowed: boolean;
}

/** Hears of a turn while it runs. */
export interface ImageTurnListener {
  readonly event: (event: AnswerEvent) => void;
  /** A request leaves now: what all comes to if nobody ever hears how it ended. */
  readonly owed: (spend: AnswerSpend) => void;
}

/** How a turn ended, and why if it did not end well. */
export type ImageEnding = readonly [status: 'done' | 'failed' | 'cancelled', failure: Failure | null];

/** How often a provider may turn down a parameter before we stop adapting. */
const adaptationLimit = 8;
/** How often a provider may pause one answer. */
const pauseLimit = 4;
/** A picture takes up to two minutes in which nothing needs to come (developers.openai.com, image generation, latency). */
const leastIdleMs = 240_000;

/** What a contender is sent for a picture. */
export function imageStart(contender: Contender, instruction: string, options: ImageOptions): ConversationStart {
  return {
    contender,
    prompt: imagePrompt(contender.provider, instruction, options),
    textEditing: '',
    canRead: false,
    image: options,
  };
}

/**
 * Asks one contender for a picture and tells what comes, with retries while nothing was visible: a picture is one
 * answer, and never gone on from. Never throws.
 */
export async function runImageTurn(
  subject: ImageTurnSubject,
  services: ImageTurnServices,
  cancelled: AbortSignal,
  listen: ImageTurnListener,
): Promise<ImageEnding> {
  const start = imageStart(subject.contender, subject.instruction, subject.options);
  try {
    const client = await services.clients.clientFor(subject.contender);
    const conversation = await client.converse(start, null);
    if ('kind' in conversation) return ['failed', conversation];
    const host = new URL(client.preview(start).endpoint).host;
    return await new ImageTurn(subject, start, host, services, cancelled, listen).run(conversation);
  } catch (error) {
    return ['failed', { kind: 'unexpected', cause: error instanceof Error ? error.message : String(error) }];
  }
}

class ImageTurn {
  private readonly subject: ImageTurnSubject;
  private readonly start: ConversationStart;
  private readonly host: string;
  private readonly services: ImageTurnServices;
  private readonly cancelled: AbortSignal;
  private readonly listen: ImageTurnListener;
  private requests = 0;
  private spent: AnswerSpend = { usage: noUsage, usageIsFinal: true, cost: noCost, prices: null };

  constructor(
    subject: ImageTurnSubject,
    start: ConversationStart,
    host: string,
    services: ImageTurnServices,
    cancelled: AbortSignal,
    listen: ImageTurnListener,
  ) {
    this.subject = subject;
    this.start = start;
    this.host = host;
    this.services = services;
    this.cancelled = cancelled;
    this.listen = listen;
  }

  async run(conversation: Conversation): Promise<ImageEnding> {
    let [adaptations, retries, pauses] = [0, 0, 0];
    for (;;) {
      if (this.cancelled.aborted) return ['cancelled', null];
      const outcome = await this.request(conversation);
      if (outcome.ending === 'cancelled') return ['cancelled', null];
      if (outcome.ending === 'parameter-rejected') {
        adaptations += 1;
        if (adaptations > adaptationLimit) return this.broken('every set of parameters was turned down');
      } else if (outcome.failure !== null) {
        const { random } = this.services;
        const delayMs = outcome.sawContent ? null : retryDelay(outcome.failure, retries, random());
        if (delayMs === null) return ['failed', outcome.failure];
        retries += 1;
        if (!(await this.waited(delayMs, retries, outcome.failure))) return ['cancelled', null];
      } else if (outcome.ending === 'paused') {
        pauses += 1;
        if (pauses > pauseLimit) return this.broken('paused again and again');
      } else {
        return ['done', null];
      }
    }
  }

  private async request(conversation: Conversation) {
    const { subject, start, services, host } = this;
    const { contender } = subject;
    this.requests += 1;
    this.listen.event({ type: 'request-sent' });
    const input = textSize(start.prompt.system, start.prompt.user);
    const outcome = await sendRequest(
      conversation,
      { results: [], message: null },
      {
        contender,
        host,
        input,
        images: [],
        worstExtras: mostImageUsage(contender.provider, subject.options, input.bytes, contender.maxOutputTokens),
        isOverBudgetAllowed: subject.isOverBudgetAllowed,
        reservation: {
          requestId: services.newId(),
          comparisonId: subject.assetId,
          taskKind: 'image',
          workspace: services.workspace,
          side: contender.side,
          attempt: subject.attempt,
          request: this.requests,
        },
      },
      patient(services),
      this.cancelled,
      {
        reserved: (worstCost) => {
          const cost = { kind: 'unknown', upperBound: worstCost } as const;
          this.listen.owed(this.total({ usage: noUsage, usageIsFinal: false, cost, prices: null }));
        },
        part: (part: AnswerPart, at: number) => this.listen.event({ type: 'part', part, at }),
        spent: (spend) => this.listen.event({ type: 'spent', spend: this.total(spend) }),
      },
    );
    this.spent = this.total(outcome.spend);
    this.listen.event({ type: 'spent', spend: this.spent });
    return outcome;
  }

  private total(running: AnswerSpend): AnswerSpend {
    return {
      usage: addUsage(this.spent.usage, running.usage),
      usageIsFinal: this.spent.usageIsFinal && running.usageIsFinal,
      cost: addCost(this.spent.cost, running.cost),
      prices: running.prices ?? this.spent.prices,
    };
  }

  private broken(detail: string): ImageEnding {
    return ['failed', { kind: 'protocol', host: this.host, detail }];
  }

  /** Waits before a retry, and tells whether that came to its end rather than being cancelled. */
  private waited(delayMs: number, attempt: number, failure: Failure): Promise<boolean> {
    const { clock } = this.services;
    const retry = { attempt, atMost: retryLimit, scheduledAt: clock.now(), delayMs, failure };
    this.listen.event({ type: 'retry-scheduled', retry });
    return waited(clock, delayMs, this.cancelled);
  }
}

/** The same services for a request whose content may let people wait. Budgets are read as they are at that moment. */
function patient(services: ImageTurnServices): TurnServices {
  const { clock, ledger, loadPrices, random, newId, observer, workspace, budgets, limits } = services;
  const idleMs = Math.max(limits.idleMs, leastIdleMs);
  return { clock, ledger, loadPrices, random, newId, observer, workspace, budgets, limits: { ...limits, idleMs } };
}
