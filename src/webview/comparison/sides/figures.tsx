import type { JSX } from 'preact';
import type { Cost } from '../../../core/spend/cost.ts';
import { formatCost } from '../../../core/spend/money.ts';
import type { PanelTexts } from '../../../shared/panelTexts.ts';
import { fill, formatDuration, formatTokens } from '../format.ts';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';

/** What an answer cost and how fast it was. Every place is there from the start, so that nothing moves as it fills. */
export function Figures({ side }: { readonly side: SideOutline }): JSX.Element {
  const { view, texts } = usePanel();
  const { locale } = view;
  const { usage, startedAt, firstTokenAt } = side;
  const about = side.usageIsFinal ? '' : '~';
  const tokens = (count: number) => formatTokens(count, locale);
  const cached = usage.cacheRead;
  const stored = usage.cacheWrite5m + usage.cacheWrite1h;
  const anyInput = usage.uncachedInput + cached + stored > 0;
  const none = <b class="none">–</b>;
  return (
    <div class="figures">
      <span class="money">
        <span class="spoken">{texts.cost}</span>
        {isCostKnown(side) ? <b>{costText(side.cost, locale, texts)}</b> : none}
      </span>
      <span>
        {texts.firstToken}{' '}
        {startedAt === null || firstTokenAt === null ? none : <b>{formatDuration(firstTokenAt - startedAt, locale)}</b>}
      </span>
      <span>
        {texts.tokensIn} {anyInput ? <b>{about + tokens(usage.uncachedInput)}</b> : none}
        {cached > 0 && ` ${fill(texts.plusCached, tokens(cached))}`}
        {stored > 0 && ` ${fill(texts.plusStored, tokens(stored))}`}
      </span>
      <span>
        {texts.tokensOut} {usage.output > 0 ? <b>{about + tokens(usage.output)}</b> : none}
        {usage.reasoning > 0 && `, ${fill(texts.ofItReasoning, tokens(usage.reasoning))}`}
      </span>
      {side.requests > 1 && <span>{fill(texts.requests, side.requests)}</span>}
    </div>
  );
}

/** False until there is something to say: what has only just been sent has not cost nothing. */
export function isCostKnown({ startedAt, cost, endedAt }: SideOutline): boolean {
  return startedAt !== null && (endedAt !== null || cost.kind === 'unknown' || cost.nanoDollars > 0);
}

/** A cost in words: `~` before what is estimated, and never a zero for what is not known. */
export function costText(cost: Cost, locale: string, texts: PanelTexts): string {
  return formatCost(cost, locale, { unknown: texts.costUnknown, unknownAtMost: texts.costUnknownAtMost });
}
