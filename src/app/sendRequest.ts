import type { AnswerPart } from '../core/answer.ts';
import type { AnswerSpend } from '../core/comparison.ts';
import type { Contender } from '../core/contender.ts';
import type { ToolCall, ToolResult } from '../core/edits/toolCall.ts';
import type { Failure } from '../core/failure.ts';
import type { Cost } from '../core/spend/cost.ts';
import { estimateTokens, upperBoundUsage } from '../core/spend/estimate.ts';
import type { Usage } from '../core/spend/usage.ts';
import { noUsage } from '../core/spend/usage.ts';
import type { TimeLimits } from './contentWatch.ts';
import { isContent, watchContent } from './contentWatch.ts';
import type { Clock, Conversation, Ledger, PriceBook, Reservation, Settlement } from './ports.ts';

/** What a request needs around it. */
export interface RequestServices {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly prices: PriceBook;
  readonly limits: TimeLimits;
}

/** How one request ended, and what it came to. */
export interface RequestOutcome {
  readonly ending: 'end' | 'failure' | 'cancelled' | 'paused' | 'parameter-rejected';
  readonly failure: Failure | null;
  readonly calls: readonly ToolCall[];
  /** True once anything had come that a person sees or pays for. */
  readonly sawContent: boolean;
  readonly spend: AnswerSpend;
}

/** What a request is about, beside the conversation. */
export interface RequestSubject {
  readonly contender: Contender;
  readonly reservation: Omit<Reservation, 'startedAt' | 'upperBound' | 'provider' | 'model' | 'scripted'>;
  /** Host name for failure sentences. */
  readonly host: string;
  /** Characters sent, to estimate by until the provider says what it counted. */
  readonly inputCharacters: number;
}

/** Estimates of the running cost are renewed this often, so that pricing never competes with the stream. */
const estimateEveryMs = 100;

/**
 * Sends one request: reserves it in the ledger first, streams it under the watch, and settles it whatever happens.
 * Parts are handed on as they come; the running spend now and then.
 */
export async function sendRequest(
  conversation: Conversation,
  results: readonly ToolResult[],
  subject: RequestSubject,
  services: RequestServices,
  cancelled: AbortSignal,
  listen: { readonly part: (part: AnswerPart, at: number) => void; readonly spent: (spend: AnswerSpend) => void },
): Promise<RequestOutcome> {
  const { clock, ledger, prices } = services;
  const { contender } = subject;
  const inputEstimate = estimateTokens(contender.provider, subject.inputCharacters);
  const worstCost = prices.cost(
    contender.provider,
    contender.model,
    upperBoundUsage(inputEstimate, contender.maxOutputTokens),
  );
  const refused = await ledger.reserve({
    ...subject.reservation,
    provider: contender.provider,
    model: contender.model,
    scripted: contender.scripted,
    startedAt: clock.now(),
    upperBound: worstCost,
  });
  if (refused !== null) {
    return { ending: 'failure', failure: refused, calls: [], sawContent: false, spend: spentNothing };
  }

  const account = new RequestAccount(contender, prices, inputEstimate);
  if (cancelled.aborted) {
    // Cancelled while the ledger was written: nothing has left, so nothing can have been billed.
    await ledger.settle(settlementOf(subject, account, 'cancelled', null, spentNothing, clock.now()));
    return { ending: 'cancelled', failure: null, calls: [], sawContent: false, spend: spentNothing };
  }
  const calls: ToolCall[] = [];
  let ending: RequestOutcome['ending'] = 'failure';
  let failure: Failure | null = null;
  let ended = false;
  let lastEstimateAt = 0;
  const request = new AbortController();
  const watched = watchContent(conversation.next(results, request.signal), {
    clock,
    limits: services.limits,
    host: subject.host,
    cancelled,
    abort: () => request.abort(),
  });
  try {
    for await (const part of watched) {
      const now = clock.now();
      account.take(part, now);
      if (part.type === 'call') calls.push(part.call);
      if (part.type === 'failure') failure = part.failure;
      if (endsRequest(part)) {
        ending = part.type;
        ended = true;
      }
      listen.part(part, now);
      if (part.type === 'usage' || now - lastEstimateAt >= estimateEveryMs) {
        lastEstimateAt = now;
        listen.spent(account.running());
      }
    }
    if (!ended) failure = { kind: 'protocol', host: subject.host, detail: 'the answer has no ending' };
  } catch (error) {
    failure = { kind: 'unexpected', cause: error instanceof Error ? error.message : String(error) };
  }
  if (failure !== null) ending = 'failure';

  const spend = account.settled(ending, failure, worstCost);
  await ledger.settle(settlementOf(subject, account, ending, failure, spend, clock.now()));
  return { ending, failure, calls, sawContent: account.sawContent, spend };
}

const spentNothing: AnswerSpend = { usage: noUsage, usageIsFinal: true, cost: { kind: 'exact', nanoDollars: 0 } };

