import type { AnswerPart } from '../core/answer.ts';
import type { AnswerSpend } from '../core/answerEvents.ts';
import { addCost } from '../core/spend/cost.ts';
import { addUsage, noUsage } from '../core/spend/usage.ts';
import type { TextSize } from '../core/textSize.ts';
import { addSize, noText, textSize } from '../core/textSize.ts';

/** Characters that a token of reasoning counts for when it is sent back; no provider's estimate divides by more. */
const charactersPerReasoningToken = 4;

type TextKind = 'prose' | 'thinking';

/** Adds up what goes to and fro in an answer, and what it costs. */
export class AnswerTally {
  private readonly sentBefore: TextSize;
  private readonly reasoningBefore: number;
  /** The texts' sizes, all rounds together, and which of them the running round has added to. */
  private readonly sizes = { prose: noText, thinking: noText };
  private roundTexts: ReadonlySet<TextKind> = new Set();
  private received = noText;
  private told = noText;
  private spent: AnswerSpend;
  hasProse = false;

  /**
   * @param sentFirst size of the first request
   * @param spent what earlier turns came to
   */
  constructor(sentFirst: TextSize, spent: AnswerSpend) {
    this.sentBefore = sentFirst;
    this.spent = spent;
    this.reasoningBefore = spent.usage.reasoning;
  }

  beginRound(): void {
    this.roundTexts = new Set();
  }

  /** Takes note of text. Gives the part as it reads on: what a further round says is a paragraph of its own. */
  hear(part: AnswerPart): AnswerPart {
    if ((part.type !== 'prose' && part.type !== 'thinking') || part.text === '') return part;
    const continues = this.roundTexts.has(part.type) || this.sizes[part.type].characters === 0;
    this.roundTexts = new Set([...this.roundTexts, part.type]);
    this.sizes[part.type] = addSize(this.sizes[part.type], textSize(part.text));
    if (part.type === 'prose' && part.text.trim() !== '') this.hasProse = true;
    return continues ? part : { ...part, text: `\n\n${part.text}` };
  }

  /** A call came, of that size. */
  receive(size: TextSize): void {
    this.received = addSize(this.received, size);
  }

  /** The model is told so much. */
  tell(size: TextSize): void {
    this.told = addSize(this.told, size);
  }

  /** Adds up a finished request. */
  settle(spend: AnswerSpend): AnswerSpend {
    this.spent = this.total(spend);
    return this.spent;
  }

  /** Everything settled so far and the running request. */
  total(running: AnswerSpend): AnswerSpend {
    return {
      usage: addUsage(this.spent.usage, running.usage),
      usageIsFinal: this.spent.usageIsFinal && running.usageIsFinal,
      cost: addCost(this.spent.cost, running.cost),
      prices: running.prices ?? this.spent.prices,
    };
  }

  /** What it all came to if the running request never told; null for a worst case that is not known. */
  owed(worstCost: number | null): AnswerSpend {
    return this.total({
      usage: noUsage,
      usageIsFinal: false,
      cost: { kind: 'unknown', upperBound: worstCost },
      prices: null,
    });
  }

  /** Roughly what the next request carries: all that was sent, received and told before, in every round. */
  sentSize(): TextSize {
    const { prose, thinking } = this.sizes;
    // Reasoning goes back whether it was shown or not.
    const reasoningTokens = this.spent.usage.reasoning - this.reasoningBefore;
    const hidden = reasoningTokens * charactersPerReasoningToken;
    const reasoning = { characters: Math.max(thinking.characters, hidden), bytes: Math.max(thinking.bytes, hidden) };
    return [prose, reasoning, this.received, this.told].reduce(addSize, this.sentBefore);
  }
}
