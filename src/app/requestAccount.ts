import type { AnswerPart } from '../core/answer.ts';
import type { AnswerSpend } from '../core/answerEvents.ts';
import type { Contender } from '../core/contender.ts';
import type { Failure } from '../core/failure.ts';
import type { Cost } from '../core/spend/cost.ts';
import { estimateTokens } from '../core/spend/estimate.ts';
import type { Usage } from '../core/spend/usage.ts';
import { noUsage } from '../core/spend/usage.ts';
import { isContent } from './contentWatch.ts';
import type { PriceBook } from './ports.ts';

/** How one request can end. */
export type RequestEnding = 'end' | 'failure' | 'cancelled' | 'paused' | 'parameter-rejected';

/** What a request came to that was never sent, or that no provider bills. */
export const spentNothing: AnswerSpend = {
  usage: noUsage,
  usageIsFinal: true,
  cost: { kind: 'exact', nanoDollars: 0 },
};

/** Keeps what is known of one request's tokens and money while it runs. */
export class RequestAccount {
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
  settled(ending: RequestEnding, failure: Failure | null, worstCost: number | null): AnswerSpend {
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
