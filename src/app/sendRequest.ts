import type { AnswerPart } from '../core/answer.ts';
import type { AnswerSpend } from '../core/answerEvents.ts';
import type { Contender } from '../core/contender.ts';
import type { RoundReply, ToolCall } from '../core/edits/toolCall.ts';
import type { Failure, FailureOf } from '../core/failure.ts';
import type { ImageSize } from '../core/images/image.ts';
import type { ExtraUsage } from '../core/spend/billing.ts';
import { expectedTerms } from '../core/spend/billing.ts';
import type { Budgets } from '../core/spend/budget.ts';
import { estimateInput, upperBoundUsage } from '../core/spend/estimate.ts';
import type { TextSize } from '../core/textSize.ts';
import type { TimeLimits } from './contentWatch.ts';
import { watchContent } from './contentWatch.ts';
import type { Ledger, PriceBook, RequestObserver, Reservation, Settlement } from './ledgerPorts.ts';
import type { Clock, Conversation } from './ports.ts';
import { RequestAccount, type RequestEnding, spentNothing } from './requestAccount.ts';

/** What a request needs around it. */
export interface RequestServices {
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** Opens the prices as they are now. */
  readonly loadPrices: () => Promise<PriceBook>;
  readonly limits: TimeLimits;
  /** The person's budgets as they are now, or why they cannot be read: then nothing is sent. */
  readonly budgets: Budgets | FailureOf<'setting-invalid'>;
  readonly observer: RequestObserver;
}

/** How one request ended, and what it came to. */
export interface RequestOutcome {
  readonly ending: RequestEnding;
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
  /** How much is sent, to estimate by until the provider says what it counted. */
  readonly input: TextSize;
  /** The pictures that go along, in every request of the conversation. */
  readonly images: readonly ImageSize[];
  /** The most that can be billed beside the model's own tokens, e.g. for a picture; absent for nothing. */
  readonly worstExtras?: readonly ExtraUsage[];
  /** True when the person let this comparison go over the budgets. */
  readonly isOverBudgetAllowed: boolean;
}

/** Hears of a request while it runs. */
export interface RequestListener {
  /** It is about to be sent, and can cost this much at most, in nano-dollars; null when that is not known. */
  readonly reserved: (worstCost: number | null) => void;
  readonly part: (part: AnswerPart, at: number) => void;
  readonly spent: (spend: AnswerSpend) => void;
}

/** Estimates of the running cost are renewed this often, so that pricing never competes with the stream. */
const estimateEveryMs = 100;

/**
 * Sends one request: reserves it in the ledger first, streams it under the watch, and settles it whatever happens.
 * Parts are handed on as they come; the running spend now and then.
 */
export async function sendRequest(
  conversation: Conversation,
  reply: RoundReply,
  subject: RequestSubject,
  services: RequestServices,
  cancelled: AbortSignal,
  listen: RequestListener,
): Promise<RequestOutcome> {
  const { clock, ledger, observer } = services;
  // One book from the reservation to the settlement, whatever the person changes meanwhile.
  const prices = await services.loadPrices();
  const { contender } = subject;
  const { provider, model, scripted, maxOutputTokens } = contender;
  // Scripted answers cost nothing, whatever prices and budgets say.
  if (prices.fault !== null && !scripted) return unsent('failure', prices.fault);
  const { budgets } = services;
  if ('kind' in budgets && !scripted) return unsent('failure', budgets);
  const startedAt = clock.now();
  const terms = expectedTerms(provider, subject.host);
  const inputEstimate = estimateInput(contender, subject.input.characters, subject.images);
  const worst = upperBoundUsage(subject.input.bytes, maxOutputTokens, subject.images);
  const worstCost =
    prices.price({
      provider,
      model,
      returnedModel: null,
      usage: worst,
      extras: subject.worstExtras ?? [],
      terms,
      at: startedAt,
    })?.nanoDollars ?? null;
  const reservation = { ...subject.reservation, provider, model, scripted, startedAt, upperBound: worstCost };
  const isUnlimited = scripted || subject.isOverBudgetAllowed || 'kind' in budgets;
  const refused = await ledger.reserve(reservation, isUnlimited ? null : budgets);
  if (refused !== null) return unsent('failure', refused);

  const account = new RequestAccount(contender, prices, { at: startedAt, inputEstimate, terms });
  const settle = async (settlement: Settlement) => {
    await ledger.settle(settlement);
    observer.requestEnded(reservation, settlement);
  };
  if (cancelled.aborted) {
    // Cancelled while the ledger was written: nothing has left, so nothing can have been billed.
    await settle(settlementOf(subject, account, 'cancelled', null, spentNothing, clock.now()));
    return unsent('cancelled', null);
  }
  listen.reserved(worstCost);
  const calls: ToolCall[] = [];
  let ending: RequestEnding = 'failure';
  let failure: Failure | null = null;
  let ended = false;
  let lastEstimateAt = 0;
  let callOffEstimate: (() => void) | null = null;
  const estimate = () => {
    callOffEstimate?.();
    callOffEstimate = null;
    lastEstimateAt = clock.now();
    listen.spent(account.running());
  };
  const request = new AbortController();
  const watched = watchContent(conversation.next(reply, request.signal), {
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
      const wait = lastEstimateAt + estimateEveryMs - now;
      if (part.type === 'usage' || wait <= 0) estimate();
      else callOffEstimate ??= clock.after(wait, estimate);
    }
    if (!ended) failure = { kind: 'protocol', host: subject.host, detail: 'the answer has no ending' };
  } catch (error) {
    failure = { kind: 'unexpected', cause: error instanceof Error ? error.message : String(error) };
  } finally {
    callOffEstimate?.();
  }
  if (failure !== null) ending = 'failure';

  const spend = account.settled(ending, failure, worstCost);
  await settle(settlementOf(subject, account, ending, failure, spend, clock.now()));
  return { ending, failure, calls, sawContent: account.sawContent, spend };
}

/** What becomes of a request that never left. */
function unsent(ending: 'failure' | 'cancelled', failure: Failure | null): RequestOutcome {
  return { ending, failure, calls: [], sawContent: false, spend: spentNothing };
}

function endsRequest(part: AnswerPart): part is Extract<AnswerPart, { readonly type: RequestEnding }> {
  return ['end', 'failure', 'cancelled', 'paused', 'parameter-rejected'].includes(part.type);
}

function settlementOf(
  subject: RequestSubject,
  account: RequestAccount,
  ending: RequestEnding,
  failure: Failure | null,
  spend: AnswerSpend,
  endedAt: number,
): Settlement {
  const isExact = spend.cost.kind === 'exact';
  return {
    requestId: subject.reservation.requestId,
    endedAt,
    firstTokenAt: account.firstContentAt,
    returnedModel: account.returnedModel,
    outcome: ending === 'end' || ending === 'paused' ? 'complete' : ending === 'cancelled' ? 'cancelled' : 'failed',
    failureKind: failure?.kind ?? null,
    usage: account.seenUsage(),
    usageIsFinal: spend.usageIsFinal,
    extras: account.reported?.extras ?? [],
    terms: account.terms,
    rawUsage: account.rawUsage,
    costNanoDollars: spend.cost.kind === 'exact' ? spend.cost.nanoDollars : null,
    upperBound: spend.cost.kind === 'unknown' ? spend.cost.upperBound : null,
    cacheSavings: isExact && spend.usageIsFinal ? (account.finalPrice()?.cacheSavings ?? 0) : null,
    priceSource: isExact ? spend.prices : null,
  };
}
