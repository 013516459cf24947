import type { AnswerPart } from '../core/answer.ts';
import type { AnswerSpend } from '../core/answerEvents.ts';
import { addCost } from '../core/spend/cost.ts';
import { addUsage, noUsage } from '../core/spend/usage.ts';

/** Characters that a token of reasoning counts for when it is sent back; no provider's estimate divides by more. */
const charactersPerReasoningToken = 4;

type TextKind = 'prose' | 'thinking';

/** Adds up what goes to and fro in an answer, and what it costs. */
export class AnswerTally {
  private readonly sentBefore: number;
  private readonly reasoningBefore: number;
  /** The texts' lengths, all rounds together, and which of them the running round has added to. */
  private readonly lengths = { prose: 0, thinking: 0 };
  private roundTexts: ReadonlySet<TextKind> = new Set();
  private received = 0;
  private told = 0;
  private spent: AnswerSpend;
  hasProse = false;

  /**
   * @param sentCharacters size of the first request
   * @param spent what earlier turns came to
   */
  constructor(sentCharacters: number, spent: AnswerSpend) {
    this.sentBefore = sentCharacters;
    this.spent = spent;
    this.reasoningBefore = spent.usage.reasoning;
  }

  beginRound(): void {
    this.roundTexts = new Set();
  }

  /** Takes note of text. Gives the part as it reads on: what a further round says is a paragraph of its own. */
  hear(part: AnswerPart): AnswerPart {
    if ((part.type !== 'prose' && part.type !== 'thinking') || part.text === '') return part;
    const continues = this.roundTexts.has(part.type) || this.lengths[part.type] === 0;
    this.roundTexts = new Set([...this.roundTexts, part.type]);
    this.lengths[part.type] += part.text.length;
    if (part.type === 'prose' && part.text.trim() !== '') this.hasProse = true;
    return continues ? part : { ...part, text: `\n\n${part.text}` };
  }

  /** A call came, of so many characters. */
  receive(characters: number): void {
    this.received += characters;
  }

  /** The model is told so many characters. */
  tell(characters: number): void {
    this.told += characters;
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
  sentCharacters(): number {
    const { prose, thinking } = this.lengths;
    // Reasoning goes back whether it was shown or not.
    const reasoningTokens = this.spent.usage.reasoning - this.reasoningBefore;
    const reasoning = Math.max(thinking, reasoningTokens * charactersPerReasoningToken);
    return this.sentBefore + prose + reasoning + this.received + this.told;
  }
}
