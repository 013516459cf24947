import type { JSX } from 'preact';
import { formatRounded } from '../../../core/spend/roundMoney.ts';
import { fill, formatDuration, formatTokens } from '../format.ts';
import { OutlookWords } from '../outlook/outlookWords.ts';
import { usePanel } from '../panelContext.ts';
import type { SideOutline } from '../panelState.ts';
import { costDetails } from './costDetails.ts';
import { costText, isCostKnown } from './shownCost.ts';

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
      <Money side={side} />
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

/** Expected first, then an estimate that runs along, then what it really was. */
function Money({ side }: { readonly side: SideOutline }): JSX.Element {
  const { view, texts } = usePanel();
  const { locale } = view;
  const outlook = view.outlook?.[side.side] ?? null;
  if (isCostKnown(side)) {
    const details = costDetails(side, side.prices ?? outlook?.prices ?? null, locale, texts);
    return (
      <span class="money" title={details}>
        <span class="spoken">{texts.cost}</span> <b>{costText(side.cost, locale, texts)}</b>
      </span>
    );
  }
  const expected = side.endedAt === null ? (outlook?.expected ?? null) : null;
  if (outlook === null || expected === null) {
    return (
      <span class="money">
        <span class="spoken">{texts.cost}</span> <b class="none">–</b>
      </span>
    );
  }
  const words = new OutlookWords(view);
  const hint = words.costs(outlook, side.label).map(({ text, hint }) => `${text}: ${hint}`);
  return (
    <span class="money" title={hint.join('\n')}>
      <span class="spoken">{texts.cost}</span>{' '}
      <b class="none">{fill(texts.costAbout, formatRounded(expected, locale))}</b>
    </span>
  );
}
