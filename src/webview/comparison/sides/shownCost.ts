import { isHeldBackByBudget } from '../../../core/spend/budget.ts';
import type { Cost } from '../../../core/spend/cost.ts';
import { formatCost } from '../../../core/spend/money.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import type { SideOutline } from '../panelState.ts';

type CostState = Pick<SideOutline, 'startedAt' | 'cost' | 'endedAt' | 'failureKind'>;

/** False until there is something to say: what has only just been sent, or never was, has not cost nothing. */
export function isCostKnown({ startedAt, cost, endedAt, failureKind }: CostState): boolean {
  const isNothing = cost.kind !== 'unknown' && cost.nanoDollars === 0;
  return startedAt !== null && (!isNothing || (endedAt !== null && !isHeldBackByBudget(failureKind)));
}

/** A cost in words: `~` before what is estimated, and never a zero for what is not known. */
export function costText(
  cost: Cost,
  locale: string,
  texts: Pick<PanelTexts, 'costUnknown' | 'costUnknownAtMost'>,
): string {
  return formatCost(cost, locale, { unknown: texts.costUnknown, unknownAtMost: texts.costUnknownAtMost });
}
