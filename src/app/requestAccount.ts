import type { AnswerPart } from '../core/answer.ts';
import type { AnswerSpend } from '../core/answerEvents.ts';
import type { Contender } from '../core/contender.ts';
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
        this.outputCharacters += JSON.stringify(part.call.request).length;
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
    const price = this.priceOf(usage);
    if (price === null) return { usage, usageIsFinal: this.final, cost: { kind: 'unknown', upperBound: null } };
    const cost: Cost = { kind: this.final ? 'exact' : 'estimate', nanoDollars: price.nanoDollars };
    return { usage, usageIsFinal: this.final, cost };
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
    return { usage: this.estimatedUsage(), usageIsFinal: false, cost: this.unknownCost(worstCost) };
  }

  private unknownCost(worstCost: number | null): Cost {
    if (this.reported === null) return { kind: 'unknown', upperBound: worstCost };
    // The input is known by now; of the output only the limit is, since thinking need not have been shown.
    const most: Usage = { ...this.reported.usage, output: this.contender.maxOutputTokens };
    return { kind: 'unknown', upperBound: this.priceOf(most)?.nanoDollars ?? null };
  }

  private estimatedUsage(): Usage {
    const { inputEstimate } = this.expected;
    const known = this.reported?.usage ?? { ...noUsage, uncachedInput: this.connected ? inputEstimate : 0 };
    if (this.final) return known;
    const output = Math.max(known.output, estimateTokens(this.contender.provider, this.outputCharacters));
    return { ...known, output };
  }

  /** A provider may answer with an id that the price data has no entry for; the asked-for one is its family then. */
  private priceOf(usage: Usage): Price | null {
    const { provider, model } = this.contender;
    const question = { provider, usage, extras: this.reported?.extras ?? [], terms: this.terms, at: this.expected.at };
    const returned = this.returnedModel === null ? null : this.prices.price({ ...question, model: this.returnedModel });
    return returned ?? this.prices.price({ ...question, model });
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
