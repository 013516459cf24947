import type { AnswerPart } from '../core/answer.ts';
import type { AnswerSpend } from '../core/answerEvents.ts';
import type { Contender } from '../core/contender.ts';
import type { FileEdit } from '../core/edits/toolCall.ts';
import type { Failure } from '../core/failure.ts';
import type { BillingTerms, Metered } from '../core/spend/billing.ts';
import type { Cost } from '../core/spend/cost.ts';
import { estimateTokens } from '../core/spend/estimate.ts';
import type { Usage } from '../core/spend/usage.ts';
import { noUsage } from '../core/spend/usage.ts';
import { isContent } from './contentWatch.ts';
import type { Price, PriceBook } from './ledgerPorts.ts';

/** How one request can end. */
export type RequestEnding = 'end' | 'failure' | 'cancelled' | 'paused' | 'parameter-rejected';

/** What a request came to that was never sent, or that no provider bills. */
export const spentNothing: AnswerSpend = {
  usage: noUsage,
  usageIsFinal: true,
  cost: { kind: 'exact', nanoDollars: 0 },
  prices: null,
};

/** What is known of a request before its response says better. */
export interface ExpectedRequest {
  /** When it is sent, in milliseconds since the epoch. */
  readonly at: number;
  /** Estimated input tokens. */
  readonly inputEstimate: number;
  readonly terms: BillingTerms;
}

/** Keeps what is known of one request's tokens and money while it runs. */
export class RequestAccount {
  sawContent = false;
  firstContentAt: number | null = null;
  returnedModel: string | null = null;
  /** What the provider said, or null when nothing came. */
  reported: Metered | null = null;
  rawUsage: unknown = null;
  private connected = false;
  private final = false;
  private outputCharacters = 0;
  /** What has come of calls that are still being written, by call. */
  private readonly growing = new Map<string, readonly FileEdit[]>();
  private readonly contender: Contender;
  private readonly prices: PriceBook;
  private readonly expected: ExpectedRequest;

  constructor(contender: Contender, prices: PriceBook, expected: ExpectedRequest) {
    this.contender = contender;
    this.prices = prices;
    this.expected = expected;
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
        this.growing.delete(part.call.callId);
        this.outputCharacters += JSON.stringify(part.call.request).length;
        break;
      case 'call-previewed':
        this.growing.set(part.callId, part.edits);
        break;
      case 'usage':
        this.reported = { usage: part.usage, extras: part.extras, terms: part.terms };
        this.rawUsage = part.raw;
        this.final = part.final;
        break;
      default:
        break;
    }
  }

  /** The terms that the response named, else those expected. */
  get terms(): BillingTerms {
    return this.reported?.terms ?? this.expected.terms;
  }

  /** The price of what was reported at last, once that is final; null while it is not, or has none. */
  finalPrice(): Price | null {
    return this.final && this.reported !== null ? this.priceOf(this.reported.usage) : null;
  }

  /** Tokens and money so far, estimated where the provider has not said. */
  running(): AnswerSpend {
    const usage = this.estimatedUsage();
    const usageIsFinal = this.final;
    const price = this.priceOf(usage);
    if (price === null) return { usage, usageIsFinal, cost: { kind: 'unknown', upperBound: null }, prices: null };
    const cost: Cost = { kind: usageIsFinal ? 'exact' : 'estimate', nanoDollars: price.nanoDollars };
    return { usage, usageIsFinal, cost, prices: price.source };
  }

  /** Tokens and money when nothing more will come. */
  settled(ending: RequestEnding, failure: Failure | null, worstCost: number | null): AnswerSpend {
    if (this.final) return this.running();
    if (
      ending !== 'cancelled' &&
      !this.sawContent &&
      this.reported === null &&
      wasNotBilled(failure, ending, this.connected)
    ) {
      return spentNothing;
    }
    const usage = this.estimatedUsage();
    const upperBound = this.mostCost(worstCost);
    // What is billed at nothing costs nothing, however much of it there was.
    const cost: Cost = upperBound === 0 ? { kind: 'exact', nanoDollars: 0 } : { kind: 'unknown', upperBound };
    return { usage, usageIsFinal: false, cost, prices: this.priceOf(usage)?.source ?? null };
  }

  /** What is to be kept of the tokens: as reported, with the output that was seen where that is more; null for nothing. */
  seenUsage(): Usage | null {
    return this.reported === null && !this.sawContent ? null : this.estimatedUsage();
  }

  private mostCost(worstCost: number | null): number | null {
    if (this.reported === null) return worstCost;
    // The input is known by now; of the output only the limit is, since thinking need not have been shown.
    const most: Usage = { ...this.reported.usage, output: this.contender.maxOutputTokens };
    return this.priceOf(most)?.nanoDollars ?? null;
  }

  private estimatedUsage(): Usage {
    const { inputEstimate } = this.expected;
    const known = this.reported?.usage ?? { ...noUsage, uncachedInput: this.connected ? inputEstimate : 0 };
    if (this.final) return known;
    const growing = [...this.growing.values()].reduce((sum, edits) => sum + JSON.stringify(edits).length, 0);
    const seen = estimateTokens(this.contender.provider, this.outputCharacters + growing);
    const output = Math.max(known.output, seen);
    return { ...known, output };
  }

  private priceOf(usage: Usage): Price | null {
    const { provider, model } = this.contender;
    const { returnedModel, terms, reported } = this;
    const extras = reported?.extras ?? [];
    return this.prices.price({ provider, model, returnedModel, usage, extras, terms, at: this.expected.at });
  }
}

/** Error statuses and connections that never stood are not billed; silence or nonsense after sending may have been. */
function wasNotBilled(failure: Failure | null, ending: RequestEnding, connected: boolean): boolean {
  if (ending === 'parameter-rejected') return true;
  if (connected || failure === null) return false;
  return (
    failure.kind !== 'timed-out' &&
    failure.kind !== 'stalled' &&
    failure.kind !== 'unexpected' &&
    failure.kind !== 'stream-broken' &&
    failure.kind !== 'protocol'
  );
}
