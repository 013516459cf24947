import { sides } from '../../../core/side.ts';
import type { BudgetLevel } from '../../../core/spend/budget.ts';
import { formatUpperBound } from '../../../core/spend/money.ts';
import { formatLimit, formatRounded } from '../../../core/spend/roundMoney.ts';
import type { OutlookView, PeriodOutlookView, SideOutlookView } from '../../../shared/outlookView.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { fill, formatRough, formatWhole } from '../format.ts';
import type { PanelView } from '../panelState.ts';
import { pricesText } from '../sides/costDetails.ts';

/** What sending comes to, in words of the person's language. */
export class OutlookWords {
  private readonly texts: PanelTexts;
  private readonly locale: string;

  constructor({ texts, locale }: Pick<PanelView, 'texts' | 'locale'>) {
    this.texts = texts;
    this.locale = locale;
  }

  /** `about 2,100 tokens in`. */
  input({ inputTokens, countedBy }: SideOutlookView): string {
    const { texts, locale } = this;
    switch (countedBy) {
      case 'estimate':
        return fill(texts.inputAbout, formatRough(inputTokens, locale));
      case 'counting':
        return fill(texts.inputCounting, formatRough(inputTokens, locale));
      case 'provider':
        return fill(texts.inputCounted, formatWhole(inputTokens, locale));
    }
  }

  /** `about $0.041`, and the most it can be, each with what it goes by. Without a price there is no amount. */
  costs(side: SideOutlookView, label: string): readonly { readonly text: string; readonly hint: string }[] {
    const { texts, locale } = this;
    const { expected, worst } = side;
    if (expected === null) return [{ text: texts.costNotKnown, hint: '' }];
    return [
      { text: fill(texts.costAbout, formatRounded(expected, locale)), hint: this.expectedHint(side, label) },
      ...(worst === null
        ? []
        : [
            {
              text: fill(texts.costAtMost, formatUpperBound(worst, locale)),
              hint: `${texts.atMostExplained} ${texts.furtherRequests}`,
            },
          ]),
    ];
  }

  /** What an expected cost goes by, and the prices. */
  expectedHint({ expectedOutput, outputIsTypical, prices }: SideOutlookView, label: string): string {
    const { texts, locale } = this;
    const output = outputIsTypical
      ? fill(texts.typicalOutput, formatWhole(expectedOutput, locale), label)
      : fill(texts.assumedOutput, formatWhole(expectedOutput, locale), label);
    return [output, ...(prices === null ? [] : [pricesText(prices, texts)])].join('\n');
  }

  /** What else there is to know of a side's input, a sentence each. */
  notes({ countFailure, dearerFrom, roomExceeded }: SideOutlookView): readonly string[] {
    const { texts, locale } = this;
    return [
      ...(countFailure === null ? [] : [fill(texts.notCounted, countFailure)]),
      ...(roomExceeded === null ? [] : [fill(texts.roomExceeded, formatWhole(roomExceeded, locale))]),
      ...(dearerFrom === null ? [] : [fill(texts.dearerFrom, formatWhole(dearerFrom, locale))]),
    ];
  }

  /** Both sides together: `First requests: about $0.09, at most $1.88`. */
  total({ left, right }: OutlookView): string {
    const { texts, locale } = this;
    let expected = 0;
    let worst = 0;
    for (const side of [left, right]) {
      if (side === null) continue;
      if (side.expected === null || side.worst === null) return texts.bothNotKnown;
      expected += side.expected;
      worst += side.worst;
    }
    return fill(texts.bothAbout, formatRounded(expected, locale), formatUpperBound(worst, locale));
  }

  /** `Today $0.31 → about $0.39 of $5.00`. */
  standing({ period, spent, expected, budget }: PeriodOutlookView): string {
    const { texts, locale } = this;
    const names = { comparison: texts.periodComparison, day: texts.periodDay, month: texts.periodMonth };
    const limited = (amount: string) =>
      budget === null ? amount : fill(texts.ofBudget, amount, formatLimit(budget, locale));
    const now = formatRounded(spent, locale);
    const standing =
      expected === null
        ? fill(texts.standingNotKnown, limited(now))
        : limited(fill(texts.standing, now, formatRounded(expected, locale)));
    return `${names[period]} ${standing}`;
  }

  /** `at most $2.19`: with everything that is reserved, and the most that both sides can cost. */
  standingAtMost({ worst }: PeriodOutlookView): string {
    const { texts, locale } = this;
    return worst === null ? texts.standingNoBound : fill(texts.standingAtMost, formatUpperBound(worst, locale));
  }

  /** Why a budget will hold the requests back, or null. */
  refusal({ refusal }: PeriodOutlookView): string | null {
    const { texts } = this;
    switch (refusal) {
      case 'budget-reached':
        return texts.budgetHoldsBack;
      case 'budget-unpriced':
        return texts.budgetCannotBeKept;
      case 'budget-unknown':
        return texts.budgetSpendLost;
      case null:
        return null;
    }
  }

  /** By which prices the amounts are counted: once where both sides' are the same. Empty where none is known. */
  prices(outlook: OutlookView, view: Pick<PanelView, 'left' | 'right'>): string {
    const { texts } = this;
    const known = sides.flatMap((side) => {
      const prices = outlook[side]?.prices ?? null;
      return prices === null ? [] : [{ label: view[side].label, text: pricesText(prices, texts) }];
    });
    const [first] = known;
    if (first === undefined) return '';
    const isSame = known.every(({ text }) => text === first.text);
    return isSame ? first.text : known.map(({ label, text }) => `${label}: ${text}`).join(' · ');
  }
}

/** The gravest of all budgets' levels. */
export function gravestLevel({ periods, heldBack }: Pick<OutlookView, 'periods' | 'heldBack'>): BudgetLevel {
  if (periods === null || heldBack !== null) return 'reached';
  const levels = periods.map(({ level }) => level);
  return levels.includes('reached') ? 'reached' : levels.includes('warning') ? 'warning' : 'below';
}