function endsRequest(part: AnswerPart): part is Extract<AnswerPart, { readonly type: RequestOutcome['ending'] }> {
  return ['end', 'failure', 'cancelled', 'paused', 'parameter-rejected'].includes(part.type);
}

function settlementOf(
  subject: RequestSubject,
  account: RequestAccount,
  ending: RequestOutcome['ending'],
  failure: Failure | null,
  spend: AnswerSpend,
  endedAt: number,
): Settlement {
  return {
    requestId: subject.reservation.requestId,
    endedAt,
    firstTokenAt: account.firstContentAt,
    returnedModel: account.returnedModel,
    outcome: ending === 'end' || ending === 'paused' ? 'complete' : ending === 'cancelled' ? 'cancelled' : 'failed',
    failureKind: failure?.kind ?? null,
    usage: account.reportedUsage,
    rawUsage: account.rawUsage,
    costNanoDollars: spend.cost.kind === 'exact' ? spend.cost.nanoDollars : null,
    upperBound: spend.cost.kind === 'unknown' ? spend.cost.upperBound : null,
  };
}

/** Keeps what is known of one request's tokens and money while it runs. */
class RequestAccount {
  sawContent = false;
  firstContentAt: number | null = null;
  returnedModel: string | null = null;
  reportedUsage: Usage | null = null;
  rawUsage: unknown = null;
  private connected = false;
  private final = false;
  private outputCharacters = 0;
  private readonly contender: Contender;
  private readonly prices: PriceBook;
  private readonly inputEstimate: number;

  constructor(contender: Contender, prices: PriceBook, inputEstimate: number) {
    this.contender = contender;
    this.prices = prices;
    this.inputEstimate = inputEstimate;
  }

  take(part: AnswerPart, now: number): void {
    if (isContent(part)) {
      this.sawContent = true;
      this.firstContentAt ??= now;
    }
    switch (part.type) {
      case 'connected':
        this.connected = true;
        break;
      case 'model':
        this.returnedModel = part.model;
        break;
      case 'thinking':
      case 'prose':
        this.outputCharacters += part.text.length;
        break;
      case 'call':
        this.outputCharacters += JSON.stringify(part.call.request).length;
        break;
      case 'usage':
        this.reportedUsage = part.usage;
        this.rawUsage = part.raw;
        this.final = part.final;
        break;
      default:
        break;
    }
  }

  /** Tokens and money so far, estimated where the provider has not said. */
  running(): AnswerSpend {
    const usage = this.estimatedUsage();
    const nanoDollars = this.prices.cost(this.contender.provider, this.pricedModel(), usage);
    if (nanoDollars === null) return { usage, usageIsFinal: this.final, cost: { kind: 'unknown', upperBound: null } };
    return { usage, usageIsFinal: this.final, cost: { kind: this.final ? 'exact' : 'estimate', nanoDollars } };
  }

  /** Tokens and money when nothing more will come. */
  settled(ending: RequestOutcome['ending'], failure: Failure | null, worstCost: number | null): AnswerSpend {
    if (this.final) return this.running();
    if (
      ending !== 'cancelled' &&
      !this.sawContent &&
      this.reportedUsage === null &&
      wasNotBilled(failure, ending, this.connected)
    ) {
      return spentNothing;
    }
    return { usage: this.estimatedUsage(), usageIsFinal: false, cost: this.unknownCost(worstCost) };
  }

  private unknownCost(worstCost: number | null): Cost {
    if (this.reportedUsage === null) return { kind: 'unknown', upperBound: worstCost };
    // The input is known by now; of the output only the limit is, since thinking need not have been shown.
    const most: Usage = { ...this.reportedUsage, output: this.contender.maxOutputTokens };
    return { kind: 'unknown', upperBound: this.prices.cost(this.contender.provider, this.pricedModel(), most) };
  }

  private estimatedUsage(): Usage {
    const known = this.reportedUsage ?? { ...noUsage, uncachedInput: this.connected ? this.inputEstimate : 0 };
    if (this.final) return known;
    const output = Math.max(known.output, estimateTokens(this.contender.provider, this.outputCharacters));
    return { ...known, output };
  }

  /** A provider may answer with a dated id that the price data has no entry for; the asked-for one is its family. */
  private pricedModel(): string {
    const returned = this.returnedModel;
    if (returned === null) return this.contender.model;
    return this.prices.cost(this.contender.provider, returned, noUsage) === null ? this.contender.model : returned;
  }
}

/** Error statuses and connections that never stood are not billed; silence after sending may have been. */
function wasNotBilled(failure: Failure | null, ending: RequestOutcome['ending'], connected: boolean): boolean {
  if (ending === 'parameter-rejected') return true;
  if (connected || failure === null) return false;
  return (
    failure.kind !== 'timed-out' &&
    failure.kind !== 'stalled' &&
    failure.kind !== 'unexpected' &&
    failure.kind !== 'stream-broken'
  );
}
